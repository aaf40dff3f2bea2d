import {
  addDays,
  addYears,
  earliest,
  latest,
  yearsBetween,
  type PlainDate,
} from '../../../kernel/plain-date.js';
import type { YearsByAge } from '../workforce.events.js';
import { MOST_YEARS_COUNTED, yearsByAge } from './service-years.js';

/** The counted years of a job by age, if the PA is as young and as old as what is known allows. */
export interface AgeRange {
  readonly youngest: YearsByAge;
  readonly oldest: YearsByAge;
}

/** What an earlier assessment says of the PA's age without a date of birth. */
export interface EarlierAges {
  /** The day to which service was counted. */
  readonly countedTo: PlainDate;
  readonly yearsByAge: YearsByAge;
}

/** The day on which somebody may have been born at the earliest or at the latest; absent where nothing says so. */
interface Born {
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
}

const BANDS = [41, 22] as const;

/**
 * The lowest and the highest that the counted years can weigh. All that is known of an age is that the PA was born before
 * the job began, and what the bands of an earlier assessment say: the year after the one that was in a band was not.
 *
 * Source: Employment Rights Act 1996 s.162(1)-(3).
 *
 * @param years complete years of service on the day
 * @param bornBefore the first day of the job
 */
export function ageRange(
  day: PlainDate,
  years: number,
  bornBefore: PlainDate,
  earlier?: EarlierAges,
): AgeRange {
  const born = bornBetween(bornBefore, earlier);
  const counted = Math.min(years, MOST_YEARS_COUNTED);
  return {
    youngest: yearsByAge(day, years, born.latest),
    oldest:
      born.earliest === undefined
        ? { below22: 0, from22: 0, from41: counted }
        : yearsByAge(day, years, born.earliest),
  };
}

/**
 * The first and the last day on which the PA may have been born; no first day where nothing says how old they may be.
 *
 * @param bornBefore the first day of the job
 */
export function bornBetween(
  bornBefore: PlainDate,
  earlier?: EarlierAges,
): Born & { readonly latest: PlainDate } {
  const bands = earlier === undefined ? [] : BANDS.map((age) => bornBy(age, earlier));
  const lastBirths = bands.flatMap((born) => born.latest ?? []);
  const [first, ...others] = bands.flatMap((born) => born.earliest ?? []);
  return {
    ...(first !== undefined && { earliest: latest(first, ...others) }),
    latest: earliest(addDays(bornBefore, -1), ...lastBirths),
  };
}

/** When somebody was born, going by the years throughout which they had reached an age. */
function bornBy(age: (typeof BANDS)[number], { countedTo, yearsByAge: counts }: EarlierAges): Born {
  const { below22, from22, from41 } = counts;
  const counted = below22 + from22 + from41;
  const reached = age === 41 ? from41 : from41 + from22;
  const beginOf = (year: number) => addYears(addDays(countedTo, 1), -year);
  return {
    ...(reached > 0 && { latest: latestBirth(age, beginOf(reached)) }),
    ...(reached < counted && { earliest: addDays(latestBirth(age, beginOf(reached + 1)), 1) }),
  };
}

/** The latest day of birth with which somebody has reached an age on a day. */
function latestBirth(age: number, day: PlainDate): PlainDate {
  // Only 29 February makes a day of difference.
  const near = [1, 0, -1].map((days) => addDays(addYears(day, -age), days));
  return near.find((born) => yearsBetween(born, day) >= age) ?? addYears(day, -age);
}
