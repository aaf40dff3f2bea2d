import { periodOfDays, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';

/**
 * Offices write the last day; inside, a period ends with the first day that is not in it.
 *
 * @throws FieldRefused when the last day is before the first.
 */
export function periodOfEntry(from: PlainDate, lastDay: PlainDate): Period {
  if (lastDay < from) {
    throw new FieldRefused('/lastDay', 'out-of-order', 'The last day is before the first');
  }
  return periodOfDays(from, lastDay);
}
