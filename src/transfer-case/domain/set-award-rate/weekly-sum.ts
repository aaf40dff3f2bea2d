import { FieldRefused } from '../../../kernel/refusal.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { WeeklySum } from '../case-record.js';

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
 * @param pointer the field of the money
 * @throws AlreadyRecorded when another sum stands from that day and the caller does not name its event.
 * @throws FieldRefused when the money is below zero, or `corrects` names no sum that stands.
 */
export function isStandingSum(
  what: string,
  pointer: string,
  { from, weeklyPence, corrects }: WeeklySumTerms,
  standing: readonly WeeklySum[],
): boolean {
  if (weeklyPence < 0) throw new FieldRefused(pointer, 'below-zero', 'A weekly sum is zero or more');
  const sameDay = standing.find((sum) => sum.from === from);
  // A correction may also move a sum to another day, where none stands yet.
  const replaced = sameDay ?? standing.find(({ eventId }) => eventId === corrects);
  return isRepeat(
    what,
    { from, weeklyPence },
    replaced && {
      fact: { from: replaced.from, weeklyPence: replaced.weeklyPence },
      eventId: replaced.eventId,
    },
    corrects,
  );
}
