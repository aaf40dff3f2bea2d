import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { bankHolidaysOf } from './bank-holidays.js';
import { addWorkingDays, dueDates } from './due-dates.js';

describe('bank holidays in England', () => {
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
});

describe('the deadlines of a recharge', () => {
  it('count working days over weekends and bank holidays', () => {
    expect(addWorkingDays(plainDate('2024-03-28'), 1)).toBe('2024-04-02');
    expect(addWorkingDays(plainDate('2024-12-24'), 3)).toBe('2024-12-31');
  });

  it('give 15 working days to query and 30 days to pay', () => {
    expect(dueDates(plainDate('2024-07-08'), 30, 15)).toEqual({
      paymentDueOn: '2024-08-07',
      queryDueOn: '2024-07-29',
    });
  });
});
