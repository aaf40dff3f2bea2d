import { InvalidValue } from './invalid-value.js';

declare const penceBrand: unique symbol;

/** An amount of pounds sterling as a whole number of pence. Negative amounts are credits and keep their sign. */
export type Pence = number & { readonly [penceBrand]: true };

export const ZERO_PENCE = 0 as Pence;

/**
 * Takes a whole number of pence.
 *
 * @throws InvalidValue when the number has a fraction, is not finite, or is too large to be exact.
 */
export function pence(amount: number | bigint): Pence {
  const asNumber = Number(amount);
  if (!Number.isSafeInteger(asNumber)) {
    throw new InvalidValue(`${String(amount)} is not a whole number of pence`);
  }
  // -0 would be written as "0" but compare as a different value in tests and hashes.
  return (asNumber === 0 ? 0 : asNumber) as Pence;
}

/** The exact total of amounts in pence; the total of none is zero. */
export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return pence(total);
}

/** `left` less `right`, in pence. */
export function subtractPence(left: Pence, right: Pence): Pence {
  return pence(BigInt(left) - BigInt(right));
}

/** The same amount with the opposite sign: a charge becomes the credit that cancels it. */
export function negatePence(amount: Pence): Pence {
  return pence(-BigInt(amount));
}

/** The smaller of two amounts in pence. */
export function minPence(left: Pence, right: Pence): Pence {
  return left <= right ? left : right;
}

/** The larger of two amounts in pence. */
export function maxPence(left: Pence, right: Pence): Pence {
  return left >= right ? left : right;
}

/**
 * Reads pounds written as text with exactly two decimals, as the API carries money: `"842.00"`, `"-12.50"`.
 *
 * @throws InvalidValue for a pound sign, a thousands comma, another number of decimals, or anything that is not money.
 */
export function penceFromPounds(pounds: string): Pence {
  if (!/^-?(0|[1-9]\d{0,13})\.\d{2}$/.test(pounds)) {
    throw new InvalidValue(`"${pounds}" is not an amount such as "842.00"`);
  }
  return pence(BigInt(pounds.replace('.', '')));
}

/** Writes an amount in pence as pounds with two decimals and no separators: `84200` becomes `"842.00"`. */
export function poundsFromPence(amount: Pence): string {
  const digits = String(amount).replace('-', '').padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Writes an amount in pence as people read it: `554400` becomes `"£5,544.00"`, and `-1250` becomes `"−£12.50"`. */
export function describePence(amount: Pence): string {
  const size = poundsFromPence(maxPence(amount, negatePence(amount)));
  return `${amount < 0 ? '−' : ''}£${size.replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}
