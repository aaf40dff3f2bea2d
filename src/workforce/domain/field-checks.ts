import { Fraction } from '../../kernel/fraction.js';
import { dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9/._:-]{0,63}$/;
const REASON_CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const HOURS_OF_A_WEEK = Fraction.of(168);

/**
 * A reference is an office's own code. Spaces and other signs are refused, so that no name finds its way into an event,
 * where it could never be erased.
 *
 * @throws FieldRefused for anything but letters, digits and / . _ : - up to 64 characters.
 */
export function refuseUnlessReference(pointer: string, value: string): void {
  if (!REFERENCE.test(value)) {
    throw new FieldRefused(
      pointer,
      'not-a-reference',
      'A reference has letters, digits and / . _ : - only, up to 64 characters, and no spaces',
    );
  }
}

/** @throws FieldRefused unless the reason is a code such as `policy-lapsed`; free text would hold personal data. */
export function refuseUnlessReasonCode(pointer: string, value: string): void {
  if (value.length > 64 || !REASON_CODE.test(value)) {
    throw new FieldRefused(pointer, 'not-a-reason-code', 'A reason is a code such as "policy-lapsed"');
  }
}

/**
 * @param what what happened on the earlier day, in words: "the job began"
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

/** @throws FieldRefused when the exact number is below zero. */
export function refuseNegative(pointer: string, value: string): void {
  if (Fraction.parse(value).isNegative) {
    throw new FieldRefused(pointer, 'below-zero', 'This cannot be below zero');
  }
}

/**
 * @throws FieldRefused for hours that no week has, or a rate that nobody works for.
 */
export function refuseUnlessTerms(terms: {
  readonly weeklyHours: string;
  readonly hourlyRatePence: number;
}): void {
  refuseNegative('/weeklyHours', terms.weeklyHours);
  if (Fraction.parse(terms.weeklyHours).compare(HOURS_OF_A_WEEK) > 0) {
    throw new FieldRefused('/weeklyHours', 'not-hours-of-a-week', 'A week has 168 hours');
  }
  refuseUnlessPaid(terms.hourlyRatePence);
}

/** @throws FieldRefused for an hourly rate of nothing or less. */
export function refuseUnlessPaid(hourlyRatePence: number): void {
  if (hourlyRatePence <= 0) {
    throw new FieldRefused('/hourlyRate', 'not-above-zero', 'The hourly rate must be above zero');
  }
}
