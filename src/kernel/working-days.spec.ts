import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidaysOf, PUBLISHED_YEARS, regularBankHolidaysOf } from './bank-holidays.js';
import { addDays, plainDate } from './plain-date.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

describe('bank holidays in England and Wales', () => {
  it.each([
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ])('of %i', (year, days) => {
    expect([...bankHolidaysOf(year)].sort()).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('are the regular ones of every listed year but for what was proclaimed or moved', () => {
    const differences = PUBLISHED_YEARS.flatMap((year) => {
      const [published, regular] = [bankHolidaysOf(year), regularBankHolidaysOf(year)];
      return [
        ...[...published].filter((day) => !regular.has(day)).map((day) => `+${day}`),
        ...[...regular].filter((day) => !published.has(day)).map((day) => `-${day}`),
      ];
    });
    expect(differences).toEqual([
      // The Diamond Jubilee.
      ...['+2012-06-04', '+2012-06-05', '-2012-05-28'],
      // 75 years after the end of the war in Europe.
      ...['+2020-05-08', '-2020-05-04'],
      // The Platinum Jubilee, and the funeral of Queen Elizabeth II.
      ...['+2022-06-02', '+2022-06-03', '+2022-09-19', '-2022-05-30'],
      // The coronation of King Charles III.
      '+2023-05-08',
    ]);
  });

  it('are the regular ones of a year that is not listed', () => {
    expect(PUBLISHED_YEARS).not.toContain(2033);
    expect([...bankHolidaysOf(2033)].sort()).toEqual([
      '2033-01-03',
      '2033-04-15',
      '2033-04-18',
      '2033-05-02',
      '2033-05-30',
      '2033-08-29',
      '2033-12-26',
      '2033-12-27',
    ]);
  });
});

describe('Easter', () => {
  // Tables to find Easter Day, Calendar (New Style) Act 1750: its first and its last day, and the years in which it would
  // come a week later but for the correction of the moon, over the turns of the centuries.
  it.each([
    [1900, '04-15'],
    [1913, '03-23'],
    [1943, '04-25'],
    [1954, '04-18'],
    [1981, '04-19'],
    [1999, '04-04'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
    [2100, '03-28'],
    [2133, '04-19'],
    [2160, '03-23'],
    [2199, '04-14'],
  ])('of %i is on %s, between Good Friday and Easter Monday', (year, sunday) => {
    const easter = plainDate(`${year}-${sunday}`);
    const holidays = regularBankHolidaysOf(year);
    expect([holidays.has(addDays(easter, -2)), holidays.has(addDays(easter, 1))]).toEqual([true, true]);
  });
});

describe('working days', () => {
  it.each([
    ['a Thursday', '2024-03-28', true],
    ['Good Friday', '2024-03-29', false],
    ['a Saturday', '2024-03-30', false],
    ['a Sunday', '2024-03-31', false],
    ['Easter Monday', '2024-04-01', false],
  ])('are weekdays that are no bank holiday: %s', (_, day, isOne) => {
    expect(isWorkingDay(plainDate(day))).toBe(isOne);
  });

  it('are counted over weekends, bank holidays and the turn of the year', () => {
    expect(addWorkingDays(plainDate('2024-03-28'), 1)).toBe('2024-04-02');
    expect(addWorkingDays(plainDate('2024-12-24'), 3)).toBe('2024-12-31');
    expect(addWorkingDays(plainDate('2024-12-31'), 1)).toBe('2025-01-02');
    expect(addWorkingDays(plainDate('2024-03-29'), 0)).toBe('2024-03-29');
  });

  it('are counted from the last day that may be entered too', () => {
    expect(addWorkingDays(plainDate('2199-12-31'), 5)).toBe('2200-01-08');
  });

  it('are reached one after the other, from any day', () => {
    const days = fc.integer({ min: 0, max: 73_049 }).map((after) => addDays(plainDate('2000-01-01'), after));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (day, some, more) => {
          const reached = addWorkingDays(day, some + more);
          expect(isWorkingDay(reached)).toBe(true);
          expect(addWorkingDays(addWorkingDays(day, some), more)).toBe(reached);
        },
      ),
    );
  });
});
