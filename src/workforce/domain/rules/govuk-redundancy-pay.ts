import { Fraction } from '../../../kernel/fraction.js';
import type { Pence } from '../../../kernel/pence.js';
import { yearsBetween, type PlainDate } from '../../../kernel/plain-date.js';
import { govukWeekPayCapOn } from './govuk-week-pay-cap.js';
import { redundancyAmount } from './redundancy-amount.js';
import { completeYears, weeksFor, yearsByWholeAge } from './service-years.js';

/**
 * What GOV.UK's redundancy calculator would show for a last day, in pence: bands by age in whole years on that day, service
 * without unserved notice, and its own table of caps. To be shown beside the figure where it differs; it pays nobody.
 *
 * Source: GOV.UK redundancy pay calculator.
 */
export function govukRedundancyPay(facts: {
  readonly startedOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly dateOfBirth: PlainDate;
  readonly weekPayPence: Pence;
}): Pence {
  const { startedOn, lastDay, dateOfBirth, weekPayPence } = facts;
  const years = completeYears(startedOn, lastDay);
  const age = yearsBetween(dateOfBirth, lastDay);
  const weeks = years < 2 ? Fraction.zero : weeksFor(yearsByWholeAge(age, years));
  return redundancyAmount(weeks, weekPayPence, govukWeekPayCapOn(lastDay).capPence).statutoryPence;
}
