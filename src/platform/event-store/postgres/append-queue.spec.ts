import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventToStore } from '../../../../test/support/events-to-store.js';
import { EventStoreBusy, EventStoreUnavailable, type AppendOutcome } from '../event-store.js';
import { START } from '../position.js';
import { AppendQueue, type Append, type QueueLimits } from './append-queue.js';

const LIMITS: QueueLimits = {
  lanes: 1,
  batchAppends: 4,
  batchBytes: 10_000,
  queueAppends: 100,
  queueBytes: 100_000,
};
const done: AppendOutcome = { outcome: 'appended', revision: 1, position: START, repeated: false };
const answered = async (batch: readonly Append[]) => batch.map(() => done);

function appendTo(stream: string, changes: Partial<Append> = {}): Append {
  return { stream, expectedRevision: 0, events: [eventToStore()], ...changes };
}

/** A queue whose batches are written down, by the names of their streams. */
function queueOf(limits: Partial<QueueLimits> = {}, send = answered) {
  const batches: string[][] = [];
  const queue = new AppendQueue(
    async (batch) => {
      batches.push(batch.map(({ stream }) => stream));
      return send(batch);
    },
    { ...LIMITS, ...limits },
  );
  return {
    queue,
    batches,
    addAll: (...appends: Append[]) => Promise.allSettled(appends.map((each) => queue.add(each))),
  };
}

describe('the queue of appends', () => {
  it('gathers what comes in one turn of the event loop, and what comes while a batch is under way', async () => {
    const { batches, addAll, queue } = queueOf({}, async (batch) => {
      if (batches.length === 1) void addAll(appendTo('d'), appendTo('e'));
      return answered(batch);
    });
    await addAll(appendTo('a'), appendTo('b'), appendTo('c'));
    await queue.empty();
    expect(batches).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('has rivals for a stream in one batch, in the order in which they came', async () => {
    const { batches, addAll } = queueOf({ batchAppends: 3 });
    await addAll(appendTo('a'), appendTo('a'), appendTo('b'), appendTo('a'), appendTo('b'));
    expect(batches).toEqual([
      ['a', 'a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('lets no append overtake one to the same stream', async () => {
    const { batches, addAll } = queueOf();
    const events = [eventToStore()];
    await addAll(appendTo('a', { events }), appendTo('b', { events }), appendTo('b'), appendTo('c'));
    expect(batches).toEqual([
      ['a', 'c'],
      ['b', 'b'],
    ]);
  });

  it('never has an event id twice in a batch', async () => {
    const { batches, addAll } = queueOf();
    const events = [eventToStore()];
    await addAll(appendTo('a', { events }), appendTo('b', { events }), appendTo('c'));
    expect(batches).toEqual([['a', 'c'], ['b']]);
  });

  it('bounds a batch by its appends and by its bytes, and sends what is larger than a batch alone', async () => {
    const { batches, addAll } = queueOf();
    const events = [eventToStore({ data: new Uint8Array(LIMITS.batchBytes + 1) })];
    await addAll(...['a', 'b', 'c', 'd', 'e'].map((stream) => appendTo(stream)), appendTo('f', { events }));
    expect(batches).toEqual([['a', 'b', 'c', 'd'], ['e'], ['f']]);
  });

  it('has no more batches under way than there are lanes', async () => {
    let [underWay, most] = [0, 0];
    const { addAll } = queueOf({ lanes: 2 }, async (batch) => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay -= 1;
      return answered(batch);
    });
    await addAll(...Array.from({ length: 20 }, (_, n) => appendTo(`case-${n}`)));
    expect(most).toBe(2);
  });

  it('refuses one append too many without storing it, and takes appends again once there is room', async () => {
    const { batches, addAll, queue } = queueOf({ queueAppends: 2 });
    const [, , third] = await addAll(appendTo('a'), appendTo('b'), appendTo('c'));
    expect(third).toMatchObject({ status: 'rejected', reason: expect.any(EventStoreBusy) });
    await queue.add(appendTo('c'));
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('refuses more bytes than it may hold, but takes any append when it is empty', async () => {
    const { addAll } = queueOf();
    const events = [eventToStore({ data: new Uint8Array(LIMITS.queueBytes + 1) })];
    const [large, small] = await addAll(appendTo('a', { events }), appendTo('b'));
    expect([large?.status, small?.status]).toEqual(['fulfilled', 'rejected']);
  });

  it('tells every member of a batch without an answer that nobody knows what became of it', async () => {
    const { batches, addAll } = queueOf({}, () => Promise.reject(new EventStoreUnavailable('cut')));
    const results = await addAll(appendTo('a'), appendTo('b'));
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(EventStoreUnavailable) });
    }
    // Sent again it might be stored after all, behind the back of whoever was told that nobody knows.
    expect(batches).toEqual([['a', 'b']]);
  });

  it('carries out the members of a refused batch apart, so that only the one at fault fails', async () => {
    const { batches, addAll } = queueOf({}, async (batch) => {
      if (batch.some(({ stream }) => stream === 'bad')) throw new RangeError('not storable');
      return answered(batch);
    });
    const results = await addAll(appendTo('a'), appendTo('bad'), appendTo('b'));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
  });

  it('answers each append once, with its own answer, whatever is gathered with what', async () => {
    const stories = fc.array(fc.record({ stream: fc.nat(5), pause: fc.boolean(), fails: fc.nat(9) }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(stories, fc.constantFrom(1, 2, 3), async (story, lanes) => {
        const stored: number[] = [];
        const { queue } = queueOf({ lanes, queueAppends: 1000 }, async (batch) => {
          await new Promise((resolve) => setImmediate(resolve));
          const numbers = batch.map(({ expectedRevision }) => expectedRevision);
          if (numbers.some((number) => story[number]?.fails === 0)) throw new RangeError('not storable');
          stored.push(...numbers);
          return numbers.map((revision) => ({ ...done, revision }));
        });
        const answers: Promise<number | undefined>[] = [];
        for (const [number, { stream, pause }] of story.entries()) {
          const append = appendTo(`case-${stream}`, { expectedRevision: number });
          answers.push(
            queue.add(append).then(
              (outcome) => (outcome.outcome === 'appended' ? outcome.revision : undefined),
              () => undefined,
            ),
          );
          if (pause) await new Promise((resolve) => setImmediate(resolve));
        }
        const expected = story.map(({ fails }, number) => (fails === 0 ? undefined : number));
        expect(await Promise.all(answers)).toEqual(expected);
        expect(stored.sort((a, b) => a - b)).toEqual(expected.filter((number) => number !== undefined));
      }),
      { numRuns: 100 },
    );
  });
});
