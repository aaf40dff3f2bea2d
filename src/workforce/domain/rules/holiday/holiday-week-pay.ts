import { basisOf, type Rule } from '../../../../kernel/basis.js';
import { known, pending, type Figure } from '../../../../kernel/figure.js';
import type { Pence } from '../../../../kernel/pence.js';
import { averageOf, lastPaidWeeks, NO_PAID_WEEK, type AverageWeekPay } from './paid-weeks.js';

export const HOLIDAY_WEEK_PAY: Rule = {
  code: 'HOLIDAY-WEEK-PAY',
  version: 1,
  title:
    'A week of leave is paid the average of the last 52 weeks with pay, looking back no further than 104',
  source: 'Working Time Regulations 1998 reg 16(3)(e)-(f)',
  certainty: 'sourced',
};

export const HOLIDAY_REFERENCE_WEEKS = 52;
export const HOLIDAY_LOOKBACK_WEEKS = 104;

/**
 * A week's pay for leave of a worker whose pay varies. Weeks without pay are passed over; with fewer than 52 paid weeks the
 * average is of those that there are. It has no weekly cap. Redundancy and notice use `weekPayOfTwelveWeeks`.
 *
 * @param weeksMostRecentFirst gross pay, in pence, of each complete week of the job before the leave, normal remuneration
 * @returns pending when none of the last 104 weeks was paid
 */
export function holidayWeekPay(weeksMostRecentFirst: readonly Pence[]): Figure<AverageWeekPay> {
  const weeks = lastPaidWeeks(weeksMostRecentFirst.slice(0, HOLIDAY_LOOKBACK_WEEKS), HOLIDAY_REFERENCE_WEEKS);
  if (weeks.length === 0) return pending(NO_PAID_WEEK);
  const exactPence = averageOf(weeks);
  const basis = basisOf(HOLIDAY_WEEK_PAY, {
    weeksGiven: weeksMostRecentFirst.length,
    weeksUsed: weeks.length,
    exactPence: exactPence.toString(),
  });
  return known({ weeksUsed: weeks.length, exactPence, weekPayPence: exactPence.toPence(), basis }, basis);
}
