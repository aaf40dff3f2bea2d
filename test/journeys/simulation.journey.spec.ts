import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { runCommandLine } from '../../src/cli/command-line.js';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { useProduct } from '../support/product.js';

// What a case would come to under other terms, over HTTP and in the terminal, with nothing left behind.

const product = useProduct();
let caseRef = '';
let agreementId = '';

beforeAll(async () => {
  const { api } = product.current;
  await playExampleAgreement(api);
  // A net direct payment of 525.07 with a contribution of 87.43, of which the person paid five weeks: 73 days.
  const example = exampleCases.find(({ id }) => id.startsWith('BR-05'))!;
  ({ caseRef } = await playExample(api, example));
  const agreements = await api.get<{ items: { agreementId: string }[] }>('herts-auditor', '/v1/agreements');
  agreementId = agreements.body.items[0]!.agreementId;
}, 60_000);

interface Compared {
  readonly figure: string;
  readonly differs: boolean;
  readonly asBound?: { readonly value?: object };
  readonly simulated?: { readonly value?: object; readonly basis?: object };
  readonly difference?: object;
}
interface Answer {
  readonly code?: string;
  readonly cases: readonly { readonly caseRef: string; readonly figures: readonly Compared[] }[];
  readonly totals: readonly object[];
}

async function simulate(body: object, user = 'herts-nhs-finance') {
  const { address, issuer } = product.current;
  const answer = await fetch(`${address}/v1/simulations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await issuer.tokenFor(user)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

/** How many rows each table of the product has, the events among them. */
async function rowCounts(): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client({ connectionString: product.current.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const counted = await client.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${name}`);
      counts[name] = counted.rows[0]!.rows;
    }
    return counts;
  } finally {
    await client.end();
  }
}

describe('A simulation', () => {
  it('gives the figures under both, with the difference and how each was worked out', async () => {
    const { status, body } = await simulate({ caseRefs: [caseRef], options: { grossBasis: 'full' } });
    expect(status).toBe(200);
    // Gross in full 73 days at 612.50 are 6,387.50; with the five weeks that were paid 5,912.88.
    const total = body.cases[0]?.figures.find(({ figure }) => figure === 'charge.total');
    expect(total).toMatchObject({
      differs: true,
      asBound: { status: 'known', value: { amount: '5912.88' }, basis: { rule: 'RECHARGE-TOTAL' } },
      simulated: { status: 'known', value: { amount: '6387.50' }, basis: { rule: 'RECHARGE-TOTAL' } },
      difference: { amount: '474.62' },
    });
    const differing = body.cases[0]?.figures.filter(({ differs }) => differs).map(({ figure }) => figure);
    expect(differing).toEqual(['charge.total', 'charge.days']);
    expect(body.totals).toContainEqual({
      figure: 'charge.total',
      asBound: { amount: '5912.88', currency: 'GBP' },
      simulated: { amount: '6387.50', currency: 'GBP' },
      difference: { amount: '474.62', currency: 'GBP' },
      leftOut: 0,
    });
  });

  it('under the version that the case keeps changes nothing', async () => {
    const { body } = await simulate({ caseRefs: [caseRef], agreement: { agreementId, version: 1 } });
    expect(body.cases[0]?.figures.length).toBeGreaterThan(5);
    expect(body.cases[0]?.figures.filter(({ differs }) => differs)).toEqual([]);
  });

  it('stores nothing: no event, no row', async () => {
    const before = await rowCounts();
    expect(before['event_store.event'] ?? Object.values(before).reduce((a, b) => a + b)).toBeGreaterThan(0);
    await simulate({ caseRefs: [caseRef], options: { grossBasis: 'net', leaveSettlement: 'nhs-absorbs' } });
    expect(await rowCounts()).toEqual(before);
  });

  it.each([
    ['nothing to try', { agreement: undefined }, 422, 'nothing-to-simulate'],
    ['a version that is not there', { agreement: { version: 99 } }, 422, 'no-such-version'],
    ['an option outside its limits', { options: { bridgingReviewWeeks: 0 } }, 422, 'invalid-fields'],
    [
      'a case that is not there',
      { caseRefs: ['TC-0000000000'], options: { grossBasis: 'net' } },
      404,
      'case-not-found',
    ],
  ])('is refused for %s', async (_, { agreement, ...given }: Record<string, unknown>, status, code) => {
    const named = agreement === undefined ? {} : { agreement: { agreementId, ...(agreement as object) } };
    const answer = await simulate({ caseRefs: [caseRef], ...named, ...given });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('does not tell another body’s case', async () => {
    const answer = await simulate(
      { caseRefs: [caseRef], options: { grossBasis: 'net' } },
      'staffs-council-finance',
    );
    expect([answer.status, answer.body.code]).toEqual([404, 'case-not-found']);
  });
});

describe('agreements diff', () => {
  const run = async (...words: readonly string[]) => {
    const before = process.env['DATABASE_URL'];
    process.env['DATABASE_URL'] = product.current.databaseUrl;
    const [lines, problems]: [string[], string[]] = [[], []];
    const output = {
      line: (text: string) => lines.push(text),
      problem: (text: string) => problems.push(text),
    };
    const code = await runCommandLine(['agreements', 'diff', ...words], output);
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    return { code, lines, problems };
  };

  it('prints what a new version chooses otherwise, with its sentence', async () => {
    const { api } = product.current;
    const { version } = await api.get('herts-auditor', `/v1/agreements/${agreementId}`);
    await api.command({
      as: 'herts-council-finance',
      path: `/v1/agreements/${agreementId}/versions`,
      body: {
        legalVehicle: 'nhs-act-section-256',
        inForceFrom: '2020-04-01',
        options: { rechargePaymentDays: 14 },
      },
      key: 'version-2',
      version,
    });
    expect(await run(`${agreementId}@1`, `${agreementId}@2`)).toEqual({
      code: 1,
      lines: ['rechargePaymentDays: 30 → 14', '  Days in which a valid recharge is paid.'],
      problems: [],
    });
    expect(await run(`${agreementId}@1`, `${agreementId}@1`)).toMatchObject({
      code: 0,
      lines: ['No option differs'],
    });
    const json = await run('defaults', `${agreementId}@2`, '--json');
    expect(JSON.parse(json.lines.join(''))).toMatchObject({
      options: [{ option: 'rechargePaymentDays', before: 30, after: 14 }],
    });
  });

  it('cannot compare what is not there', async () => {
    expect(await run('defaults', `${agreementId}@9`)).toEqual({
      code: 2,
      lines: [],
      problems: [`There is no version 9 of agreement ${agreementId}`],
    });
    expect(await run('defaults', 'version 2')).toMatchObject({ code: 2, lines: [] });
  });
});
