import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent, Recorded } from '../../src/kernel/event.js';
import { pence } from '../../src/kernel/pence.js';
import { addDays, plainDate } from '../../src/kernel/plain-date.js';
import { rowsOf } from '../../src/platform/projections/subject-rows.js';
import { rechargeProjections } from '../../src/recharge/index.js';
import { transferCaseProjections } from '../../src/transfer-case/index.js';
import { workforceProjections } from '../../src/workforce/index.js';
import { STARTED } from '../../src/workforce/domain/workforce.fixtures.js';
import {
  awardRateSet,
  CASE_REF,
  checklistReceived,
  contributionSet,
  deathRecorded,
  delayClassified,
  directPaymentStopped,
  HISTORY_TO,
  paymentMade,
  phbCoverStarted,
} from '../support/example-transfer-case.js';
import { recordedAcrossStreams, type InStream } from '../support/recorded.js';

const PROJECTIONS = [...transferCaseProjections, ...rechargeProjections, ...workforceProjections];

/** What every read model makes of the events up to a position, whatever was recorded after it. */
function figuresKnownAt(recorded: readonly Recorded[], position: number): string {
  const known = recorded.filter((each) => Number(each.position) <= position);
  return JSON.stringify(
    PROJECTIONS.map((projection) => {
      const events = known.filter(({ event }) =>
        projection.reads.some((prefix) => event.type.startsWith(prefix)),
      );
      return [projection.name, rowsOf(projection, { subject: CASE_REF, events }).map(({ rows }) => rows)];
    }),
  );
}

const ofCase = (event: DomainEvent): InStream<DomainEvent> => ({
  stream: `transfer-case-${CASE_REF}`,
  event,
});
const started = { ...STARTED, data: { ...STARTED.data, caseRef: CASE_REF } };
const ofJob = (event: DomainEvent): InStream<DomainEvent> => ({ stream: 'employment-EM-0000000001', event });

/** Days from long before liability to long after the move: a fact that is recorded late is mostly true from earlier on. */
const days = fc.integer({ min: 0, max: 800 }).map((offset) => addDays(plainDate('2023-01-02'), offset));
const sums = fc.integer({ min: 0, max: 200_000 }).map(pence);

const facts: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc.tuple(days, sums).map(([from, weeklyGrossPence]) => ({
    ...awardRateSet,
    occurredOn: from,
    data: { from, weeklyGrossPence },
  })),
  fc
    .tuple(days, sums)
    .map(([from, weeklyPence]) => ({ ...contributionSet, occurredOn: from, data: { from, weeklyPence } })),
  fc
    .tuple(days, sums, fc.integer({ min: 1, max: 60 }), fc.nat(999))
    .map(([from, amountPence, length, number]) => ({
      ...paymentMade,
      occurredOn: from,
      data: {
        ...paymentMade.data,
        paymentReference: `DP-${number}`,
        paidOn: from,
        from,
        until: addDays(from, length),
        amountPence,
      },
    })),
  days.map((startsOn) => ({ ...phbCoverStarted, occurredOn: startsOn, data: { startsOn } })),
  days.map((occurredOn) => ({
    ...deathRecorded,
    occurredOn,
    data: { ...deathRecorded.data, diedOn: occurredOn },
  })),
  fc.constant(directPaymentStopped),
  fc.constant(checklistReceived),
  fc.constantFrom('justified', 'unjustified').map((delay) => delayClassified(delay as 'justified')),
);

const histories = fc
  .record({
    stage: fc.constantFrom('assessing', 'eligible', 'bridging', 'phb-started', 'complete'),
    before: fc.array(facts, { maxLength: 6 }),
    later: fc.array(facts, { minLength: 1, maxLength: 6 }),
  })
  .map(({ stage, before, later }) => ({
    known: [...HISTORY_TO[stage as 'eligible'].map(ofCase), ofJob(started), ...before.map(ofCase)],
    later: later.map(ofCase),
  }));

describe('A figure that was asked for as known on a day', () => {
  it('is the same to the byte whatever is recorded later, of any day', () => {
    const changed: boolean[] = [];
    fc.assert(
      fc.property(histories, ({ known, later }) => {
        const options = { subject: CASE_REF };
        const atTheTime = figuresKnownAt(recordedAcrossStreams(known, options), known.length);
        const whole = recordedAcrossStreams([...known, ...later], options);
        const today = figuresKnownAt(whole, whole.length);
        expect(figuresKnownAt(whole, known.length)).toBe(atTheTime);
        changed.push(today !== atTheTime);
      }),
    );
    // Later facts do move today's figures; otherwise this would prove nothing.
    expect(changed).toContain(true);
  });

  it('is reached alike by following each fact as it comes and by reading all of them at once', () => {
    fc.assert(
      fc.property(histories, ({ known, later }) => {
        const whole = recordedAcrossStreams([...known, ...later], { subject: CASE_REF });
        const followed = whole.map((_, index) => figuresKnownAt(whole, index + 1));
        const replayed = whole.map((_, index) => figuresKnownAt(structuredClone(whole), index + 1));
        expect(replayed).toEqual(followed);
      }),
      { numRuns: 15 },
    );
  });
});
