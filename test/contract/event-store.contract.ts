import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalBytes } from '../../src/platform/event-store/canonical-json.js';
import type {
  AppendOutcome,
  EventStore,
  EventToStore,
  StoredEvent,
} from '../../src/platform/event-store/event-store.js';
import { comparePositions, START, type Position } from '../../src/platform/event-store/position.js';
import { eventsToStore, eventToStore, metadataBytes } from '../support/events-to-store.js';

/** An empty store, and how to leave it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  close(): Promise<void>;
}

/** Where the port leaves adapters a choice. */
export interface AdapterTraits {
  /** Whether the store knows the event ids of all streams, or only those of the stream that is written to. */
  readonly eventIdsAreUniqueIn: 'store' | 'stream';
}

/** What the port promises, as one suite that every adapter passes. */
export function eventStoreContract(
  adapter: string,
  open: () => Promise<StoreUnderTest>,
  { eventIdsAreUniqueIn }: AdapterTraits = { eventIdsAreUniqueIn: 'store' },
): void {
  describe(`The event store (${adapter})`, () => {
    let underTest: StoreUnderTest;
    let store: EventStore;

    beforeEach(async () => {
      underTest = await open();
      store = underTest.store;
    });

    afterEach(() => underTest.close());

    describe('append', () => {
      it('stores the events of a new stream and says how far the stream has come', async () => {
        const events = eventsToStore(2);
        const outcome = await store.append('case-1', 0, events);
        const [, last] = await store.readStream('case-1');
        expect(outcome).toEqual({
          outcome: 'appended',
          revision: 2,
          position: last?.position,
          repeated: false,
        });
      });

      it('says no other moment than the one it recorded, if it says one', async () => {
        for (const streams of [['case-1'], ['case-2', 'case-3']]) {
          const outcomes = await Promise.all(
            streams.map((stream) => store.append(stream, 0, eventsToStore(1))),
          );
          for (const [index, stream] of streams.entries()) {
            const [stored] = await store.readStream(stream);
            expect({ recordedAt: stored?.recordedAt, ...outcomes[index] }).toMatchObject({
              outcome: 'appended',
              recordedAt: stored?.recordedAt,
            });
          }
        }
      });

      it('answers with the actual revision when the expected one is behind or ahead, and stores nothing', async () => {
        await store.append('case-1', 0, eventsToStore(2));
        const conflict = { outcome: 'wrong-revision', actualRevision: 2 };
        for (const expected of [0, 1, 3]) {
          expect(await store.append('case-1', expected, eventsToStore(1))).toEqual(conflict);
        }
        expect(await store.append('case-2', 1, eventsToStore(1))).toEqual({
          outcome: 'wrong-revision',
          actualRevision: 0,
        });
        expect(await revisionsOf(store, 'case-1')).toEqual([1, 2]);
        expect(await store.readStream('case-2')).toEqual([]);
      });

      it('lets exactly one of many creators of a stream win', async () => {
        for (let round = 0; round < 10; round += 1) {
          const outcomes = await Promise.all(
            Array.from({ length: 8 }, () => store.append(`case-${round}`, 0, eventsToStore(2))),
          );
          expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
          expect(outcomes.filter(({ outcome }) => outcome === 'wrong-revision')).toHaveLength(7);
          expect(await revisionsOf(store, `case-${round}`)).toEqual([1, 2]);
        }
      });

      it('lets exactly one of many writers at the same revision win', async () => {
        await store.append('case-1', 0, eventsToStore(1));
        for (let revision = 1; revision <= 10; revision += 1) {
          const outcomes = await Promise.all(
            Array.from({ length: 8 }, () => store.append('case-1', revision, eventsToStore(1))),
          );
          expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
        }
        expect(await store.readStream('case-1')).toHaveLength(11);
      });

      it('refuses an append without events', async () => {
        await expect(store.append('case-1', 0, [])).rejects.toThrow('at least one event');
      });
    });

    describe('the same events sent again', () => {
      it('succeed with the first answer, also after others have appended', async () => {
        const events = eventsToStore(2);
        const first = await store.append('case-1', 0, events);
        await store.append('case-1', 2, eventsToStore(1));
        await store.append('case-2', 0, eventsToStore(1));
        expect(await store.append('case-1', 0, events)).toEqual({ ...first, repeated: true });
        expect(await revisionsOf(store, 'case-1')).toEqual([1, 2, 3]);
      });

      it('succeed when they come at the same moment, and one copy is stored', async () => {
        for (let before = 0; before < 10; before += 2) {
          const events = eventsToStore(2);
          const outcomes = await Promise.all(
            Array.from({ length: 16 }, () => store.append('case-1', before, events)),
          );
          const [first, ...others] = outcomes.sort((a, b) => Number(isRepeat(a)) - Number(isRepeat(b)));
          expect(first).toMatchObject({ outcome: 'appended', revision: before + 2, repeated: false });
          expect(others).toEqual(Array.from({ length: 15 }, () => ({ ...first, repeated: true })));
          expect(bytesOf(await store.readStream('case-1', before + 1))).toEqual(bytesOf(events));
        }
      });

      it('succeed with other metadata, which belongs to the request, and keep the first', async () => {
        const event = eventToStore();
        await store.append('case-1', 0, [event]);
        const again = { ...event, metadata: metadataBytes('sample-1', { correlationId: 'another request' }) };
        expect(await store.append('case-1', 0, [again])).toMatchObject({
          outcome: 'appended',
          repeated: true,
        });
        expect(bytesOf(await store.readStream('case-1'))).toEqual(bytesOf([event]));
      });
    });

    describe('an event id that is taken', () => {
      let first: EventToStore;
      let second: EventToStore;

      beforeEach(async () => {
        [first, second] = [eventToStore(), eventToStore()];
        await store.append('case-1', 0, [first, second]);
      });

      const reused = { outcome: 'event-id-reused' };

      if (eventIdsAreUniqueIn === 'store') {
        it('is refused in another stream', async () => {
          expect(await store.append('case-2', 0, [first, second])).toEqual(reused);
          expect(await store.readStream('case-2')).toEqual([]);
        });
      } else {
        it('is not seen in another stream, and each stream keeps its own', async () => {
          const other = { ...first, data: canonicalBytes({ by: 2 }) };
          expect(await store.append('case-2', 0, [other])).toMatchObject({ revision: 1, repeated: false });
          expect(bytesOf(await store.readStream('case-1'))).toEqual(bytesOf([first, second]));
          expect(bytesOf(await store.readStream('case-2'))).toEqual(bytesOf([other]));
        });
      }

      it('is refused with other bytes or another type', async () => {
        const otherData = { ...first, data: canonicalBytes({ by: 2 }) };
        const otherType = { ...first, type: 'sample.closed' };
        expect(await store.append('case-1', 0, [otherData, second])).toEqual(reused);
        expect(await store.append('case-1', 0, [otherType, second])).toEqual(reused);
      });

      it('is refused among new events, in another order, or twice in one append', async () => {
        const fresh = eventToStore();
        expect(await store.append('case-1', 2, [first, fresh])).toEqual(reused);
        expect(await store.append('case-1', 2, [fresh, first])).toEqual(reused);
        expect(await store.append('case-1', 0, [second, first])).toEqual(reused);
        expect(await store.append('case-1', 2, [fresh, fresh])).toEqual(reused);
      });

      it('leaves nothing behind, so that the stream can be written as before', async () => {
        const fresh = eventToStore();
        await store.append('case-1', 2, [fresh, first]);
        await store.append('case-2', 0, [fresh, fresh]);
        expect(await revisionsOf(store, 'case-1')).toEqual([1, 2]);
        expect(await store.append('case-1', 2, [fresh])).toMatchObject({ revision: 3, repeated: false });
        expect(await store.append('case-2', 0, eventsToStore(1))).toMatchObject({ revision: 1 });
      });
    });

    describe('reading', () => {
      it('gives back a stream as it was written, byte for byte', async () => {
        const events = [
          eventToStore({
            data: canonicalBytes({ zulu: 'é – 漢字 – 🦉', alpha: { b: [1, -2, null, true] } }),
          }),
          eventToStore({ type: 'sample.closed', schemaVersion: 3, data: Uint8Array.from([0, 255, 10, 92]) }),
        ];
        await store.append('case-1', 0, events);
        const read = await store.readStream('case-1');
        expect(bytesOf(read)).toEqual(bytesOf(events));
        expect(read.map(({ stream, revision }) => [stream, revision])).toEqual([
          ['case-1', 1],
          ['case-1', 2],
        ]);
      });

      it('gives bytes that can be changed without changing history', async () => {
        const event = eventToStore();
        await store.append('case-1', 0, [event]);
        event.data.fill(0);
        (await store.readStream('case-1')).forEach(({ data }) => data.fill(0));
        (await store.readAll(START, 10)).forEach(({ metadata }) => metadata.fill(0));
        const untouched = { ...event, data: canonicalBytes({ by: 1 }) };
        expect(bytesOf(await store.readStream('case-1'))).toEqual(bytesOf([untouched]));
      });

      it('starts a stream at the revision that is asked for', async () => {
        await store.append('case-1', 0, eventsToStore(4));
        expect((await store.readStream('case-1', 3)).map(({ revision }) => revision)).toEqual([3, 4]);
        expect(await store.readStream('case-1', 5)).toEqual([]);
        expect(await store.readStream('case-2')).toEqual([]);
      });

      it('gives all streams in the order of their positions, after a position and up to a limit', async () => {
        await store.append('case-1', 0, eventsToStore(2));
        await store.append('case-2', 0, eventsToStore(1));
        await store.append('case-1', 2, eventsToStore(1));
        const all = await store.readAll(START, 10);
        expect(all.map(({ stream, revision }) => [stream, revision])).toEqual([
          ['case-1', 1],
          ['case-1', 2],
          ['case-2', 1],
          ['case-1', 3],
        ]);
        const [first, second, third] = all;
        expect(await store.readAll(START, 1)).toEqual([first]);
        expect(await store.readAll(first?.position ?? START, 2)).toEqual([second, third]);
        expect(await store.readAll(await store.head(), 10)).toEqual([]);
      });

      it('gives several streams at once, in the order of their positions, and each of them once', async () => {
        await store.append('case-1', 0, eventsToStore(2));
        await store.append('case-2', 0, eventsToStore(1));
        await store.append('case-3', 0, eventsToStore(1));
        await store.append('case-1', 2, eventsToStore(1));
        const wanted = ['case-3', 'case-1', 'case-1', 'case-4'];
        const all = await store.readAll(START, 10);
        expect(await store.readStreams(wanted)).toEqual(all.filter(({ stream }) => stream !== 'case-2'));
        expect(await store.readStreams([])).toEqual([]);
      });

      it('says where the last event stands', async () => {
        expect(await store.head()).toEqual(START);
        await store.append('case-1', 0, eventsToStore(2));
        const outcome = await store.append('case-2', 0, eventsToStore(1));
        expect(outcome).toMatchObject({ position: await store.head() });
      });

      it('counts the events after a position, and no further than is asked', async () => {
        expect(await store.countAfter(START, 10)).toBe(0);
        await store.append('case-1', 0, eventsToStore(3));
        await store.append('case-2', 0, eventsToStore(1));
        const [first] = await store.readAll(START, 1);
        expect(await store.countAfter(START, 10)).toBe(4);
        expect(await store.countAfter(first?.position ?? START, 10)).toBe(3);
        expect(await store.countAfter(START, 3)).toBe(3);
        expect(await store.countAfter(START, 0)).toBe(0);
        expect(await store.countAfter(await store.head(), 10)).toBe(0);
      });

      it('gives instants in UTC with microseconds that never go back', async () => {
        for (let number = 0; number < 20; number += 1) {
          await store.append(`case-${number}`, 0, eventsToStore(2));
        }
        const instants = (await store.readAll(START, 100)).map(({ recordedAt }) => recordedAt);
        for (const instant of instants)
          expect(instant).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/);
        expect(instants).toEqual([...instants].sort());
      });

      it('says before which moment nothing is recorded any more, also while others append', async () => {
        expect(await store.settledBefore()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/);
        let writing = true;
        const writers = Promise.all(Array.from({ length: 4 }, (_, writer) => writeMany(store, writer, 15)));
        void writers.finally(() => (writing = false));
        const answers: { readonly settled: string; readonly before: number }[] = [];
        while (writing) {
          const settled = await store.settledBefore();
          answers.push({ settled, before: await recordedBefore(store, settled) });
        }
        await writers;
        expect(answers).not.toEqual([]);
        for (const { settled, before } of answers) {
          expect({ settled, before: await recordedBefore(store, settled) }).toEqual({ settled, before });
        }
      });
    });

    describe('a tailing reader', () => {
      it('misses nothing and sees nothing twice while eight writers append', async () => {
        let writing = true;
        const writers = Promise.all(Array.from({ length: 8 }, (_, writer) => writeMany(store, writer, 40)));
        void writers.finally(() => (writing = false));

        const seen: StoredEvent[] = [];
        for (let idle = false; writing || !idle;) {
          const page = await store.readAll(lastPosition(seen), 7);
          seen.push(...page);
          idle = page.length === 0;
          if (idle) await new Promise((resolve) => setImmediate(resolve));
        }

        const written = (await writers).flat();
        expect(seen.map(({ eventId }) => eventId).sort()).toEqual(written.sort());
        seen.slice(1).forEach(({ position }, index) => {
          expect(comparePositions(position, seen[index]?.position ?? START)).toBe(1);
        });
      });

      it('is woken after an append, and no longer when it has stopped', async () => {
        let wakes = 0;
        const woken = new Promise<void>((resolve) => {
          const stop = store.onAppended(() => {
            wakes += 1;
            stop();
            resolve();
          });
        });
        await store.append('case-1', 0, eventsToStore(1));
        await woken;
        await store.append('case-1', 1, eventsToStore(1));
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(wakes).toBe(1);
      });
    });
  });
}

