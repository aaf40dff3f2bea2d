import { Fraction } from '../../kernel/fraction.js';
import { FieldRefused } from '../../kernel/refusal.js';

const HOURS_OF_A_WEEK = Fraction.of(168);

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
