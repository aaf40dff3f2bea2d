import { Fraction } from '../../../kernel/fraction.js';
import type { Pence } from '../../../kernel/pence.js';
import { daysIn, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';

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

/** The rate in force on a day: the last that began by then. Nothing before the first. */
export function rateOn<Rate extends WeeklyRate>(rates: readonly Rate[], day: PlainDate): Rate | undefined {
  return rates.reduce<Rate | undefined>(
    (found, rate) => (rate.from <= day && (found === undefined || rate.from >= found.from) ? rate : found),
    undefined,
  );
}
