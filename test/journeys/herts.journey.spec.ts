import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import {
  playExample,
  playExampleAgreement,
  type PlayedExample,
} from '../../src/dev/examples/make-examples.js';
import { pence, poundsFromPence } from '../../src/kernel/pence.js';
import { useProduct } from '../support/product.js';

// The Herts Valleys way of working, over HTTP: the council alerts the NHS body, goes on paying, and is paid back; PAs keep
// their leave, and a redundancy is shared. Expected figures are those that were worked out by hand.

interface WorkedExample {
  readonly id: string;
  readonly expected: Readonly<Record<string, never>>;
}

const examples = ['bridging', 'redundancy-and-leave'].flatMap((file) => {
  const url = new URL(`../fixtures/worked-examples/${file}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { readonly examples: readonly WorkedExample[] }).examples;
});

/** What is expected of a worked example, by a path of keys: whole pence or text. */
function expected(id: string, ...path: readonly string[]): never {
  const found = examples.find((example) => example.id === id);
  return path.reduce<Readonly<Record<string, never>>>(
    (value, key) => value[key] as never,
    found?.expected ?? {},
  ) as never;
}

const pounds = (amountPence: number) => ({ amount: poundsFromPence(pence(amountPence)), currency: 'GBP' });

const product = useProduct();
const played = new Map<string, PlayedExample>();

beforeAll(async () => {
  await playExampleAgreement(product.current.api);
  for (const example of exampleCases) played.set(example.id, await playExample(product.current.api, example));
}, 120_000);

const ofCase = async <Answer>(id: string, view: string) =>
  (
    await product.current.api.get<Answer>(
      'herts-nhs-finance',
      `/v1/transfer-cases/${played.get(id)?.caseRef}/${view}`,
    )
  ).body;
const recharge = async <Answer = DocumentAnswer>(id: string) =>
  (await product.current.api.get<Answer>('herts-nhs-finance', `/v1/recharges/${played.get(id)?.rechargeRef}`))
    .body;

const onlyItem = async <Item>(id: string, view: string): Promise<Item> => {
  const { items } = await ofCase<{ readonly items: readonly Item[] }>(id, view);
  expect(items).toHaveLength(1);
  return items[0]!;
};

interface Money {
  readonly amount: string;
  readonly currency: 'GBP';
}

interface LineAnswer {
  readonly from: string;
  readonly lastDay: string;
  readonly days: number;
  readonly amount: { readonly value: Money };
}

interface LiabilitiesAnswer {
  readonly total: { readonly basis: unknown };
  readonly lines: readonly LineAnswer[];
}

interface RedundancyAnswer {
  readonly statutory: { readonly value: Money };
  readonly split: { readonly shares: readonly { readonly weight: string; readonly share: Money }[] };
}

interface LeaveAnswer {
  readonly leave: {
    readonly owed: Money;
    readonly ifCutAtCoverStart?: { readonly owed: Money; readonly chargedTwice: Money };
  };
}

interface DocumentAnswer {
  readonly lines: readonly { readonly kind: string; readonly bodyAtTime: string; readonly amount: Money }[];
}

describe('the bridging recharge of a completed move is paid to the penny', () => {
  it.each(['BR-01', 'BR-02', 'BR-03', 'BR-04', 'BR-10'])('as worked out in %s', async (id) => {
    const total = pounds(expected(id, 'recharge_pence'));
    const segments: readonly { from: string; to: string; days: number; amount_pence: number }[] = expected(
      id,
      'segments',
    );

    const liabilities = await ofCase<LiabilitiesAnswer>(id, 'liabilities');
    expect(liabilities.total).toMatchObject({ status: 'known', value: total });
    expect(liabilities.lines.map(lineAsWorked)).toEqual(segments.map(segmentAsWorked));
    expect(await recharge(id)).toMatchObject({ status: 'paid', total, paid: total, outstanding: pounds(0) });
  });

  it('as worked out in BR-05: what the person paid comes back, and what they did not pay is not owed', async () => {
    const figures = (key: string) => pounds(expected('BR-05', 'gross_basis_evidenced', key));
    const total = figures('recharge_pence');
    expect(await ofCase('BR-05', 'liabilities')).toMatchObject({
      total: { status: 'known', value: total },
      refundToPerson: { status: 'known', value: figures('la_refunds_person_pence') },
      contributionCancelled: { status: 'known', value: figures('contribution_debt_cancelled_pence') },
    });
    expect(await recharge('BR-05')).toMatchObject({ status: 'paid', paid: total });
  });

  it('keeps the body of the day on each line, and has its successor pay (BR-10)', async () => {
    const document = await recharge('BR-10');
    expect(document.lines.map(({ bodyAtTime }) => bodyAtTime)).toEqual(['06N', 'QM7']);
    expect(document).toMatchObject({ creditor: 'E10000015', payableBy: 'QM7' });
  });

  it('names the rule by which the day of liability was found', async () => {
    const rules = async (id: string) =>
      JSON.stringify((await ofCase<LiabilitiesAnswer>(id, 'liabilities')).total.basis);
    expect(await rules('BR-01')).toContain('LIABILITY-R1');
    expect(await rules('BR-04')).toContain('LIABILITY-R3');
  });
});

describe('the redundancy of a PA is shared pro rata to the time that each body funded', () => {
  it.each(['RD-01', 'RD-02', 'RD-05'])('as worked out in %s', async (id) => {
    const item = await onlyItem<RedundancyAnswer>(id, 'redundancies');
    expect(item.statutory.value).toEqual(pounds(expected(id, 'srp_pence')));
    expect(item.split).toMatchObject({
      status: 'known',
      insurance: pounds(expected(id, 'insurance_pence')),
      residual: pounds(expected(id, 'residual_pence')),
    });
    expect(item.split.shares.map(({ weight, share }) => [weight, share])).toEqual([
      [expected(id, 'weights_days', 'LA'), pounds(expected(id, 'shares_pence', 'LA'))],
      [expected(id, 'weights_days', 'ICB'), pounds(expected(id, 'shares_pence', 'ICB'))],
    ]);
  });
});

describe('leave that was earned before the NHS body was liable', () => {
  it('is owed by the council as worked out in AL-01, and comes off the recharge', async () => {
    const item = await onlyItem<LeaveAnswer>('AL-01', 'leave');
    const owed = pounds(expected('AL-01', 'la_owes_pence'));
    expect(item.leave).toMatchObject({
      status: 'known',
      accrued: { rounded: expected('AL-01', 'accrued_hours') },
      outstanding: { rounded: expected('AL-01', 'outstanding_hours') },
      owed,
    });
    const credits = (await recharge('AL-01')).lines.filter(({ kind }) => kind === 'leave-credit');
    expect(credits.map(({ amount }) => amount.amount)).toEqual([`-${owed.amount}`]);
  });

  it('shows what the wrong cut-off would have charged the council twice (AL-06)', async () => {
    const item = await onlyItem<LeaveAnswer>('AL-01', 'leave');
    expect(item.leave.owed).toEqual(pounds(expected('AL-06', 'correct_la_owes_pence')));
    expect(item.leave.ifCutAtCoverStart).toEqual({
      owed: pounds(expected('AL-06', 'wrong_if_cut_at_phb_start_pence')),
      chargedTwice: pounds(expected('AL-06', 'double_charge_pence')),
    });
  });
});

describe('the moves', () => {
  it('are taken on by a worker of each body, one each, for that body', async () => {
    interface Taken {
      readonly items: readonly { readonly data: object; readonly actor: { readonly organisation: string } }[];
    }
    const taken = new Map<string, unknown>();
    for (const id of played.keys()) {
      const { items } = await ofCase<Taken>(id, 'events?type=transfer-case.assigned');
      for (const { data, actor } of items) taken.set(id, { ...data, by: actor.organisation });
    }
    expect([...taken]).toEqual([
      ['BR-02', { side: 'council', assignee: 'herts-direct-payment-worker', by: 'E10000015' }],
      ['BR-10', { side: 'nhs-body', assignee: 'herts-phb-worker', by: 'QM7' }],
    ]);
  });
});

function lineAsWorked({ from, lastDay, days, amount }: LineAnswer) {
  return { from, lastDay, days, amount: amount.value };
}

function segmentAsWorked({
  from,
  to,
  days,
  amount_pence,
}: {
  from: string;
  to: string;
  days: number;
  amount_pence: number;
}) {
  return { from, lastDay: to, days, amount: pounds(amount_pence) };
}
