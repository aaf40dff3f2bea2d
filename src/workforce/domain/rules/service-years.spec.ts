import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, plainDate } from '../../../kernel/plain-date.js';
import { exactText } from './exact-text.js';
import { completeMonths, weeksFor, yearsByAge, yearsByWholeAge } from './service-years.js';

const LAST_DAY = plainDate('2026-06-30');

describe('Years by age', () => {
  it('are the same by the age in whole years, unless the birthday is the day after the last day', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 17, max: 80 }),
        fc.integer({ min: 2, max: 30 }),
        fc.nat(363),
        (age, years, since) => {
          const born = addDays(addYears(LAST_DAY, -age), -since);
          expect(yearsByAge(LAST_DAY, years, born)).toEqual(yearsByWholeAge(age, years));
        },
      ),
    ));

  it('give half a week more by dates for each edge of a band where the birthday is the day after', () => {
    const born = plainDate('1965-07-01');
    expect(exactText(weeksFor(yearsByAge(LAST_DAY, 20, born)))).toBe('30');
    expect(exactText(weeksFor(yearsByWholeAge(60, 20)))).toBe('29.5');
  });

  it('are at most twenty, the latest', () => {
    expect(yearsByWholeAge(70, 45)).toEqual({ below22: 0, from22: 0, from41: 20 });
    expect(yearsByWholeAge(42, 22)).toEqual({ below22: 0, from22: 19, from41: 1 });
  });
});

describe('Complete months', () => {
  it('count both end days', () => {
    expect(completeMonths(plainDate('2026-03-02'), plainDate('2026-03-31'))).toBe(0);
    expect(completeMonths(plainDate('2026-03-02'), plainDate('2026-04-01'))).toBe(1);
  });
});
