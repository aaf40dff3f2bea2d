import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../kernel/fraction.js';
import { pence } from '../../../kernel/pence.js';
import { largestRedundancyPayment, redundancyAmount } from './redundancy-amount.js';

const CAP = pence(75100);

describe('The amount of a redundancy payment', () => {
  it('rounds half a penny up, once, after multiplying', () => {
    expect(redundancyAmount(Fraction.parse('8.5'), pence(28545), CAP).statutoryPence).toBe(242633);
    expect(redundancyAmount(Fraction.parse('1.5'), pence(20001), CAP).statutoryPence).toBe(30002);
  });

  it('cuts the week’s pay to the cap before multiplying', () => {
    expect(redundancyAmount(Fraction.parse('2.5'), pence(75101), CAP)).toEqual({
      weekPayUsedPence: 75100,
      statutoryPence: 187750,
    });
  });

  it('is never more than half a penny off the exact product, and never above the largest payment', () =>
    fc.assert(
      fc.property(fc.nat(60), fc.nat(200_000), (halfWeeks, weekPay) => {
        const weeks = Fraction.of(halfWeeks, 2);
        const { statutoryPence, weekPayUsedPence } = redundancyAmount(weeks, pence(weekPay), CAP);
        const over = Fraction.of(statutoryPence).minus(weeks.times(weekPayUsedPence));
        expect(over.isNegative).toBe(false);
        expect(over.compare(Fraction.of(1, 2))).toBeLessThanOrEqual(0);
        expect(statutoryPence).toBeLessThanOrEqual(largestRedundancyPayment(CAP));
      }),
    ));

  it('is at most thirty weeks', () => expect(largestRedundancyPayment(CAP)).toBe(2_253_000));
});
