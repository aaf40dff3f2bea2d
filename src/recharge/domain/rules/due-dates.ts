import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { addWorkingDays } from '../../../kernel/working-days.js';

/** By when a recharge is queried and paid. */
export interface DueDates {
  readonly paymentDueOn: PlainDate;
  readonly queryDueOn: PlainDate;
}

/**
 * The deadlines of a recharge document.
 *
 * @param paymentDays calendar days, as the Better Payment Practice Code counts its 30
 * @param queryWorkingDays working days, by the local agreement; silence after them is not agreement
 */
export function dueDates(documentDate: PlainDate, paymentDays: number, queryWorkingDays: number): DueDates {
  return {
    paymentDueOn: addDays(documentDate, paymentDays),
    queryDueOn: addWorkingDays(documentDate, queryWorkingDays),
  };
}
