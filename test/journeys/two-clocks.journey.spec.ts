import { beforeAll, describe, expect, it } from '@jest/globals';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import {
  playExample,
  playExampleAgreement,
  type PlayedExample,
} from '../../src/dev/examples/make-examples.js';
import { useProduct } from '../support/product.js';

const product = useProduct();
const AUDITOR = 'herts-auditor';
const VIEWS = [
  '',
  '/deadlines',
  '/funding-timeline',
  '/liabilities',
  '/recharges',
  '/employments',
  '/redundancies',
  '/leave',
  '/exposure',
];
/** A day on which the examples are under way, and one on which all of them are over. */
const DAYS = ['2024-08-01', '2025-01-31'];

interface Case {
  readonly played: PlayedExample;
  /** When its last fact became known. */
  readonly knownAt: string;
}

async function read(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const { address, issuer } = product.current;
  const authorization = `Bearer ${await issuer.tokenFor(AUDITOR)}`;
  const response = await fetch(`${address}${path}`, { headers: { authorization } });
  return { status: response.status, text: await response.text() };
}

const viewsOf = ({ caseRef }: PlayedExample) => VIEWS.map((view) => `/v1/transfer-cases/${caseRef}${view}`);

/** Each view that there was, byte for byte: with all that was known, and with what was true by some days. */
async function answersOf({ played, knownAt }: Case): Promise<Readonly<Record<string, string>>> {
  const paths = viewsOf(played).flatMap((path) => [
    `${path}?knownAt=${knownAt}`,
    ...DAYS.map((day) => `${path}?knownAt=${knownAt}&asAt=${day}`),
  ]);
  const answers = await Promise.all(
    paths.map(async (path) => {
      const { status, text } = await read(path);
      // A refusal carries the number of its request.
      return [path, status === 200 ? text : String(status)] as const;
    }),
  );
  return Object.fromEntries(answers);
}

let cases: readonly Case[] = [];

beforeAll(async () => {
  const { api } = product.current;
  await playExampleAgreement(api);
  const all: Case[] = [];
  for (const id of ['BR-05', 'RD-01', 'AL-01']) {
    const played = await playExample(
      api,
      exampleCases.find((example) => example.id === id)!,
    );
    const { body } = await api.get<{ items: { recordedAt: string }[] }>(
      AUDITOR,
      `/v1/transfer-cases/${played.caseRef}/events?sort=-recordedAt&limit=1`,
    );
    all.push({ played, knownAt: body.items[0]!.recordedAt });
  }
  cases = all;
}, 120_000);

/** Facts of long ago that become known today: a rate put right, a death, a payment, a reopening. */
async function recordLateFacts({ caseRef }: PlayedExample): Promise<void> {
  const { api } = product.current;
  const path = `/v1/transfer-cases/${caseRef}`;
  const send = async (as: string, what: string, body: object) => {
    const { version } = await api.get(AUDITOR, path);
    await api.command({ as, path: `${path}/${what}`, body, version, key: `${caseRef}-${what}` });
  };
  const { body } = await api.get<{ awardRates: { from: string; eventId: string }[] }>(AUDITOR, path);
  const [rate] = body.awardRates;
  await send('herts-council-finance', 'award-rates', {
    from: rate?.from,
    weeklyGross: { amount: '999.99', currency: 'GBP' },
    corrects: {
      eventId: rate?.eventId,
      reasonCode: 'typing-error',
      documentReference: 'HCC-DOC-7781',
    },
  });
  await send('herts-direct-payment-worker', 'death', { diedOn: '2024-07-15' });
}

