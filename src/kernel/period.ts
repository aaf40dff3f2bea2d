import { InvalidValue } from './invalid-value.js';
import { addDays, dateInWords, daysBetween, earliest, latest, type PlainDate } from './plain-date.js';

/** Days from `from`, up to but not including `until`. */
export interface Period {
  readonly from: PlainDate;
  /** The first day that is not in the period. */
  readonly until: PlainDate;
}

/** A period whose end may not be known yet. */
export interface OpenPeriod {
  readonly from: PlainDate;
  /** The first day that is not in the period; absent while it goes on. */
  readonly until?: PlainDate;
}

/** @throws InvalidValue when the period would end before it starts. An empty period (both the same day) is allowed. */
export function period(from: PlainDate, until: PlainDate): Period {
  if (until < from) throw new InvalidValue(`The period ends on ${until}, before it starts on ${from}`);
  return { from, until };
}

/** The period from the first to the last day, both included. */
export function periodOfDays(first: PlainDate, last: PlainDate): Period {
  return period(first, addDays(last, 1));
}

/** The number of days in the period. */
export function daysIn({ from, until }: Period): number {
  return daysBetween(from, until);
}

/** The last day that is in the period; the period must not be empty. */
export function lastDayOf({ until }: Period): PlainDate {
  return addDays(until, -1);
}

/** The days that both periods have, or nothing when they share none. */
export function overlapOf(left: OpenPeriod, right: OpenPeriod): OpenPeriod | undefined {
  const from = latest(left.from, right.from);
  const ends = [left.until, right.until].filter((end) => end !== undefined);
  const [firstEnd, ...otherEnds] = ends;
  if (firstEnd === undefined) return { from };
  const until = earliest(firstEnd, ...otherEnds);
  return from < until ? { from, until } : undefined;
}

/** The days that a closed period shares with another, or nothing. */
export function clip(whole: Period, other: OpenPeriod): Period | undefined {
  const shared = overlapOf(whole, other);
  return shared === undefined ? undefined : { from: shared.from, until: shared.until ?? whole.until };
}

export function includes({ from, until }: OpenPeriod, day: PlainDate): boolean {
  return from <= day && (until === undefined || day < until);
}

/** Cuts a period at each of the days that falls inside it, in date order; no cut makes an empty piece. */
export function cutAt(whole: Period, days: Iterable<PlainDate>): Period[] {
  const cuts = [...new Set(days)].filter((day) => whole.from < day && day < whole.until).sort();
  const starts = [whole.from, ...cuts];
  return daysIn(whole) === 0
    ? []
    : starts.map((from, index) => ({ from, until: starts[index + 1] ?? whole.until }));
}

/** The days of `whole` that none of the periods covers, as periods in date order. */
export function uncovered(whole: Period, covered: readonly OpenPeriod[]): Period[] {
  const cuts = covered.flatMap(({ from, until = from }) => [from, until]);
  const gaps: Period[] = [];
  for (const piece of cutAt(whole, cuts)) {
    if (covered.some((each) => includes(each, piece.from))) continue;
    const previous = gaps.at(-1);
    if (previous?.until === piece.from) gaps[gaps.length - 1] = { from: previous.from, until: piece.until };
    else gaps.push(piece);
  }
  return gaps;
}

/** The period in words with both end days named: `1 May 2024 to 25 June 2024`. */
export function periodInWords(whole: Period): string {
  return daysIn(whole) <= 1
    ? dateInWords(whole.from)
    : `${dateInWords(whole.from)} to ${dateInWords(lastDayOf(whole))}`;
}
