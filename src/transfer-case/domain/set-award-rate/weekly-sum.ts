import { FieldRefused } from '../../../kernel/refusal.js';
import { describePence, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { WeeklySum } from '../case-record.js';
import { isStanding } from '../dated-record.js';

/** A weekly sum from a day on, with the event whose sum was wrong where there is one. */
export interface WeeklySumTerms {
  readonly from: PlainDate;
  /** Zero or more. */
  readonly weeklyPence: Pence;
  readonly corrects?: string;
}

/**
 * True when the same sum stands from the same day already.
 *
 * @param what "A rate", as the beginning of a sentence
 * @param pointer the field of the money
 * @throws RecordsOverlap when another sum stands from that day and the caller does not name its event.
 * @throws FieldRefused when the money is below zero, or `corrects` names no sum that stands.
 */
export function isStandingSum(
  what: string,
  pointer: string,
  { from, weeklyPence, corrects }: WeeklySumTerms,
  standing: readonly WeeklySum[],
): boolean {
  if (weeklyPence < 0) throw new FieldRefused(pointer, 'below-zero', 'A weekly sum is zero or more');
  return isStanding({ what, told }, { from, weeklyPence }, corrects, standing);
}

function told({ weeklyPence }: Pick<WeeklySum, 'weeklyPence'>): string {
  return `${describePence(weeklyPence)} a week`;
}
