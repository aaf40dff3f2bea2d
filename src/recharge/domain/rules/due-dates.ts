import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { bankHolidaysOf, weekdayOf } from './bank-holidays.js';

const SATURDAY = 5;

/** By when a recharge is queried and paid. */
export interface DueDates {
  readonly paymentDueOn: PlainDate;
  readonly queryDueOn: PlainDate;
}

/** Neither a weekend nor a bank holiday in England. */
export function isWorkingDay(day: PlainDate): boolean {
  return weekdayOf(day) < SATURDAY && !bankHolidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The working day that is `workingDays` of them after the day, which itself does not count. */
export function addWorkingDays(day: PlainDate, workingDays: number): PlainDate {
  let reached = day;
  for (let counted = 0; counted < workingDays;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) counted += 1;
  }
  return reached;
}

/**
 * The deadlines of a recharge document.
 *
 * @param paymentDays calendar days, as the Better Payment Practice Code counts its 30
 * @param queryWorkingDays working days in England, by the local agreement; silence after them is not agreement
 */
export function dueDates(documentDate: PlainDate, paymentDays: number, queryWorkingDays: number): DueDates {
  return {
    paymentDueOn: addDays(documentDate, paymentDays),
    queryDueOn: addWorkingDays(documentDate, queryWorkingDays),
  };
}
