import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_OPTIONS } from '../../src/agreement/index.js';
import { DraftAgreement } from '../../src/agreement/commands/draft-agreement.js';
import { SignVersion } from '../../src/agreement/commands/sign-version.js';
import {
  figuresIn,
  historyProjection,
  replayedStep,
  viewsOfCase,
  type ReplayedStep,
} from '../../src/audit/index.js';
import { plainDate } from '../../src/kernel/plain-date.js';
import { knownBy, todayOf } from '../../src/platform/past/known-history.js';
import type { SubjectHistory } from '../../src/platform/projections/projection.js';
import { Office } from '../support/office.js';
import { TickingClock } from '../support/ticking-clock.js';
import { examples, makesCase, playMoves, WITHOUT_CASE, type ExampleMove } from './example-moves.js';
import { liveViews } from './live-views.js';
import { CCG, COUNCIL, ICB } from './moves.js';

const VIEWER = { organisation: COUNCIL };
/** From one read of the clock to the next, so that a case is recorded over many days. */
const QUARTER_OF_AN_HOUR_MS = 900_000;

const withCase = examples.filter(makesCase);
let office: Office;

async function signAgreement(nhsBody: string, from: string): Promise<void> {
  const terms = {
    legalVehicle: 'nhs-act-section-256' as const,
    options: DEFAULT_OPTIONS,
    inForceFrom: plainDate(from),
  };
  const parties = { council: COUNCIL, nhsBody };
  let { state, revision } = await office.send<{ readonly agreementId: string }>(
    (context) => new DraftAgreement(parties, terms, context),
    VIEWER,
  );
  for (const organisation of [COUNCIL, ICB]) {
    ({ state, revision } = await office.send<{ readonly agreementId: string }>(
      (context) => new SignVersion(state.agreementId, 1, revision, context),
      { organisation },
    ));
  }
}

beforeAll(async () => {
  office = await Office.open(new TickingClock('2025-10-06T08:00:00.000Z', QUARTER_OF_AN_HOUR_MS));
  await signAgreement(CCG, '2018-04-01');
}, 60_000);

afterAll(() => office.close());

describe('every worked example', () => {
  it('is a case that is replayed here, or one of those that make no case, with the reason', () => {
    const neither = examples.filter((each) => !makesCase(each) && !(each.kind in WITHOUT_CASE));
    expect(neither.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([]);
    expect(Object.keys(WITHOUT_CASE).filter((kind) => !examples.some((each) => each.kind === kind))).toEqual(
      [],
    );
  });

  it('that is about a move, a redundancy that bodies share, or leave at liability, is a case', () => {
    const about = examples.filter(({ id }) => /^(?:BR|RD|AL)-/.test(id));
    expect(about.length).toBeGreaterThanOrEqual(21);
    expect(about.filter((each) => !makesCase(each)).map(({ id }) => id)).toEqual([]);
  });
});

describe.each(withCase.map((example) => [example.id, example] as const))('the case of %s', (_, example) => {
  let replays: readonly Replay[] = [];

  beforeAll(async () => {
    const moves = await playMoves(office, example);
    replays = await Promise.all(moves.map(replayed));
  }, 60_000);

  it('comes to the figures that were worked out by hand', () => {
    expect(replays).not.toHaveLength(0);
    for (const { figures, last } of replays) {
      const shown = figuresIn(last.views);
      expect(Object.fromEntries(Object.keys(figures).map((path) => [path, shown.get(path)]))).toEqual(
        figures,
      );
    }
  });

  it('replayed step by step ends where it stands now, with the same state and every figure', async () => {
    for (const { caseRef, last } of replays) {
      expect(asJson(last.views)).toEqual(asJson(await liveViews(office, caseRef, todayOf(last.clocks))));
    }
  });

  it('says of every figure which version of the agreement its options were read from', () => {
    for (const { last } of replays) {
      const { liabilities, recharges, redundancies, leave, exposure } = last.views;
      const unexplained = explained({ liabilities, recharges, redundancies, leave, exposure }).filter(
        ({ path, basis }) =>
          // A statutory payment is the same under every agreement.
          !/\/(?:statutory|noticePay)\//.test(path) &&
          !/agreement AG-[0-9A-Z]{10} version 1/.test(JSON.stringify(basis)),
      );
      expect(unexplained.map(({ path }) => path)).toEqual([]);
    }
  });

  it('is at each step what was known at that moment', () => {
    for (const { history, steps } of replays) {
      for (const [index, { views, clocks }] of steps.entries()) {
        // What one command records becomes known at once: its last event is the step that shows it.
        if (steps[index + 1]?.clocks.knownAt === clocks.knownAt) continue;
        expect(JSON.stringify(views)).toBe(JSON.stringify(viewsOfCase(knownBy(history, clocks), VIEWER)));
      }
    }
  }, 60_000);
});

interface Replay extends ExampleMove {
  readonly history: SubjectHistory;
  readonly steps: readonly ReplayedStep[];
  readonly last: ReplayedStep;
}

async function replayed(move: ExampleMove): Promise<Replay> {
  const history = await office.historyOf(move.caseRef, historyProjection.reads);
  const steps = history.events.map((_event, index) => replayedStep(history, index + 1, VIEWER));
  const last = steps.at(-1);
  if (last === undefined) throw new Error(`Nothing was recorded of ${move.caseRef}`);
  return { ...move, history, steps, last };
}

interface Explained {
  readonly path: string;
  readonly basis: object;
}

/** Every explanation that stands beside a figure. What it rests on in turn is a part of it. */
function explained(value: unknown, path = ''): readonly Explained[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]): readonly Explained[] => {
    const place = `${path}/${key}`;
    if (/basis$/i.test(key) && typeof member === 'object' && member !== null)
      return [{ path: place, basis: member }];
    return explained(member, place);
  });
}

const asJson = (views: object): unknown => JSON.parse(JSON.stringify(views));
