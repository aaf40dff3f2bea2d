import { DEFAULT_OPTIONS } from '../../src/agreement/domain/options.js';
import { plainDate } from '../../src/kernel/plain-date.js';
import { pence } from '../../src/kernel/pence.js';
import type { DomainEvent } from '../../src/kernel/event.js';
import { canonicalBytes } from '../../src/platform/event-store/canonical-json.js';
import { derivedId } from '../../src/platform/event-store/derived-id.js';
import type { EventStore, EventToStore } from '../../src/platform/event-store/event-store.js';
import type { EventMetadata } from '../../src/platform/event-store/event-metadata.js';
import { STARTED } from '../../src/workforce/domain/workforce.fixtures.js';
import {
  agreementBound,
  alertAcknowledged,
  alertRaised,
  awardRateSet,
  bridgingOpened,
  checklistReceived,
  contributionSet,
  COUNCIL,
  decidedEligible,
  directPaymentStopped,
  liabilityFromDay29,
  NHS_BODY,
  paymentMade,
  phbCoverStarted,
  transferCompleted,
} from '../support/example-transfer-case.js';
import { SOMEBODY } from '../support/recorded.js';

/** One append of one event, to a stream that stands at `expectedRevision`. */
export interface SyntheticAppend {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly event: EventToStore;
}

/** As many as `storyOf` tells of each case. */
export const EVENTS_OF_A_CASE = 20;
/** Cases that go on at the same time unless it is said otherwise; the events of each lie this far apart in the store. */
const LIVE_CASES = 500;

/**
 * Made-up cases that every read model can show: a whole transfer with its money, and the employment of one assistant. They
 * depend on the number alone, so that two runs store the same bytes.
 *
 * Appends come in rounds, one for each case that goes on. The streams of a round are distinct: its appends may run at the
 * same time, and rounds one after the other.
 *
 * @param eventsTotal how many events in all; the last cases stop where this number is reached
 */
export function* syntheticRounds(
  eventsTotal: number,
  liveCases = LIVE_CASES,
): Generator<readonly SyntheticAppend[]> {
  let left = eventsTotal;
  for (let firstCase = 0; left > 0; firstCase += liveCases) {
    const cases = Array.from({ length: liveCases }, (_, index) => syntheticCase(firstCase + index));
    for (let step = 0; left > 0 && cases[0]?.[step] !== undefined; step += 1) {
      const round = cases.flatMap((events) => events[step] ?? []).slice(0, left);
      left -= round.length;
      yield round;
    }
  }
}

/** The same through the port, in order, with so many writers. For a million events `loadSyntheticCases` is faster. */
export async function appendSyntheticCases(
  store: EventStore,
  eventsTotal: number,
  { writers = 32, liveCases = LIVE_CASES }: { readonly writers?: number; readonly liveCases?: number } = {},
): Promise<void> {
  for (const round of syntheticRounds(eventsTotal, liveCases)) {
    const waiting = [...round];
    await Promise.all(
      Array.from({ length: writers }, async () => {
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          const { outcome } = await store.append(next.stream, next.expectedRevision, [next.event]);
          if (outcome !== 'appended') throw new Error(`${next.stream} answered ${outcome}`);
        }
      }),
    );
  }
}

/** The reference of the n-th case. */
export function syntheticCaseRef(number: number): string {
  return `TC-${String(number).padStart(10, '0')}`;
}

function syntheticCase(number: number): readonly SyntheticAppend[] {
  const caseRef = syntheticCaseRef(number);
  const employmentId = `EM-${String(number).padStart(10, '0')}`;
  const move = `transfer-case-${caseRef}`;
  const job = `employment-${employmentId}`;
  const revisions = new Map<string, number>();
  return storyOf(number, caseRef, employmentId).map((event, index) => {
    const stream = event.type.startsWith('workforce.') ? job : move;
    const expectedRevision = revisions.get(stream) ?? 0;
    revisions.set(stream, expectedRevision + 1);
    return { stream, expectedRevision, event: toStore(event, caseRef, index) };
  });
}

/** Twenty events. The amounts differ from case to case, so that no two rows of a read model are alike. */
function storyOf(number: number, caseRef: string, employmentId: string): readonly DomainEvent[] {
  const weeklyGrossPence = pence(40_000 + (number % 20_000));
  const payment = (month: number, from: string, until: string): DomainEvent => ({
    ...paymentMade,
    data: {
      ...paymentMade.data,
      paymentReference: `DP-${number}-${month}`,
      paidOn: plainDate(from),
      from: plainDate(from),
      until: plainDate(until),
      amountPence: pence(4 * (weeklyGrossPence - 8_743)),
    },
  });
  return [
    { ...alertRaised, data: { ...alertRaised.data, caseRef, personReference: `P-${number}` } },
    { ...STARTED, data: { ...STARTED.data, employmentId, caseRef } },
    funding('2016-04-01', COUNCIL, '2024-02-28'),
    alertAcknowledged,
    { ...awardRateSet, data: { ...awardRateSet.data, weeklyGrossPence } },
    contributionSet,
    checklistReceived,
    payment(1, '2024-02-19', '2024-03-18'),
    payment(2, '2024-03-18', '2024-04-15'),
    decidedEligible,
    liabilityFromDay29,
    funding('2024-02-28', NHS_BODY),
    { ...agreementBound, data: { ...agreementBound.data, options: { ...DEFAULT_OPTIONS } } },
    bridgingOpened,
    payment(3, '2024-04-15', '2024-05-13'),
    payment(4, '2024-05-13', '2024-06-10'),
    phbCoverStarted,
    directPaymentStopped,
    {
      type: 'workforce.employment-ended',
      occurredOn: plainDate('2024-06-02'),
      data: { lastDay: '2024-06-02', reason: 'redundancy' },
    },
    transferCompleted,
  ];
}

function funding(from: string, funder: string, until?: string): DomainEvent {
  return {
    type: 'workforce.funding-period-recorded',
    occurredOn: plainDate(from),
    data: { from, ...(until !== undefined && { until }), shares: [{ funder, share: '1' }] },
  };
}

function toStore({ type, occurredOn, data }: DomainEvent, subject: string, index: number): EventToStore {
  const commandId = derivedId('synthetic', subject, index);
  const metadata: EventMetadata = {
    occurredOn,
    subject,
    actor: SOMEBODY,
    commandId,
    correlationId: commandId,
    causationId: commandId,
  };
  return {
    eventId: derivedId('event', commandId, 0),
    type,
    schemaVersion: 1,
    data: canonicalBytes(data),
    metadata: canonicalBytes(metadata),
  };
}
