import { Fraction } from '../../../kernel/fraction.js';
import { minPence, type Pence } from '../../../kernel/pence.js';
import { MOST_YEARS_COUNTED } from './service-years.js';

// Employment Rights Act 1996 s.162(2)-(3): every counted year at a week and a half.
const MOST_WEEKS = Fraction.of(3 * MOST_YEARS_COUNTED, 2);

export interface RedundancyAmount {
  /** A week's pay in pence, up to the cap. */
  readonly weekPayUsedPence: Pence;
  readonly statutoryPence: Pence;
}

/**
 * Weeks times a week's pay up to the cap, in pence. The cap bites before multiplying. No statute rounds the product: half
 * a penny goes up, which is the product's own decision.
 *
 * Source: Employment Rights Act 1996 ss.162, 227.
 *
 * @param exactWeekPay a week's pay in pence before it was rounded, where it is an average
 */
export function redundancyAmount(
  weeks: Fraction,
  weekPayPence: Pence,
  capPence: Pence,
  exactWeekPay = Fraction.of(weekPayPence),
): RedundancyAmount {
  const cap = Fraction.of(capPence);
  const used = exactWeekPay.compare(cap) > 0 ? cap : exactWeekPay;
  return {
    weekPayUsedPence: minPence(weekPayPence, capPence),
    statutoryPence: weeks.times(used).toPence(),
  };
}

/** The most that a statutory payment can be under a cap, in pence: thirty weeks. */
export function largestRedundancyPayment(capPence: Pence): Pence {
  return MOST_WEEKS.times(capPence).toPence();
}