/** Appends one to three events at a time to the writer's own stream, and returns the ids of all of them. */
async function writeMany(store: EventStore, writer: number, appends: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 0; number < appends; number += 1) {
    const events = eventsToStore(1 + ((writer + number) % 3));
    const outcome = await store.append(`writer-${writer}`, ids.length, events);
    expect(outcome.outcome).toBe('appended');
    ids.push(...events.map(({ eventId }) => eventId));
  }
  return ids;
}

function isRepeat(outcome: AppendOutcome): boolean {
  return outcome.outcome === 'appended' && outcome.repeated;
}

function lastPosition(events: readonly StoredEvent[]): Position {
  return events.at(-1)?.position ?? START;
}

async function revisionsOf(store: EventStore, stream: string): Promise<readonly number[]> {
  return (await store.readStream(stream)).map(({ revision }) => revision);
}

/** What the writer gave, in a form that compares by content whatever kind of byte array an adapter uses. */
function bytesOf(events: readonly EventToStore[]): readonly object[] {
  return events.map(({ eventId, type, schemaVersion, data, metadata }) => ({
    eventId,
    type,
    schemaVersion,
    data: Buffer.from(data).toString('hex'),
    metadata: Buffer.from(metadata).toString('hex'),
  }));
}

/** How many events are recorded before a moment, as far as they can be read now. */
async function recordedBefore(store: EventStore, moment: string): Promise<number> {
  const events = await store.readAll(START, 1_000);
  return events.filter(({ recordedAt }) => recordedAt < moment).length;
}
