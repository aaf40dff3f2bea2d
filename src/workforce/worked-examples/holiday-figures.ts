import { Fraction } from '../../kernel/fraction.js';
import { pence, poundsFromPence, type Pence } from '../../kernel/pence.js';
import { NotUnderstood } from '../../kernel/worked-example.js';
import { exactNumber, understood } from './example-inputs.js';

/**
 * An exact figure with as many decimals as the row writes, half up, so that `7`, `7.0` and `13.8082191780822` can all be
 * met. Of what is expected only the number of decimals is looked at. Fewer decimals than usual are met only where those that
 * are left out are 0: a figure cannot be made to fit by writing it short.
 *
 * @param usualPlaces the decimals of a row that does not say
 */
export function writtenLike(expected: unknown, value: Fraction, usualPlaces: number): string {
  const usual = value.toDecimal(usualPlaces);
  const match = /^-?\d+(?:\.(\d{1,20}))?$/.exec(String(expected));
  if (match === null) return usual;
  const places = match[1]?.length ?? 0;
  const asWritten = value.toDecimal(places);
  if (places >= usualPlaces) return asWritten;
  return Fraction.parse(asWritten).equals(Fraction.parse(usual)) ? asWritten : usual;
}

/**
 * An amount that the file gives in pounds, as text or as a number.
 *
 * @throws NotUnderstood when it is not a whole number of pence
 */
export function penceOf(what: string, pounds: unknown): Pence {
  const exact = exactNumber(what, pounds).times(100);
  if (exact.denominator !== 1n) throw new NotUnderstood(`${what} is not a whole number of pence`);
  return understood(what, () => pence(exact.numerator));
}

export const pounds = poundsFromPence;
