import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../kernel/fraction.js';
import { pence } from '../../../kernel/pence.js';
import { period } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { statedEntitlement } from './leave-entitlement.js';
import { irregularAccrual, regularAccrual } from './leave-accrual.js';
import { leavePaidOnTermination } from './leave-paid-on-termination.js';

const FIRST = plainDate('2023-10-01');
/** A leave year with 29 February in it. */
const YEAR = period(FIRST, plainDate('2024-10-01'));
const DAYS = 366;
const day = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST, days));
const hours = fc.integer({ min: 1, max: 16_800 }).map((hundredths) => Fraction.of(hundredths, 100));
const weeks = fc.integer({ min: 0, max: 8_00 }).map((hundredths) => Fraction.of(hundredths, 100));
const accrued = (weeksOfLeave: Fraction, weekly: Fraction, startedOn: typeof FIRST, cutOff: typeof FIRST) =>
  regularAccrual(statedEntitlement(weeksOfLeave, weekly), YEAR, startedOn, cutOff).hours;

describe('Leave that accrues day by day', () => {
  it('before and from any cut-off sums to the whole', () => {
    fc.assert(
      fc.property(weeks, hours, day, (weeksOfLeave, weekly, cutOff) => {
        const before = accrued(weeksOfLeave, weekly, FIRST, cutOff);
        const from = accrued(weeksOfLeave, weekly, cutOff, YEAR.until);
        expect(before.plus(from)).toEqual(weeksOfLeave.times(weekly));
      }),
    );
  });

  it('loses nothing wherever days are split, and never falls as days pass', () => {
    fc.assert(
      fc.property(weeks, hours, fc.tuple(day, day, day), (weeksOfLeave, weekly, days) => {
        const [start, middle, end] = [...days].sort() as typeof days;
        const whole = accrued(weeksOfLeave, weekly, start, end);
        const first = accrued(weeksOfLeave, weekly, start, middle);
        const second = accrued(weeksOfLeave, weekly, middle, end);
        expect(first.plus(second)).toEqual(whole);
        expect(whole.compare(first)).toBeGreaterThanOrEqual(0);
        expect(first.isNegative).toBe(false);
      }),
    );
  });
});

describe('Leave that accrues by hours worked', () => {
  it('is the same however the hours are cut into pay periods', () => {
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 20 }), fc.array(hours, { maxLength: 20 }), (before, from) => {
        const whole = irregularAccrual([...before, ...from]).hours;
        expect(irregularAccrual(before).hours.plus(irregularAccrual(from).hours)).toEqual(whole);
      }),
    );
  });
});

describe('Leave paid on termination', () => {
  it('is shared to the penny, and the council’s part never falls as liability begins later', () => {
    const job = { startedOn: plainDate('2016-04-01'), lastDay: plainDate('2024-06-30') };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.tuple(day, day), (paid, days) => {
        const [early, late] = [...days].sort() as typeof days;
        const split = (cutOff: typeof FIRST) => leavePaidOnTermination(pence(paid), YEAR, job, cutOff);
        const [first, second] = [split(early), split(late)];
        expect(first.councilPence + first.nhsPence).toBe(paid);
        expect(second.councilPence).toBeGreaterThanOrEqual(first.councilPence);
      }),
    );
  });
});
