import type { Fraction } from '../../kernel/fraction.js';
import { exactText } from '../domain/rules/exact-text.js';

/**
 * A figure as the examples write numbers, to be held against theirs. Both are read from the decimal text, so equal decimals
 * are equal numbers; nothing is worked out with the result.
 */
export function jsonNumber(figure: Fraction): number {
  // eslint-disable-next-line handover/exact-money -- read from its decimal text to be compared, and not counted with
  return Number(exactText(figure));
}