describe('an answer about what was known', () => {
  it('is what the product said at that time, on which nothing had been recorded since', async () => {
    for (const { played, knownAt } of cases) {
      for (const path of viewsOf(played)) {
        const live = JSON.parse((await read(path)).text) as object;
        const then = JSON.parse((await read(`${path}?knownAt=${knownAt}`)).text) as object;
        expect([path, withoutClocks(then)]).toEqual([path, withoutNames(live)]);
      }
    }
  });

  it('never changes again, whatever is recorded later and whatever is rebuilt', async () => {
    const before = await Promise.all(cases.map(answersOf));
    const exposure = `/v1/exposure?asAt=2024-09-30&knownAt=${cases.at(-1)?.knownAt}`;
    const exposed = (await read(exposure)).text;
    for (const { played } of cases) await recordLateFacts(played);

    const liabilities = `/v1/transfer-cases/${cases[0]?.played.caseRef}/liabilities`;
    await product.current.api.get(AUDITOR, liabilities);
    expect((await read(liabilities)).text).not.toContain('"5912.88"');
    expect(changedBetween(before, await Promise.all(cases.map(answersOf)))).toEqual([]);

    const { projections } = product.current.operator;
    for (const { projection } of projections.runners) await projections.rebuild(projection.name);
    expect(changedBetween(before, await Promise.all(cases.map(answersOf)))).toEqual([]);
    expect((await read(exposure)).text).toBe(exposed);
    expect(before.flatMap((each) => Object.values(each)).join('')).toContain('"5912.88"');
  }, 120_000);

  it('counts only what was true by the day, as it was put right', async () => {
    const [{ played } = { played: { caseRef: '' } }] = cases;
    const path = `/v1/transfer-cases/${played.caseRef}`;
    const before = JSON.parse((await read(`${path}?asAt=2024-07-14`)).text) as CaseBody;
    const after = JSON.parse((await read(`${path}?asAt=2024-07-15`)).text) as CaseBody;
    expect(before.facts.diedOn).toBeUndefined();
    expect(after.facts.diedOn).toBe('2024-07-15');
    expect(before.awardRates.map(({ weekly }) => weekly.amount)).toContain('999.99');
    expect(after.clocks).toEqual({ knownAt: expect.any(String), asAt: '2024-07-15', today: '2024-07-15' });
    // Asked again with the moment that it names, it is the same answer.
    const again = await read(`${path}?asAt=2024-07-15&knownAt=${after.clocks.knownAt}`);
    expect(JSON.parse(again.text)).toEqual(after);
  });

  it('cannot be had of a moment that has not passed, or of before the case', async () => {
    const path = `/v1/transfer-cases/${cases[0]?.played.caseRef}`;
    const today = new Date().toISOString().slice(0, 10);
    for (const knownAt of ['2199-01-01T00:00:00Z', today]) {
      const { status, text } = await read(`${path}?knownAt=${knownAt}`);
      expect([status, text]).toEqual([422, expect.stringContaining('would change the answer')]);
    }
    const unknown = await read(`${path}?knownAt=2020-01-01`);
    expect([unknown.status, unknown.text]).toEqual([
      404,
      expect.stringContaining('Nothing had been recorded'),
    ]);
    for (const view of VIEWS.filter((each) => !['/exposure'].includes(each))) {
      const untrue = await read(`${path}${view}?asAt=2019-01-01`);
      expect([view, untrue.status, untrue.text]).toEqual([view, 404, expect.stringContaining('begins on')]);
    }
  });

  it('is of the agreement too, with the version that was in force on the day', async () => {
    const list = JSON.parse((await read('/v1/agreements')).text) as { items: { agreementId: string }[] };
    const path = `/v1/agreements/${list.items[0]?.agreementId}`;
    const then = JSON.parse((await read(`${path}?asAt=2024-08-01`)).text) as { inForceThen?: number };
    expect(then.inForceThen).toBe(1);
    const early = JSON.parse((await read(`${path}?asAt=2010-01-01`)).text) as { inForceThen?: number };
    expect(early.inForceThen).toBeUndefined();
  });
});

describe('a replay', () => {
  it('of each case, step by step, ends where the case stands now, and every step says what it changed', async () => {
    for (const { played } of cases) {
      const path = `/v1/transfer-cases/${played.caseRef}`;
      const { links, steps } = await replayed(`${path}/replay`);
      let at: Replayed = await replayed(links.first);
      let walked = 1;
      for (; at.links.next !== undefined; walked += 1) {
        const next = await replayed(at.links.next);
        expect(next.links.previous).toContain(`position=${at.event.position}`);
        at = next;
      }
      expect([walked, at.step]).toEqual([steps, steps]);
      expect(at.event.sentence).not.toBe('');
      for (const [view, name] of Object.entries(VIEW_NAMES)) {
        const live = JSON.parse((await read(`${path}${view}`)).text) as object;
        expect([view, at.views[name]]).toEqual([view, itemsOf(withoutNames(live))]);
      }
    }
  }, 120_000);

  it('is not there for a position that is not of the case', async () => {
    const { status, text } = await read(
      `/v1/transfer-cases/${cases[0]?.played.caseRef}/replay?position=999999`,
    );
    expect([status, text]).toEqual([404, expect.stringContaining('its first is at position')]);
  });
});

