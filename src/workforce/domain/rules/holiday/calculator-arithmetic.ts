import { Fraction } from '../../../../kernel/fraction.js';

/** How the steps of a sum are kept before the next step uses them. */
export interface Arithmetic {
  /** Keeps a quotient: the fraction of the year, or the hours of an average day. */
  readonly quotient: (exact: Fraction) => Fraction;
  /** Keeps the average number of shifts a week. */
  readonly shiftsPerWeek: (exact: Fraction) => Fraction;
}

const asItIs = (exact: Fraction) => exact;

/** No step is rounded: the entitlement itself. */
export const EXACT: Arithmetic = { quotient: asItIs, shiftsPerWeek: asItIs };

/** The rule of GOV.UK's calculator: shifts a week to ten decimals, everything else as it is. */
export const CALCULATOR_RULE: Arithmetic = {
  quotient: asItIs,
  shiftsPerWeek: (exact) => toPlaces(exact, 10),
};

const PROGRAM_DIGITS = 32;

/**
 * What GOV.UK's calculator does instead: its decimals keep 32 significant digits of a quotient, half up, so that a third
 * of a year or two thirds of an hour can come out a trace too long, and rounding up then adds a whole step: 78.5 hours
 * where its rule gives 78.4. It is reproduced so that the figure which a citizen was shown can stand beside the right one;
 * no entitlement or pay is worked out by it.
 *
 * Source: derived from figures that the calculator gave, which it reproduces; the number of digits is stated nowhere.
 */
export const CALCULATOR_PROGRAM: Arithmetic = {
  quotient: (exact) => toSignificantDigits(exact, PROGRAM_DIGITS),
  shiftsPerWeek: CALCULATOR_RULE.shiftsPerWeek,
};

/** A positive number to so many digits from its first that is not 0, half up. */
export function toSignificantDigits(value: Fraction, digits: number): Fraction {
  if (value.isZero) return value;
  const whole = value.floor();
  if (whole > 0n) return toPlaces(value, digits - whole.toString().length);
  let leadingZeros = 0;
  while (value.times(10n ** BigInt(leadingZeros + 1)).floor() === 0n) leadingZeros += 1;
  return toPlaces(value, digits + leadingZeros);
}

function toPlaces(value: Fraction, places: number): Fraction {
  const scale = 10n ** BigInt(places);
  return Fraction.of(value.times(scale).roundedHalfUp(), scale);
}
