import { Temporal } from 'temporal-polyfill';
import { InvalidValue } from './invalid-value.js';

declare const plainDateBrand: unique symbol;

/** A civil day in London as `YYYY-MM-DD`. It sorts and compares as text, and stands in events and answers as it is. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const EARLIEST = '1900-01-01';
const LATEST = '2199-12-31';

/**
 * Reads a civil day written as `YYYY-MM-DD`.
 *
 * @throws InvalidValue for another shape, a day that is not in the calendar, or a year outside 1900 to 2199.
 */
export function plainDate(text: string): PlainDate {
  if (knownDays.has(text)) return text as PlainDate;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidValue(`"${text}" is not a date such as 2024-03-27`);
  try {
    Temporal.PlainDate.from(text);
  } catch {
    throw new InvalidValue(`${text} is not a day in the calendar`);
  }
  if (text < EARLIEST || text > LATEST) throw new InvalidValue(`${text} is outside 1900 to 2199`);
  knownDays.add(text);
  return text as PlainDate;
}

// Reading a day takes far longer than looking it up, and every event names several. There are 109,573 of them at most.
const knownDays = new Set<string>();

/** True when the text is a civil day that `plainDate` would take. */
export function isPlainDate(text: string): text is PlainDate {
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The day of a year that a rule names, such as `12-25`. Unlike what is entered it may lie past 2199, as the day that is some
 * working days after the last one that may be entered does.
 *
 * @throws InvalidValue for a month and day that the year does not have.
 */
export function dayOfYear(year: number, monthAndDay: string): PlainDate {
  try {
    return fromTemporal(Temporal.PlainDate.from(`${year}-${monthAndDay}`));
  } catch {
    throw new InvalidValue(`${year}-${monthAndDay} is not a day in the calendar`);
  }
}

// A day alone is read as its midnight in UTC, where all days are of the same length; so whole days can be counted by the
// millisecond, which money by the day does thousands of times for each case.
const DAY_MS = 86_400_000;
/* eslint-disable no-restricted-globals -- days are read and written here, and no clock */

/** The day that begins at this millisecond of UTC; nothing for a year that is not written with four digits. */
function isoTextAt(ms: number): string | undefined {
  const known = knownTexts.get(ms);
  if (known !== undefined) return known;
  if (!(ms >= FIRST_MS && ms < END_MS)) return undefined;
  const text = new Date(ms).toISOString().slice(0, 'YYYY-MM-DD'.length);
  if (text >= EARLIEST && text <= LATEST) knownTexts.set(ms, text);
  return text;
}
// Writing a day takes ten times as long as looking it up. There are as many as may be entered, at most.
const knownTexts = new Map<number, string>();
const FIRST_MS = Date.UTC(1000, 0, 1);
const END_MS = Date.UTC(10_000, 0, 1);

const midnightOf = (date: PlainDate) => Date.parse(date);
/* eslint-enable no-restricted-globals */

const temporal = (date: PlainDate) => Temporal.PlainDate.from(date);
const fromTemporal = (date: Temporal.PlainDate) => date.toString() as PlainDate;

/** The day `days` later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const text = Number.isInteger(days) ? isoTextAt(midnightOf(date) + days * DAY_MS) : undefined;
  return (text as PlainDate | undefined) ?? fromTemporal(temporal(date).add({ days }));
}

/** The same day of the month `months` later; a day that month does not have becomes its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromTemporal(temporal(date).add({ months }));
}

/** The same day `years` later; 29 February becomes 28 February in a year without one. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return fromTemporal(temporal(date).add({ years }));
}

/** Whole days from `from` to `until`: 0 when they are the same day, negative when `until` is earlier. */
export function daysBetween(from: PlainDate, until: PlainDate): number {
  // eslint-disable-next-line handover/exact-money -- milliseconds of days, which no money is
  const days = (midnightOf(until) - midnightOf(from)) / DAY_MS;
  return Number.isInteger(days) ? days : temporal(from).until(temporal(until)).days;
}

/** Completed calendar months from `from` to `until`, neither negative nor rounded up. */
export function monthsBetween(from: PlainDate, until: PlainDate): number {
  return Math.max(0, temporal(from).until(temporal(until), { largestUnit: 'month' }).months);
}

/** Completed years from `from` to `until`, as an age is counted: the birthday completes the year. */
export function yearsBetween(from: PlainDate, until: PlainDate): number {
  return Math.max(0, temporal(from).until(temporal(until), { largestUnit: 'year' }).years);
}

/** The calendar year that the day is in. */
export function yearOf(date: PlainDate): number {
  return temporal(date).year;
}

export function earliest(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((found, date) => (date < found ? date : found), first);
}

export function latest(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((found, date) => (date > found ? date : found), first);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The day in words, as public-sector pages write it: `2 March 2026`. */
export function dateInWords(date: PlainDate): string {
  const { day, month, year } = temporal(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** The civil day in London at an instant, which after 11pm GMT in summer is already tomorrow. */
export function londonDateOf(instant: Date): PlainDate {
  // eslint-disable-next-line handover/exact-money -- milliseconds of hours, which no money is
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  if (lastAsked?.hour === hour) return lastAsked.day;
  const zoned = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO('Europe/London');
  const day = fromTemporal(zoned.toPlainDate());
  lastAsked = { hour, day };
  return day;
}

const HOUR_MS = 3_600_000;
// London has been whole hours from UTC since 1900, so that no day there begins within an hour; and most ask what day it is now.
let lastAsked: { readonly hour: number; readonly day: PlainDate } | undefined;
