import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../../kernel/fraction.js';
import { InvalidValue } from '../../../../kernel/invalid-value.js';
import { plainDate } from '../../../../kernel/plain-date.js';
import { firstYearAccrual } from './first-year-accrual.js';
import { accruesByPayPeriod, payPeriodAccrual } from './pay-period-accrual.js';

const hours = (...texts: string[]) => texts.map((text) => Fraction.parse(text));

describe('Leave by pay period', () => {
  it('counts a part of an hour as an hour from 30 minutes', () => {
    expect(payPeriodAccrual(hours('4.14')).totalHours).toBe(0n); // 0.499698
    expect(payPeriodAccrual(hours('4.15')).totalHours).toBe(1n); // 0.500905
    expect(payPeriodAccrual(hours('30')).totalHours).toBe(4n); // 3.621
  });

  it('rounds each pay period by itself, and says when that leaves nothing', () => {
    const weekly = payPeriodAccrual(Array.from({ length: 52 }, () => Fraction.of(4)));
    expect(weekly.totalHours).toBe(0n);
    expect(weekly.exactHours.toDecimal(4)).toBe('25.1056');
    expect(weekly.refer).toMatch(/no leave at all/);
    expect(payPeriodAccrual(hours('208'))).not.toHaveProperty('refer');
    expect(payPeriodAccrual(hours('0'))).not.toHaveProperty('refer');
  });

  it('differs from the exact hours by at most half an hour for each pay period', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 }), (hundredths) => {
        const worked = hundredths.map((each) => Fraction.of(each, 100));
        const { totalHours, exactHours } = payPeriodAccrual(worked);
        const difference = Fraction.of(totalHours).minus(exactHours);
        const most = Fraction.of(worked.length, 2);
        expect(difference.compare(most)).toBeLessThanOrEqual(0);
        expect(difference.compare(most.negated())).toBeGreaterThanOrEqual(0);
      }),
    ));

  it('is for leave years from 1 April 2024', () => {
    expect(accruesByPayPeriod(plainDate('2024-04-01'))).toBe(true);
    expect(accruesByPayPeriod(plainDate('2024-03-31'))).toBe(false);
  });

  it('is refused for hours below nothing', () =>
    expect(() => payPeriodAccrual(hours('-1'))).toThrow(InvalidValue));

  it('says how it was worked out, and that the regulation was not read', () =>
    expect(payPeriodAccrual(hours('30', '12')).basis).toMatchObject({
      rule: 'HOLIDAY-PAY-PERIOD-ACCRUAL',
      certainty: 'unverified',
      inputs: { payPeriods: 2, hoursWorked: '42', rate: '0.1207', exactHours: '5.0694', accruedHours: 5 },
    }));
});

describe('Leave that may be taken in the first year', () => {
  it.each([
    ['5', 3, '7', '7'],
    ['1', 2, '14/15', '1'],
    ['1', 12, '28/5', '6'],
    ['6', 12, '28', '28'],
    ['3', 0, '0', '0'],
  ])(
    'is by month, up to the next half day: %s days a week, month %i',
    (daysPerWeek, months, accrued, taken) =>
      expect(firstYearAccrual(Fraction.parse(daysPerWeek), months)).toMatchObject({
        accruedDays: Fraction.parse(accrued),
        mayTakeDays: Fraction.parse(taken),
      }),
  );

  it.each([13, -1, 1.5])('is refused for %d months', (months) =>
    expect(() => firstYearAccrual(Fraction.of(5), months)).toThrow(InvalidValue),
  );

  it('says how it was worked out, resting on the year’s entitlement', () =>
    expect(firstYearAccrual(Fraction.of(1), 2).basis).toMatchObject({
      rule: 'HOLIDAY-FIRST-YEAR-ACCRUAL',
      certainty: 'unverified',
      inputs: { monthsBegun: 2, accruedDays: '14/15', mayTakeDays: '1' },
      from: [{ rule: 'HOLIDAY-ENTITLEMENT' }],
    }));
});
