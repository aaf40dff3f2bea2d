import { addYears, isPlainDate, plainDate, yearOf, type PlainDate } from '../../../../kernel/plain-date.js';
import { period, type Period } from '../../../../kernel/period.js';

/**
 * The leave year that holds a day. Of the anchor only the day and the month count, so that any leave year's first day will
 * do; a leave year that begins on 29 February begins on 1 March in a year without one.
 *
 * Source: GOV.UK holiday entitlement calculator.
 *
 * @throws InvalidValue when the leave year lies outside 1900 to 2199
 */
export function leaveYearHolding(day: PlainDate, anchor: PlainDate): Period {
  const thisYear = anniversary(anchor, yearOf(day));
  const from = thisYear <= day ? thisYear : anniversary(anchor, yearOf(day) - 1);
  return period(from, anniversary(anchor, yearOf(from) + 1));
}

/**
 * The year that begins on a job's first day, as the calculator counts it for a job that begins and ends within one; the
 * year of somebody who started on 29 February ends on 27 February.
 */
export function yearFrom(firstDay: PlainDate): Period {
  return period(firstDay, addYears(firstDay, 1));
}

function anniversary(anchor: PlainDate, year: number): PlainDate {
  const sameDay = `${year}${anchor.slice(4)}`;
  return isPlainDate(sameDay) ? sameDay : plainDate(`${year}-03-01`);
}