describe('the difference between two moments', () => {
  it('names each figure with its values, and the event that moved it', async () => {
    const [{ played, knownAt } = { played: { caseRef: '' }, knownAt: '' }] = cases;
    const path = `/v1/transfer-cases/${played.caseRef}`;
    const { event } = await replayed(`${path}/replay`);
    const { text } = await read(`${path}/diff?from=${knownAt}&to=${event.recordedAt}`);
    const { differences, events } = JSON.parse(text) as Difference;
    const [putRight, death] = events;
    expect(events.map(({ type }) => type)).toEqual([
      'transfer-case.award-rate-set',
      'transfer-case.death-recorded',
    ]);
    const total = differences.find((each) => each.path === 'liabilities.total.value');
    expect(total).toMatchObject({ name: 'Liabilities, total', before: '5912.88' });
    expect(total?.after).not.toBe('5912.88');
    expect(total?.changedBy).toContain(putRight?.position);
    const died = differences.find((each) => each.path === 'case.facts.diedOn');
    expect(died).toMatchObject({ before: null, after: '2024-07-15', changedBy: [death?.position] });
  });

  it('of one moment and two days is what became true in between', async () => {
    const [{ played, knownAt } = { played: { caseRef: '' }, knownAt: '' }] = cases;
    const days = 'fromAsAt=2024-06-30&toAsAt=2024-12-31';
    const path = `/v1/transfer-cases/${played.caseRef}/diff?from=${knownAt}&to=${knownAt}&${days}`;
    const { differences, events } = JSON.parse((await read(path)).text) as Difference;
    expect(events.length).toBeGreaterThan(0);
    expect(differences.length).toBeGreaterThan(0);
    expect(differences.filter(({ movedWithTheDay }) => !movedWithTheDay)).toEqual([]);
  });

  it('is refused the wrong way round', async () => {
    const [{ played, knownAt } = { played: { caseRef: '' }, knownAt: '' }] = cases;
    const { status } = await read(`/v1/transfer-cases/${played.caseRef}/diff?from=${knownAt}&to=2020-01-01`);
    expect(status).toBe(422);
  });
});

/** The views of a replay, by the addresses that show them now. */
const VIEW_NAMES = {
  '': 'case',
  '/deadlines': 'deadlines',
  '/funding-timeline': 'fundingTimeline',
  '/liabilities': 'liabilities',
  '/recharges': 'recharges',
  '/employments': 'employments',
  '/redundancies': 'redundancies',
  '/leave': 'leave',
};

interface Replayed {
  readonly step: number;
  readonly steps: number;
  readonly event: { readonly position: string; readonly sentence: string; readonly recordedAt: string };
  readonly views: Readonly<Record<string, unknown>>;
  readonly links: { readonly first: string; readonly previous?: string; readonly next?: string };
}

interface Difference {
  readonly differences: readonly {
    readonly path: string;
    readonly after: string | null;
    readonly changedBy: readonly string[];
    readonly movedWithTheDay: boolean;
  }[];
  readonly events: readonly { readonly type: string; readonly position: string }[];
}

async function replayed(path: string): Promise<Replayed> {
  const { status, text } = await read(path);
  expect([path, status]).toEqual([path, 200]);
  return JSON.parse(text) as Replayed;
}

function itemsOf(answer: object): unknown {
  const { items, caseRef } = answer as { readonly items?: unknown; readonly caseRef?: string };
  return items === undefined || (caseRef !== undefined && !Array.isArray(items)) ? answer : items;
}

/** The addresses whose answer is another one. */
function changedBetween(
  before: readonly Readonly<Record<string, string>>[],
  after: readonly Readonly<Record<string, string>>[],
): readonly string[] {
  return before.flatMap((answers, index) =>
    Object.keys(answers).filter((path) => answers[path] !== after[index]?.[path]),
  );
}

interface CaseBody {
  readonly facts: { readonly diedOn?: string };
  readonly awardRates: readonly { readonly weekly: { readonly amount: string } }[];
  readonly clocks: { readonly knownAt: string };
}

function withoutClocks(answer: object): object {
  const { clocks: _, ...rest } = answer as { clocks?: object };
  return Array.isArray(answer) ? answer : rest;
}

/** The names of staff are no part of what was recorded. */
function withoutNames(answer: object): object {
  return JSON.parse(
    JSON.stringify(answer).replaceAll(/("counterpart":\{"id":"[^"]+"),"name":"[^"]+"/g, '$1'),
  ) as object;
}
