import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from './invalid-value.js';
import {
  clip,
  cutAt,
  daysIn,
  includes,
  lastDayOf,
  overlapOf,
  period,
  periodInWords,
  periodOfDays,
  uncovered,
} from './period.js';
import { addDays, plainDate } from './plain-date.js';

const START = plainDate('2023-11-01');
const days = fc.integer({ min: 0, max: 200 }).map((offset) => addDays(START, offset));
const periods = fc
  .tuple(days, fc.integer({ min: 1, max: 90 }))
  .map(([from, length]) => period(from, addDays(from, length)));
const every = (whole: { from: typeof START; until: typeof START }) =>
  Array.from({ length: daysIn(whole) }, (_, offset) => addDays(whole.from, offset));

describe('a half-open period', () => {
  it('has both named days when made from the first and the last day', () => {
    const bridging = periodOfDays(plainDate('2024-05-01'), plainDate('2024-06-25'));
    expect(daysIn(bridging)).toBe(56);
    expect(lastDayOf(bridging)).toBe('2024-06-25');
    expect(periodInWords(bridging)).toBe('1 May 2024 to 25 June 2024');
  });

  it('cannot end before it starts', () => {
    expect(() => period(plainDate('2024-05-02'), plainDate('2024-05-01'))).toThrow(
      new InvalidValue('The period ends on 2024-05-01, before it starts on 2024-05-02'),
    );
  });

  it('may be empty, and then holds no day and no piece', () => {
    const empty = period(START, START);
    expect(daysIn(empty)).toBe(0);
    expect(includes(empty, START)).toBe(false);
    expect(cutAt(empty, [START])).toEqual([]);
    expect(uncovered(empty, [])).toEqual([]);
  });

  it('of one day is that day in words', () => {
    expect(periodInWords(periodOfDays(plainDate('2024-05-01'), plainDate('2024-05-01')))).toBe('1 May 2024');
    expect(periodInWords(periodOfDays(plainDate('2024-05-01'), plainDate('2024-05-02')))).toBe(
      '1 May 2024 to 2 May 2024',
    );
  });

  it('is cut on each day inside it once, in order, and never at its ends', () => {
    const whole = period(START, addDays(START, 10));
    const cuts = [7, 3, 3, 0, 10, -1, 11].map((offset) => addDays(START, offset));
    expect(cutAt(whole, cuts).map(({ from }) => from)).toEqual(
      [0, 3, 7].map((offset) => addDays(START, offset)),
    );
    expect(cutAt(whole, [])).toEqual([whole]);
  });

  it('shares no day with one that only touches it', () => {
    const before = period(START, addDays(START, 3));
    const after = period(addDays(START, 3), addDays(START, 5));
    expect(overlapOf(before, after)).toBeUndefined();
    expect(clip(before, after)).toBeUndefined();
    expect(clip(after, { from: addDays(START, 4) })).toEqual(period(addDays(START, 4), addDays(START, 5)));
  });

  it('is cut without losing or doubling a day', () => {
    fc.assert(
      fc.property(periods, fc.array(days), (whole, cuts) => {
        expect(cutAt(whole, cuts).flatMap(every)).toEqual(every(whole));
      }),
    );
  });

  it('shares exactly the days that are in both', () => {
    fc.assert(
      fc.property(periods, periods, (left, right) => {
        const shared = overlapOf(left, right);
        const expected = every(left).filter((day) => includes(right, day));
        expect(shared === undefined ? [] : every(clip(left, right) ?? left)).toEqual(expected);
      }),
    );
  });

  it('goes on for ever while its end is not known', () => {
    expect(overlapOf({ from: START }, { from: addDays(START, 5) })).toEqual({ from: addDays(START, 5) });
    expect(includes({ from: START }, plainDate('2190-01-01'))).toBe(true);
  });

  it('ends, where it is shared with one that goes on, with the one that ends', () => {
    const closed = period(START, addDays(START, 9));
    const goesOn = { from: addDays(START, 4) };
    const shared = period(addDays(START, 4), addDays(START, 9));
    expect([overlapOf(goesOn, closed), overlapOf(closed, goesOn)]).toEqual([shared, shared]);
    expect(uncovered(closed, [goesOn])).toEqual([period(START, addDays(START, 4))]);
  });

  it('is not cut by an empty one, which covers nothing', () => {
    const whole = period(START, addDays(START, 9));
    const empty = period(addDays(START, 4), addDays(START, 4));
    expect(uncovered(whole, [empty])).toEqual([whole]);
    expect(uncovered(whole, [empty, period(START, addDays(START, 2))])).toEqual([
      period(addDays(START, 2), addDays(START, 9)),
    ]);
  });

  it('names the days that nothing covers, joined up', () => {
    fc.assert(
      fc.property(periods, fc.array(periods, { maxLength: 4 }), (whole, covers) => {
        const gaps = uncovered(whole, covers);
        const expected = every(whole).filter((day) => !covers.some((each) => includes(each, day)));
        expect(gaps.flatMap(every)).toEqual(expected);
        gaps.slice(1).forEach((gap, index) => {
          expect(gap.from > (gaps[index]?.until ?? gap.from)).toBe(true);
        });
      }),
    );
  });
});
