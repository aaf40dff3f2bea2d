import { addDays, addYears, yearsBetween, type PlainDate } from '../../../kernel/plain-date.js';
import type { YearsByAge } from '../workforce.events.js';

// Employment Rights Act 1996 s.162(3).
const MOST_YEARS_COUNTED = 20;

/**
 * Complete years of continuous employment. Both end days count, so two years are complete on the day before the second
 * anniversary; the years of somebody who started on 29 February end on 28 February (the product's reading: no authority
 * was found).
 *
 * Source: Employment Rights Act 1996 ss.210-211; Pacitti Jones v O'Brien [2005] CSIH 56.
 */
export function completeYears(startedOn: PlainDate, lastDay: PlainDate): number {
  return yearsBetween(startedOn, addDays(lastDay, 1));
}

/**
 * How many of the counted years fall in each age band: at most twenty, counted back from the last day, each in the highest
 * band that the PA was in throughout it.
 *
 * Where the birthday is the day after the last day, GOV.UK's calculator gives the lower band; the statute is followed.
 *
 * Source: Employment Rights Act 1996 s.162(1)-(3).
 */
export function yearsByAge(lastDay: PlainDate, years: number, dateOfBirth: PlainDate): YearsByAge {
  const firstDayAfter = addDays(lastDay, 1);
  const agesAtStart = Array.from({ length: Math.min(years, MOST_YEARS_COUNTED) }, (_, index) =>
    yearsBetween(dateOfBirth, addYears(firstDayAfter, -(index + 1))),
  );
  return {
    below22: agesAtStart.filter((age) => age < 22).length,
    from22: agesAtStart.filter((age) => age >= 22 && age < 41).length,
    from41: agesAtStart.filter((age) => age >= 41).length,
  };
}
