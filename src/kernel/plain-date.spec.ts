import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { systemClock, todayInLondon } from './clock.js';
import { InvalidValue } from './invalid-value.js';
import {
  addDays,
  addMonths,
  addYears,
  dateInWords,
  dayOfYear,
  daysBetween,
  earliest,
  isPlainDate,
  latest,
  monthsBetween,
  plainDate,
  yearOf,
  yearsBetween,
} from './plain-date.js';

const days = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays(plainDate('1950-01-01'), offset));

describe('a civil day', () => {
  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-04-31',
    '24-04-01',
    '2024-4-1',
    '2024-04-01T00:00',
    '1899-12-31',
    '',
  ])('refuses %p', (text) => {
    expect(() => plainDate(text)).toThrow(InvalidValue);
    expect(isPlainDate(text)).toBe(false);
  });

  it.each([
    ['1 May 2024', '"1 May 2024" is not a date such as 2024-03-27'],
    ['x2024-05-01', '"x2024-05-01" is not a date such as 2024-03-27'],
    ['2024-05-01x', '"2024-05-01x" is not a date such as 2024-03-27'],
    ['2023-02-29', '2023-02-29 is not a day in the calendar'],
    ['1899-12-31', '1899-12-31 is outside 1900 to 2199'],
    ['2200-01-01', '2200-01-01 is outside 1900 to 2199'],
  ])('says why %s is none', (text, words) => {
    expect(() => plainDate(text)).toThrow(new InvalidValue(words));
  });

  it('lies from the first day of 1900 to the last of 2199', () => {
    expect(['1900-01-01', '2199-12-31'].every(isPlainDate)).toBe(true);
  });

  it('has a year, and is found in one by month and day, past 2199 too', () => {
    expect(yearOf(plainDate('2024-12-31'))).toBe(2024);
    expect(dayOfYear(2024, '02-29')).toBe('2024-02-29');
    expect(dayOfYear(2200, '01-01')).toBe('2200-01-01');
    expect(() => dayOfYear(2023, '02-29')).toThrow(
      new InvalidValue('2023-02-29 is not a day in the calendar'),
    );
  });

  it('is the first or the last of several, in whatever order', () => {
    const [first, second, third] = ['2024-01-31', '2024-02-01', '2024-10-01'].map(plainDate) as [
      never,
      never,
      never,
    ];
    expect([earliest(second, third, first), earliest(first, third), earliest(third)]).toEqual([
      first,
      first,
      third,
    ]);
    expect([latest(second, third, first), latest(third, first), latest(first)]).toEqual([
      third,
      third,
      first,
    ]);
  });

  it('knows the leap years of the century', () => {
    expect(addDays(plainDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(plainDate('2023-02-28'), 1)).toBe('2023-03-01');
    expect(addYears(plainDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addMonths(plainDate('2024-01-31'), 1)).toBe('2024-02-29');
  });

  it('counts whole days over both changes of the clocks', () => {
    expect(daysBetween(plainDate('2024-03-30'), plainDate('2024-04-01'))).toBe(2);
    expect(daysBetween(plainDate('2024-10-26'), plainDate('2024-10-28'))).toBe(2);
  });

  it('counts completed months and years only', () => {
    expect(monthsBetween(plainDate('2024-01-31'), plainDate('2024-02-29'))).toBe(0);
    expect(monthsBetween(plainDate('2016-04-01'), plainDate('2021-04-01'))).toBe(60);
    expect(yearsBetween(plainDate('1972-01-15'), plainDate('2024-01-14'))).toBe(51);
    expect(yearsBetween(plainDate('1972-01-15'), plainDate('2024-01-15'))).toBe(52);
    expect(monthsBetween(plainDate('2024-06-01'), plainDate('2024-01-01'))).toBe(0);
    expect(yearsBetween(plainDate('2024-06-01'), plainDate('2020-01-01'))).toBe(0);
  });

  it('adds what it counts', () => {
    fc.assert(fc.property(days, days, (from, until) => addDays(from, daysBetween(from, until)) === until));
  });

  it('is written in words as offices write it', () => {
    expect(dateInWords(plainDate('2026-03-02'))).toBe('2 March 2026');
    const months = Array.from({ length: 12 }, (_, index) =>
      dateInWords(addMonths(plainDate('2026-01-01'), index)),
    );
    expect(months.map((each) => each.split(' ')[1]?.slice(0, 3)).join(' ')).toBe(
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    );
  });
});

describe('whole days', () => {
  const byCalendar = (date: string) => Temporal.PlainDate.from(date);
  const anyDay = fc
    .integer({ min: 0, max: 109_572 })
    .map((offset) => plainDate(byCalendar('1900-01-01').add({ days: offset }).toString()));

  it('are added and counted as a calendar does, far into the past and past the year 9999', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -400_000, max: 3_000_000 }), (date, other, days) => {
        expect(addDays(date, days)).toBe(byCalendar(date).add({ days }).toString());
        expect(daysBetween(date, other)).toBe(
          byCalendar(date).until(byCalendar(other), { largestUnit: 'day' }).days,
        );
      }),
    );
  });

  it('are whole', () => {
    expect(() => addDays(plainDate('2024-02-28'), 0.5)).toThrow(RangeError);
  });
});

describe('today in London', () => {
  it.each([
    ['2026-06-30T22:59:59Z', '2026-06-30'],
    ['2026-06-30T23:30:00Z', '2026-07-01'],
    ['2026-12-31T23:30:00Z', '2026-12-31'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-24T23:30:00Z', '2026-10-25'],
  ])('at %s is %s', (instant, today) => {
    expect(todayInLondon({ now: () => new Date(instant) })).toBe(today);
  });

  it('that it is in London is what a calendar of London says, for any two instants after one another', () => {
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
    const first = fc.date({
      min: new Date('1900-01-02T00:00:00Z'),
      max: new Date('2199-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(first, fc.integer({ min: -7_200_000, max: 7_200_000 }), (instant, laterMs) => {
        for (const now of [instant, new Date(instant.getTime() + laterMs)]) {
          expect(todayInLondon({ now: () => now })).toBe(calendar.format(now));
        }
      }),
    );
  });

  it('is read off the clock of the machine', () => {
    const [before, now, after] = [Date.now(), systemClock.now().getTime(), Date.now()];
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(after);
  });
});
