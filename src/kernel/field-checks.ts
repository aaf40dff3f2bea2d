import { dateInWords, type PlainDate } from './plain-date.js';
import { numbersOfPeopleIn } from './numbers-of-people.js';
import { FieldRefused } from './refusal.js';

/** @throws FieldRefused when the day is after today. */
export function refuseFuture(pointer: string, day: PlainDate, today: PlainDate): void {
  if (day > today) {
    throw new FieldRefused(pointer, 'in-the-future', `${dateInWords(day)} is in the future`);
  }
}

/**
 * @param what the earlier day in words: "the checklist was completed"
 * @throws FieldRefused when the day is before that earlier day.
 */
export function refuseBefore(pointer: string, day: PlainDate, earlier: PlainDate, what: string): void {
  if (day < earlier) {
    throw new FieldRefused(
      pointer,
      'out-of-order',
      `${dateInWords(day)} is before ${dateInWords(earlier)}, when ${what}`,
    );
  }
}

/** @throws FieldRefused when the days would end before they start, or hold no day. */
export function refuseEmptyPeriod(from: PlainDate, until: PlainDate): void {
  if (until <= from) {
    throw new FieldRefused(
      '/lastDay',
      'out-of-order',
      `The last day is before ${dateInWords(from)}, the first`,
    );
  }
}

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9/._:-]{0,63}$/;

/**
 * A reference is an office's own code. Spaces and other signs are refused, so that no name finds its way into an event,
 * where it could never be erased; nor does the number of a person, which has no other signs.
 *
 * @throws FieldRefused for anything but letters, digits and / . _ : - up to 64 characters, and for the number of a person.
 */
export function refuseUnlessReference(pointer: string, value: string): void {
  if (!REFERENCE.test(value)) {
    throw new FieldRefused(
      pointer,
      'not-a-reference',
      'A reference has letters, digits and / . _ : - only, up to 64 characters, and no spaces',
    );
  }
  const [number] = numbersOfPeopleIn(value);
  if (number !== undefined) {
    // The value is not repeated, since messages reach logs.
    throw new FieldRefused(
      pointer,
      'number-of-a-person',
      `A reference names nobody, and this one holds what can be ${number === 'nhs-number' ? 'an NHS number' : 'a National Insurance number'}`,
    );
  }
}

const REASON_CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * @param example a reason that would do, for the words of the refusal
 * @throws FieldRefused unless the reason is a code such as `plan-not-signed`; free text would hold personal data.
 */
export function refuseUnlessReasonCode(pointer: string, value: string, example = 'plan-not-signed'): void {
  if (value.length > 64 || !REASON_CODE.test(value)) {
    throw new FieldRefused(pointer, 'not-a-reason-code', `A reason is a code such as "${example}"`);
  }
}
