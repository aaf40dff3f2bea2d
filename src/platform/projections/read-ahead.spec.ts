import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, counterCatalogue, opened } from '../../../test/support/counter-aggregate.js';
import { counterTotals } from '../../../test/support/counter-totals.js';
import { eventToStore, metadataBytes } from '../../../test/support/events-to-store.js';
import { storeEvents } from '../../../test/support/store-events.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { InMemoryEventStore } from '../event-store/in-memory/in-memory-event-store.js';
import { START, type Position } from '../event-store/position.js';
import { EventCatalogues, UnknownEventType } from './event-catalogues.js';
import { readAhead, type Bounds } from './read-ahead.js';

const catalogues = new EventCatalogues([counterCatalogue]);
const BOUNDS: Bounds = { page: 2, pages: 3, subjects: 10 };
const at = (commit: number): Position => ({ commit: BigInt(commit), prepare: BigInt(commit) });

describe('What a projection looks through in one batch', () => {
  let store: InMemoryEventStore;

  const happens = (subject: string, event = counted(1)) =>
    storeEvents(store, catalogues, { stream: `sample-${subject}`, subject }, event);
  const ahead = async (after = START, until?: Position, bounds: Partial<Bounds> = {}) => {
    const found = await readAhead(counterTotals, { store, catalogues }, after, until, {
      ...BOUNDS,
      ...bounds,
    });
    if (found === undefined) return undefined;
    const { touched, last, stop, more, count } = found;
    return {
      ...{ subjects: touched.map(({ subject }) => subject), count, more },
      last: last === undefined ? undefined : Number(last.position.commit),
      ...(stop !== undefined && { stop: Number(stop.event.position.commit), because: stop.fault }),
    };
  };

  beforeEach(() => {
    store = new InMemoryEventStore(new TickingClock());
  });

  it('is nothing where nothing waits', async () => {
    expect(await ahead()).toBeUndefined();
    await happens('A', opened(1));
    expect(await ahead(at(1))).toBeUndefined();
  });

  it('is all that waits, over several pages, with each subject once, in the order in which they are first touched', async () => {
    for (const subject of ['B', 'A', 'B', 'A', 'B']) await happens(subject);
    expect(await ahead()).toEqual({ subjects: ['B', 'A'], count: 5, more: false, last: 5 });
  });

  it('says from which event on each subject is not right, and which streams tell of it', async () => {
    for (const subject of ['A', 'B', 'B', 'B']) await happens(subject);
    await storeEvents(store, catalogues, { stream: 'sample-other', subject: 'B' }, opened(1));
    const found = await readAhead(counterTotals, { store, catalogues }, at(1), undefined, BOUNDS);
    expect(found?.touched).toEqual([
      { subject: 'B', streams: new Set(['sample-B', 'sample-other']), since: at(2) },
    ]);
  });

  it('ends after so many pages', async () => {
    for (let count = 0; count < 9; count += 1) await happens('A');
    expect(await ahead()).toEqual({ subjects: ['A'], count: 6, more: true, last: 6 });
    expect(await ahead(at(6))).toEqual({ subjects: ['A'], count: 3, more: false, last: 9 });
  });

  it('reads no further page once it has touched so many subjects', async () => {
    for (const subject of ['A', 'B', 'C', 'D', 'E', 'F']) await happens(subject);
    expect(await ahead(START, undefined, { subjects: 3 })).toEqual({
      ...{ subjects: ['A', 'B', 'C', 'D'], count: 4, more: true, last: 4 },
    });
  });

  it('takes none behind the given position', async () => {
    for (let count = 0; count < 5; count += 1) await happens('A');
    for (const until of [1, 2, 3, 4])
      expect(await ahead(START, at(until))).toEqual({
        ...{ subjects: ['A'], count: until, more: false, last: until },
      });
    expect(await ahead(at(3), at(3))).toBeUndefined();
  });

  it('ends before an event that this version does not know; then that is the next', async () => {
    for (const subject of ['A', 'B', 'C']) await happens(subject);
    await store.append('sample-D', 0, [
      eventToStore({ type: 'sample.melted', metadata: metadataBytes('D') }),
    ]);
    await happens('E');
    const because = expect.any(UnknownEventType) as unknown;
    expect(await ahead()).toEqual({
      ...{ subjects: ['A', 'B', 'C'], count: 3, more: true, last: 3, stop: 4, because },
    });
    expect(await ahead(at(3))).toEqual({
      ...{ subjects: [], count: 0, more: true, last: undefined, stop: 4, because },
    });
  });

  it('is the same events whatever the bounds, batch after batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 20 }),
        fc.record({
          page: fc.integer({ min: 1, max: 7 }),
          pages: fc.integer({ min: 1, max: 4 }),
          subjects: fc.integer({ min: 1, max: 4 }),
        }),
        async (told, bounds) => {
          store = new InMemoryEventStore(new TickingClock());
          for (const subject of told) await happens(subject);
          const covered: string[] = [];
          for (let after = 0, more = true; more;) {
            const batch = await ahead(at(after), undefined, bounds);
            if (batch === undefined) break;
            const own = told.slice(after, batch.last);
            expect(batch.subjects).toEqual([...new Set(own)]);
            expect(batch.count).toBe(own.length);
            covered.push(...own);
            after = batch.last!;
            ({ more } = batch);
          }
          expect(covered).toEqual(told);
        },
      ),
    );
  });
});
