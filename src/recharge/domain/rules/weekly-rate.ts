import { Fraction } from '../../../kernel/fraction.js';
import { describePence, type Pence } from '../../../kernel/pence.js';
import { cutAt, daysIn, periodInWords, type Period } from '../../../kernel/period.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';

/** A weekly sum that holds from a day until the next one of its kind. */
export interface WeeklyRate {
  readonly from: PlainDate;
  readonly weeklyPence: Pence;
}

const DAYS_IN_A_WEEK = 7;

/** What a weekly sum in pence comes to for some days, in exact pence: a seventh for each calendar day. */
export function exactlyFor(weekly: Pence | Fraction, days: number): Fraction {
  return (weekly instanceof Fraction ? weekly : Fraction.of(weekly)).times(days).dividedBy(DAYS_IN_A_WEEK);
}

/** What a weekly sum comes to for the days of one line, half up to the whole penny. */
export function penceFor(weekly: Pence | Fraction, period: Period): Pence {
  return exactlyFor(weekly, daysIn(period)).toPence();
}

/** Days for which two sums of one kind are recorded to hold. */
export interface TwiceRated {
  readonly days: Period;
  readonly from: PlainDate;
  readonly sums: readonly Pence[];
}

/**
 * The first days of a period for which two different sums run from one day, so that nobody can say which holds. None is
 * recorded so any more; a history from before may hold it.
 */
export function daysRatedTwice(whole: Period, rates: readonly WeeklyRate[]): TwiceRated | undefined {
  const pieces = cutAt(
    whole,
    rates.map(({ from }) => from),
  );
  for (const days of pieces) {
    const from = rateOn(rates, days.from)?.from;
    const sums = [
      ...new Set(rates.filter((rate) => rate.from === from).map(({ weeklyPence }) => weeklyPence)),
    ];
    if (from !== undefined && sums.length > 1) return { days, from, sums };
  }
  return undefined;
}

/** Why a figure waits where two sums hold for the same days, in words. */
export function whichHolds(what: string, { days, from, sums }: TwiceRated): string {
  const said = sums.map((sum) => describePence(sum)).join(' and ');
  return `${what} from ${dateInWords(from)} is recorded as ${said} a week, and which holds for ${periodInWords(days)} is not known: correct one of them`;
}

/** The rate in force on a day: the last that began by then. Nothing before the first. */
export function rateOn<Rate extends WeeklyRate>(rates: readonly Rate[], day: PlainDate): Rate | undefined {
  return rates.reduce<Rate | undefined>(
    (found, rate) => (rate.from <= day && (found === undefined || rate.from >= found.from) ? rate : found),
    undefined,
  );
}
