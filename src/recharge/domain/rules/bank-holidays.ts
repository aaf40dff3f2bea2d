import { addDays, daysBetween, plainDate, type PlainDate } from '../../../kernel/plain-date.js';

const A_MONDAY = plainDate('1900-01-01');

/** The day of the week: 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: PlainDate): number {
  return daysBetween(A_MONDAY, day) % 7;
}

/** Proclaimed for one year only, and the days that moved because of it. */
const MOVED: Readonly<Record<string, string>> = { '2020-05-04': '2020-05-08', '2022-05-30': '2022-06-02' };
const ONCE: readonly string[] = ['2022-06-03', '2022-09-19', '2023-05-08'];

/**
 * The bank holidays of a year in England, weekends not among them.
 *
 * Source: Banking and Financial Dealings Act 1971, schedule 1, and proclamations of single days (sourced). New Year's Day
 * and Christmas that fall on a weekend give the next weekdays instead.
 */
export function bankHolidaysOf(year: number): ReadonlySet<PlainDate> {
  const on = (monthAndDay: string) => plainDate(`${year}-${monthAndDay}`);
  const easter = easterSunday(year);
  const regular = [
    nextWeekday(on('01-01')),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMondayFrom(on('05-01')),
    lastMondayUpTo(on('05-31')),
    lastMondayUpTo(on('08-31')),
    ...christmas(on('12-25')),
  ];
  const moved = regular.map((day) => plainDate(MOVED[day] ?? day));
  return new Set([...moved, ...ONCE.filter((day) => day.startsWith(String(year))).map(plainDate)]);
}

/** Christmas Day and Boxing Day are the first two days from 25 December on that are no weekend. */
function christmas(christmasDay: PlainDate): PlainDate[] {
  const first = nextWeekday(christmasDay);
  return [first, nextWeekday(addDays(first, 1))];
}

function nextWeekday(day: PlainDate): PlainDate {
  return weekdayOf(day) < 5 ? day : addDays(day, 7 - weekdayOf(day));
}

function firstMondayFrom(day: PlainDate): PlainDate {
  return addDays(day, (7 - weekdayOf(day)) % 7);
}

function lastMondayUpTo(day: PlainDate): PlainDate {
  return addDays(day, -weekdayOf(day));
}

/** Easter Sunday by the Gregorian computus, in whole numbers throughout. */
function easterSunday(year: number): PlainDate {
  const whole = (numerator: number, denominator: number) => Math.floor(numerator / denominator);
  const golden = year % 19;
  const century = whole(year, 100);
  const yearOfCentury = year % 100;
  const moon =
    (19 * golden + century - whole(century, 4) - whole(century - whole(century + 8, 25) + 1, 3) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * whole(yearOfCentury, 4) - moon - (yearOfCentury % 4)) % 7;
  const correction = whole(golden + 11 * moon + 22 * sunday, 451);
  const daysAfter22March = moon + sunday - 7 * correction;
  return addDays(plainDate(`${year}-03-22`), daysAfter22March);
}
