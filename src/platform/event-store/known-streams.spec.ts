import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counted, counter, opened } from '../../../test/support/counter-aggregate.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { foldOn } from '../../kernel/aggregate.js';
import { KnownStreams } from './known-streams.js';

const history = recordedHistory([opened(5), counted(1), counted(1), counted(1)]);
const known = (revision: number) =>
  foldOn(counter, { state: counter.initial, revision: 0 }, history.slice(0, revision));

describe('the streams that are known', () => {
  let seconds = 0;
  let streams: KnownStreams<typeof counter.initial, ReturnType<typeof opened>>;

  beforeEach(() => {
    seconds = 1_000;
    streams = new KnownStreams(10, () => seconds * 1000);
  });

  it('are found with the latest that was said of them', () => {
    streams.keep('A', known(3));
    streams.keep('A', known(2));
    expect(streams.find('A')).toEqual(known(3));
    expect(streams.find('B')).toBeUndefined();
  });

  it('are as many as have so many events together, and among them the one that was kept last', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            stream: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
            revision: fc.integer({ min: 1, max: 4 }),
            forgets: fc.boolean(),
          }),
          { minLength: 40, maxLength: 80 },
        ),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (steps, chances) => {
          const some = new KnownStreams<typeof counter.initial, ReturnType<typeof opened>>(
            10,
            () => 0,
            () => {
              thrown += 1;
              return chances.next().value as number;
            },
          );
          let thrown = 0;
          const told = new Map<string, number>();
          for (const { stream, revision, forgets } of steps) {
            const before = [...told.keys()].filter((each) => some.find(each) !== undefined);
            if (forgets) some.forget(stream);
            else some.keep(stream, known(revision));
            const gone = before.filter((each) => each !== stream && some.find(each) === undefined);
            // Each throw of the dice has one go that was there.
            expect(thrown).toBe(gone.length);
            thrown = 0;
            told.set(stream, forgets ? 0 : Math.max(revision, some.find(stream)?.revision ?? 0));
            expect(some.find(stream)?.revision ?? 0).toBe(told.get(stream));
            const found = [...told.keys()].flatMap((each) => some.find(each)?.revision ?? []);
            expect(found.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10);
          }
        },
      ),
    );
  });

  it('are found more often than not by callers who come round to a few more than are kept', () => {
    let seed = 1;
    const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const many = new KnownStreams<typeof counter.initial, ReturnType<typeof opened>>(400, () => 0, chance);
    let found = 0;
    for (let turn = 0; turn < 2_000; turn += 1) {
      const stream = `S${turn % 110}`;
      if (many.find(stream) !== undefined) found += 1;
      many.keep(stream, known(4));
    }
    expect(found).toBeGreaterThan(1_000);
  });

  it('count their events once, however often they are kept', () => {
    streams.keep('A', known(1));
    for (let time = 0; time < 20; time += 1) streams.keep('B', known(4));
    expect(streams.find('A')).toEqual(known(1));
  });

  it('hold none that is longer than all may be, and none that is not there', () => {
    const small = new KnownStreams<typeof counter.initial, ReturnType<typeof opened>>(3);
    small.keep('A', known(4));
    small.keep('B', known(0));
    expect([small.find('A'), small.find('B')]).toEqual([undefined, undefined]);
  });

  it('are fresh for a minute after the store spoke of them', () => {
    streams.keep('A', known(2));
    seconds += 59;
    expect(streams.findFresh('A')).toEqual(known(2));
    seconds += 1;
    expect(streams.findFresh('A')).toBeUndefined();
    streams.keep('A', known(2));
    expect(streams.findFresh('A')).toEqual(known(2));
  });

  it('can be forgotten', () => {
    streams.keep('A', known(2));
    streams.forget('A');
    streams.forget('A');
    expect(streams.find('A')).toBeUndefined();
  });
});
