import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import { ageRange } from './age-range.js';
import { completeYears, weeksFor, yearsByAge } from './service-years.js';

const STARTED = plainDate('2016-04-01');
const ENDS = plainDate('2024-04-30');

describe('the range of ages', () => {
  it('is half a week to one and a half for each year where nothing is known', () => {
    const { youngest, oldest } = ageRange(ENDS, 8, STARTED);
    expect(youngest).toEqual({ below22: 8, from22: 0, from41: 0 });
    expect(oldest).toEqual({ below22: 0, from22: 0, from41: 8 });
    expect(ageRange(ENDS, 24, STARTED).oldest.from41).toBe(20);
  });

  it('knows that nobody began a job before they were born', () => {
    // Somebody born on the day before a job of 30 years was 22 or over throughout the last eight of them.
    const { youngest } = ageRange(plainDate('2024-03-31'), 30, plainDate('1994-04-01'));
    expect(youngest).toEqual({ below22: 12, from22: 8, from41: 0 });
  });

  it('is narrowed to one year by an assessment with both ages in it', () => {
    const earlier = { countedTo: ENDS, yearsByAge: { below22: 0, from22: 5, from41: 3 } };
    expect(ageRange(plainDate('2025-04-30'), 9, STARTED, earlier)).toEqual({
      youngest: { below22: 0, from22: 5, from41: 4 },
      oldest: { below22: 0, from22: 5, from41: 4 },
    });
    // Half a year later it is not known whether the birthday came before.
    expect(ageRange(plainDate('2024-10-31'), 8, STARTED, earlier)).toEqual({
      youngest: { below22: 0, from22: 5, from41: 3 },
      oldest: { below22: 0, from22: 4, from41: 4 },
    });
  });

  const days = fc.integer({ min: 0, max: 30 * 365 });
  const after = (day: PlainDate) => days.map((later) => addDays(day, later));
  const births = fc
    .integer({ min: 0, max: 50 * 366 })
    .map((later) => addDays(plainDate('1940-01-01'), later));

  it('holds the true figure, whoever it is, and is that figure on the day of the assessment', () => {
    const started = plainDate('1996-02-29');
    const stories = fc.tuple(births, after(started), after(started));
    fc.assert(
      fc.property(stories, ([born, countedTo, day]) => {
        const years = completeYears(started, countedTo);
        const earlier = { countedTo, yearsByAge: yearsByAge(countedTo, years, born) };
        const asked = completeYears(started, day);
        const weeks = weeksFor(yearsByAge(day, asked, born));
        for (const known of [earlier, undefined]) {
          const { youngest, oldest } = ageRange(day, asked, started, known);
          expect(weeksFor(youngest).compare(weeks)).toBeLessThanOrEqual(0);
          expect(weeksFor(oldest).compare(weeks)).toBeGreaterThanOrEqual(0);
        }
        const sameDay = ageRange(countedTo, years, started, earlier);
        expect([sameDay.youngest, sameDay.oldest]).toEqual([earlier.yearsByAge, earlier.yearsByAge]);
      }),
      { numRuns: 150 },
    );
  });
});
