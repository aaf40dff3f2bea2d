import { Fraction } from './fraction.js';
import type { Pence } from './pence.js';

/** One part of a whole: a share of it, from 0 to 1 as exact text, or a fixed sum in pence. */
export interface StatedPart<Name extends string> {
  readonly part: Name;
  readonly share?: string;
  readonly weeklyPence?: Pence;
}

/** How a whole is divided: the parts that are stated, and the one that gets whatever they leave. */
export interface Division<Name extends string> {
  readonly parts: readonly StatedPart<Name>[];
  readonly remainder: Name;
}

/**
 * Divides a whole into parts that add up to it. Parts are met in the order in which they were stated, and none above what is
 * left, so that fixed sums beyond the whole make nobody bear more than there is.
 *
 * @param whole in exact pence; any number above zero where no part is a fixed sum
 * @returns by name; a name that nothing falls to is absent
 */
export function partsOfWhole<Name extends string>(
  whole: Fraction,
  { parts, remainder }: Division<Name>,
): ReadonlyMap<Name, Fraction> {
  const found = new Map<Name, Fraction>();
  const add = (name: Name, amount: Fraction) => {
    found.set(name, (found.get(name) ?? Fraction.zero).plus(amount));
  };
  let left = whole;
  for (const { part, share, weeklyPence = 0 } of parts) {
    const stated = share === undefined ? Fraction.of(weeklyPence) : whole.times(Fraction.parse(share));
    const met = stated.compare(left) <= 0 ? stated : left;
    add(part, met);
    left = left.minus(met);
  }
  add(remainder, left);
  return found;
}
