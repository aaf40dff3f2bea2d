import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { canonicalBytes } from '../../src/platform/event-store/canonical-json.js';
import type { AppendOutcome, EventStore } from '../../src/platform/event-store/event-store.js';
import { START, type Position } from '../../src/platform/event-store/position.js';
import { eventToStore } from '../support/events-to-store.js';
import type { AdapterTraits } from './event-store.contract.js';

/** An event as the model knows it: which of a few ids, and which of two payloads. */
interface ModelEvent {
  readonly id: number;
  readonly payload: number;
}

interface Append {
  readonly stream: number;
  /** How far the writer is off the actual revision. */
  readonly offBy: number;
  readonly events: readonly ModelEvent[];
}

const STREAMS = [0, 1, 2, 3];

// Few streams and ids, so that conflicts, repeats and reuse are common and not lucky.
const appendOf = (mostEvents: number): fc.Arbitrary<Append> =>
  fc.record({
    stream: fc.constantFrom(...STREAMS),
    offBy: fc.constantFrom(0, 0, 0, 0, -1, 1),
    events: fc.uniqueArray(fc.record({ id: fc.nat(9), payload: fc.constantFrom(0, 0, 0, 1) }), {
      minLength: 1,
      maxLength: mostEvents,
      selector: ({ id }) => id,
    }),
  });

/**
 * Appends of one moment, which a store may carry out together: to different streams and with different ids, so that the answer
 * to each is the same in whatever order they come.
 */
const moment: fc.Arbitrary<readonly Append[]> = fc
  .constantFrom(1, 1, 3)
  .chain((mostEvents) =>
    fc.uniqueArray(appendOf(mostEvents), {
      minLength: 1,
      maxLength: STREAMS.length,
      selector: ({ stream }) => stream,
    }),
  )
  .map((appends) => {
    const taken = new Set<number>();
    return appends.filter(({ events }) => {
      const isApart = events.every(({ id }) => !taken.has(id));
      if (isApart) events.forEach(({ id }) => taken.add(id));
      return isApart;
    });
  });

/** What the port promises about one append, in a few lines: a list of streams, each a list of events. */
class AppendModel {
  private readonly streams: ModelEvent[][] = STREAMS.map(() => []);

  constructor(private readonly idsAreUniqueIn: AdapterTraits['eventIdsAreUniqueIn']) {}

  append(stream: number, expectedRevision: number, events: readonly ModelEvent[]): object {
    const own = this.streams[stream] ?? [];
    const visible = this.idsAreUniqueIn === 'store' ? this.streams.flat() : own;
    const taken = visible.filter(({ id }) => events.some((event) => event.id === id));
    if (taken.length > 0) {
      const from = own.findIndex(({ id }) => id === events[0]?.id);
      const before = from < 0 ? [] : own.slice(from, from + events.length);
      return JSON.stringify(before.map(key)) === JSON.stringify(events.map(key))
        ? { outcome: 'appended', revision: from + events.length, repeated: true }
        : { outcome: 'event-id-reused' };
    }
    if (own.length !== expectedRevision) return { outcome: 'wrong-revision', actualRevision: own.length };
    own.push(...events);
    return { outcome: 'appended', revision: own.length, repeated: false };
  }

  revision(stream: number): number {
    return this.streams[stream]?.length ?? 0;
  }
}

const key = ({ id, payload }: ModelEvent) => `${id}:${payload}`;

/** Runs random appends against a store and the model, and compares every answer. The store may hold other streams. */
export async function expectToBehaveLikeTheModel(
  store: EventStore,
  numRuns: number,
  { eventIdsAreUniqueIn }: AdapterTraits = { eventIdsAreUniqueIn: 'store' },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { maxLength: 12 }), async (story) => {
      const run = randomUUID();
      const model = new AppendModel(eventIdsAreUniqueIn);
      const answers = new Map<string, Position>();
      for (const appends of story) {
        const asked = appends.map(({ stream, offBy, events }) => ({
          stream,
          expected: Math.max(0, model.revision(stream) + offBy),
          events,
        }));
        const outcomes = await Promise.all(
          asked.map(({ stream, expected, events }) =>
            store.append(
              `${run}-${stream}`,
              expected,
              events.map((event) => stored(run, event)),
            ),
          ),
        );
        for (const [index, { stream, expected, events }] of asked.entries()) {
          const outcome = outcomes[index]!;
          expect(withoutPlace(outcome)).toEqual(model.append(stream, expected, events));
          expectFirstAnswer(answers, stream, outcome);
        }
      }
      for (const stream of STREAMS) {
        const read = await store.readStream(`${run}-${stream}`);
        expect(read.map(({ revision }) => revision)).toEqual(
          Array.from({ length: model.revision(stream) }, (_, index) => index + 1),
        );
      }
    }),
    { numRuns },
  );
}

function stored(run: string, { id, payload }: ModelEvent) {
  return eventToStore({
    eventId: `${run.slice(0, -2)}${String(id).padStart(2, '0')}`,
    data: canonicalBytes({ payload }),
  });
}

function withoutPlace(outcome: AppendOutcome): object {
  const { position: _, recordedAt: __, ...rest } = { position: START, recordedAt: '', ...outcome };
  return rest;
}

/** The position belongs to the event and not to the answer: whoever asks again is told the same. */
function expectFirstAnswer(answers: Map<string, Position>, stream: number, outcome: AppendOutcome): void {
  if (outcome.outcome !== 'appended') return;
  const event = `${stream}@${outcome.revision}`;
  const first = answers.get(event);
  if (first !== undefined) expect(outcome.position).toEqual(first);
  answers.set(event, outcome.position);
}
