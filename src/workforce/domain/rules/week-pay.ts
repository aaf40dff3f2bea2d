import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, type Figure } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import type { Pence } from '../../../kernel/pence.js';
import { weekPayOfTwelveWeeks } from './holiday/week-pay-of-twelve-weeks.js';

export const WEEK_PAY_STATED: Rule = {
  code: 'WEEK-PAY-STATED',
  version: 1,
  title: 'A week’s pay with normal hours is what the contract pays for the normal week, as payroll states it',
  source: 'Employment Rights Act 1996 ss.221, 234',
  certainty: 'unverified',
};

/** A week's pay as payroll states it, or the pay of each week up to the day that decides, the latest first. In pence. */
export type WeekPayFacts =
  { readonly weekPayPence: Pence } | { readonly paidWeeksMostRecentFirst: readonly Pence[] };

/** A week's pay for redundancy and notice. */
export interface WeekPay {
  readonly exact: Fraction;
  /** Half up to the penny, to be shown. */
  readonly pence: Pence;
  /** True where fewer than twelve weeks were paid, so that an adviser has to say what is fair (s.228). */
  readonly tooFewWeeks: boolean;
  readonly basis: Basis;
}

/** @returns pending when the weeks of pay are given and none of them was paid */
export function weekPayOf(facts: WeekPayFacts): Figure<WeekPay> {
  if ('weekPayPence' in facts) {
    const { weekPayPence } = facts;
    const basis = basisOf(WEEK_PAY_STATED, { weekPayPence });
    return known({ exact: Fraction.of(weekPayPence), pence: weekPayPence, tooFewWeeks: false, basis }, basis);
  }
  const average = weekPayOfTwelveWeeks(facts.paidWeeksMostRecentFirst);
  if (average.status === 'pending') return average;
  const { exactPence: exact, weekPayPence, refer, basis } = average.value;
  return known({ exact, pence: weekPayPence, tooFewWeeks: refer !== undefined, basis }, basis);
}
