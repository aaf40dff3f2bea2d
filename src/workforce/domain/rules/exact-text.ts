import { Fraction } from '../../../kernel/fraction.js';

// What Fraction.parse reads back.
const MAX_PLACES = 12;

/** An exact number as people write it: `12`, `10.5`; a fraction such as `1/3` only where no decimal is exact. */
export function exactText(value: Fraction): string {
  for (let places = 0; places <= MAX_PLACES; places += 1) {
    const decimal = value.toDecimal(places);
    if (Fraction.parse(decimal).equals(value)) return decimal;
  }
  return value.toString();
}
