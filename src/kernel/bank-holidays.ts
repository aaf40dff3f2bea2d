import { addDays, dayOfYear, daysBetween, plainDate, type PlainDate } from './plain-date.js';

/** As published for each year, month and day: with the days that were proclaimed once or moved, which no rule foretells. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

/** The years whose bank holidays are listed as published. */
export const PUBLISHED_YEARS: readonly number[] = Object.keys(PUBLISHED).map(Number);

/**
 * The bank holidays of a year in England and Wales, weekends not among them.
 *
 * Source: the list at www.gov.uk/bank-holidays. In a year that is not listed they are those that the Banking and Financial
 * Dealings Act 1971 and custom give every year, so a day that is proclaimed once counts as a bank holiday only when its year
 * is listed.
 */
export function bankHolidaysOf(year: number): ReadonlySet<PlainDate> {
  const published = PUBLISHED[year];
  return published === undefined
    ? regularBankHolidaysOf(year)
    : new Set(published.split(' ').map((monthAndDay) => dayOfYear(year, monthAndDay)));
}

/** The bank holidays that every year has: one that falls on a weekend is kept on the next weekday that is none. */
export function regularBankHolidaysOf(year: number): ReadonlySet<PlainDate> {
  const on = (monthAndDay: string) => dayOfYear(year, monthAndDay);
  const easter = easterSunday(year);
  const christmas = nextWeekday(on('12-25'));
  return new Set([
    nextWeekday(on('01-01')),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayUpTo(on('05-07')),
    mondayUpTo(on('05-31')),
    mondayUpTo(on('08-31')),
    christmas,
    nextWeekday(addDays(christmas, 1)),
  ]);
}

export function isWeekend(day: PlainDate): boolean {
  return daysSinceMonday(day) >= 5;
}

const A_MONDAY = plainDate('1900-01-01');

/** 0 on a Monday to 6 on a Sunday. */
function daysSinceMonday(day: PlainDate): number {
  // eslint-disable-next-line handover/exact-money -- whole days of the week
  return daysBetween(A_MONDAY, day) % 7;
}

function nextWeekday(day: PlainDate): PlainDate {
  return isWeekend(day) ? addDays(day, 7 - daysSinceMonday(day)) : day;
}

/** The last Monday that is not after the day: up to the 7th, the first of the month. */
function mondayUpTo(day: PlainDate): PlainDate {
  return addDays(day, -daysSinceMonday(day));
}

/** Easter Sunday by the Gregorian computus, in whole numbers throughout. */
function easterSunday(year: number): PlainDate {
  /* eslint-disable handover/exact-money -- whole numbers of years and days, and no money */
  const whole = (numerator: number, denominator: number) => Math.floor(numerator / denominator);
  const golden = year % 19;
  const century = whole(year, 100);
  const yearOfCentury = year % 100;
  const moon =
    (19 * golden + century - whole(century, 4) - whole(century - whole(century + 8, 25) + 1, 3) + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * whole(yearOfCentury, 4) - moon - (yearOfCentury % 4)) % 7;
  /* eslint-enable handover/exact-money */
  const correction = whole(golden + 11 * moon + 22 * sunday, 451);
  const daysAfter22March = moon + sunday - 7 * correction;
  return addDays(dayOfYear(year, '03-22'), daysAfter22March);
}
