import { addDays, plainDate, daysBetween, type PlainDate } from '../../kernel/plain-date.js';

const FOUR_WEEKS = 28;

export const dayAfter = (day: string, days = 1): PlainDate => addDays(plainDate(day), days);

/** The four-weekly pay periods from a day to a last day, both included; the last one may be shorter. */
export function fourWeekly(
  from: string,
  lastDay: string,
): { readonly from: PlainDate; readonly lastDay: PlainDate }[] {
  const days = daysBetween(plainDate(from), plainDate(lastDay)) + 1;
  return Array.from({ length: Math.ceil(days / FOUR_WEEKS) }, (_, index) => ({
    from: dayAfter(from, index * FOUR_WEEKS),
    lastDay: dayAfter(from, Math.min((index + 1) * FOUR_WEEKS, days) - 1),
  }));
}
