import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, daysBetween, plainDate } from '../../../kernel/plain-date.js';
import { statutoryNotice } from './statutory-notice.js';

const notice = (startedOn: string, givenOn: string) => {
  const { weeks, earliestExpiry } = statutoryNotice(plainDate(startedOn), plainDate(givenOn));
  return [weeks, earliestExpiry];
};

describe('Statutory notice', () => {
  it('is nothing before a month is complete, both end days counted', () => {
    expect(notice('2026-03-02', '2026-03-31')).toEqual([0, '2026-03-31']);
    expect(notice('2026-03-02', '2026-04-01')).toEqual([1, '2026-04-08']);
  });

  it('lets a month that began on the 31st end with a shorter month', () => {
    expect(notice('2026-01-31', '2026-02-27')).toEqual([0, '2026-02-27']);
    expect(notice('2026-01-31', '2026-02-28')).toEqual([1, '2026-03-07']);
  });

  it('is one week until two years are complete, and then a week for each year', () => {
    expect(notice('2024-06-10', '2026-06-08')).toEqual([1, '2026-06-15']);
    expect(notice('2024-06-10', '2026-06-09')).toEqual([2, '2026-06-23']);
  });

  it('stops at twelve weeks', () => {
    expect(notice('2014-11-23', '2026-11-21')).toEqual([11, '2027-02-06']);
    expect(notice('2014-11-23', '2026-11-22')).toEqual([12, '2027-02-14']);
    expect(notice('1994-11-23', '2026-11-22')).toEqual([12, '2027-02-14']);
  });

  it('never gets shorter as service goes on, and is always whole weeks', () => {
    const start = plainDate('2000-02-29');
    fc.assert(
      fc.property(fc.nat(12_000), (days) => {
        const [today, tomorrow] = [days, days + 1].map((each) =>
          statutoryNotice(start, addDays(start, each)),
        );
        expect(tomorrow!.weeks).toBeGreaterThanOrEqual(today!.weeks);
        expect(daysBetween(addDays(start, days), today!.earliestExpiry)).toBe(7 * today!.weeks);
      }),
    );
  });

  it('explains itself down to the service', () => {
    const start = plainDate('2020-01-06');
    expect(statutoryNotice(start, addYears(start, 3)).basis).toMatchObject({
      rule: 'NOTICE-RUNS-FROM-NEXT-DAY',
      inputs: { givenOn: '2023-01-06', earliestExpiry: '2023-01-27' },
      from: [{ rule: 'NOTICE-STATUTORY-WEEKS', inputs: { completeMonths: 36, completeYears: 3, weeks: 3 } }],
    });
  });
});
