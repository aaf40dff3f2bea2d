import { refuseBefore } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';

/** @throws FieldRefused when the day is before the NHS body became liable. */
export function refuseBeforeLiability(pointer: string, day: PlainDate, { liability }: CaseRecord): void {
  if (liability !== undefined) refuseBefore(pointer, day, liability.startsOn, 'the NHS body became liable');
}
