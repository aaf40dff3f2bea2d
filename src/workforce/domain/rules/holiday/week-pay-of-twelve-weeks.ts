import { basisOf, type Rule } from '../../../../kernel/basis.js';
import { known, pending, type Figure } from '../../../../kernel/figure.js';
import type { Pence } from '../../../../kernel/pence.js';
import { averageOf, lastPaidWeeks, NO_PAID_WEEK, type AverageWeekPay } from './paid-weeks.js';

export const WEEK_PAY_OF_TWELVE_WEEKS: Rule = {
  code: 'WEEK-PAY-OF-TWELVE-WEEKS',
  version: 1,
  title: 'A week’s pay without normal hours is the average of the last 12 weeks with pay',
  source: 'Employment Rights Act 1996 ss.221-224, as described by handbooks of employment law',
  certainty: 'unverified',
};

export const REFERENCE_WEEKS = 12;

/**
 * A week's pay for redundancy and notice of an employee without normal hours. A week without pay is replaced by an earlier
 * one. The cap on a week's pay is applied after it and only to redundancy. Leave is paid by `holidayWeekPay`.
 *
 * With fewer than 12 paid weeks the average of those is given, and an adviser has to say whether it is fair (s.228).
 *
 * @param weeksMostRecentFirst gross pay, in pence, of each complete week up to the calculation date
 * @returns pending when no week was paid
 */
export function weekPayOfTwelveWeeks(weeksMostRecentFirst: readonly Pence[]): Figure<AverageWeekPay> {
  const weeks = lastPaidWeeks(weeksMostRecentFirst, REFERENCE_WEEKS);
  if (weeks.length === 0) return pending(NO_PAID_WEEK);
  const exactPence = averageOf(weeks);
  const basis = basisOf(WEEK_PAY_OF_TWELVE_WEEKS, {
    weeksGiven: weeksMostRecentFirst.length,
    weeksUsed: weeks.length,
    exactPence: exactPence.toString(),
  });
  const average = { weeksUsed: weeks.length, exactPence, weekPayPence: exactPence.toPence(), basis };
  return known(weeks.length === REFERENCE_WEEKS ? average : { ...average, refer: TOO_FEW_WEEKS }, basis);
}

const TOO_FEW_WEEKS = `Fewer than ${REFERENCE_WEEKS} weeks were paid: what fairly represents a week’s pay is for an adviser (s.228)`;
