import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { todayInLondon } from './clock.js';
import { InvalidValue } from './invalid-value.js';
import {
  addDays,
  addMonths,
  addYears,
  dateInWords,
  daysBetween,
  isPlainDate,
  monthsBetween,
  plainDate,
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
  });

  it('adds what it counts', () => {
    fc.assert(fc.property(days, days, (from, until) => addDays(from, daysBetween(from, until)) === until));
  });

  it('is written in words as offices write it', () => {
    expect(dateInWords(plainDate('2026-03-02'))).toBe('2 March 2026');
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
});
