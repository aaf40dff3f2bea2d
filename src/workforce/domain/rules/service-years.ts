import { Fraction } from '../../../kernel/fraction.js';
import {
  addDays,
  addYears,
  monthsBetween,
  yearsBetween,
  type PlainDate,
} from '../../../kernel/plain-date.js';
import type { YearsByAge } from '../workforce.events.js';

/** Employment Rights Act 1996 s.162(3). */
export const MOST_YEARS_COUNTED = 20;

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
 * Complete months of continuous employment, both end days counted.
 *
 * Source: Employment Rights Act 1996 ss.210-211; Pacitti Jones v O'Brien [2005] CSIH 56.
 */
export function completeMonths(startedOn: PlainDate, lastDay: PlainDate): number {
  return monthsBetween(startedOn, addDays(lastDay, 1));
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
  return inBands(agesAtStart);
}

/**
 * The same where only the age in whole years on the last day is known: the latest year began one birthday earlier, the
 * year before it two, and so on. It is what GOV.UK's calculator does, and what the statute says unless the next birthday
 * is the day after the last day.
 *
 * Source: Employment Rights Act 1996 s.162(1)-(3); GOV.UK redundancy pay calculator.
 */
export function yearsByWholeAge(ageOnLastDay: number, years: number): YearsByAge {
  return inBands(
    Array.from({ length: Math.min(years, MOST_YEARS_COUNTED) }, (_, index) => ageOnLastDay - 1 - index),
  );
}

/** Weeks of pay for the counted years: half a week, one week or one and a half for each (s.162(2)). */
export function weeksFor({ below22, from22, from41 }: YearsByAge): Fraction {
  return Fraction.of(below22 + 2 * from22 + 3 * from41, 2);
}

function inBands(agesAtStart: readonly number[]): YearsByAge {
  return {
    below22: agesAtStart.filter((age) => age < 22).length,
    from22: agesAtStart.filter((age) => age >= 22 && age < 41).length,
    from41: agesAtStart.filter((age) => age >= 41).length,
  };
}
