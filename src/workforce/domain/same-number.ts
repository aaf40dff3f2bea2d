import { Fraction } from '../../kernel/fraction.js';

/** True when two exact texts are the same number: `30`, `30.0` and `60/2`. */
export function sameNumber(left: string, right: string): boolean {
  return Fraction.parse(left).equals(Fraction.parse(right));
}

/** The same of two numbers that may not be given: not given and zero are different facts. */
export function sameOptionalNumber(left: string | undefined, right: string | undefined): boolean {
  return left === undefined || right === undefined ? left === right : sameNumber(left, right);
}
