import { Fraction } from '../../kernel/fraction.js';
import { poundsFromPence, type Pence } from '../../kernel/pence.js';
import { NotUnderstood } from '../../kernel/worked-example.js';
import { largestRedundancyPayment, redundancyAmount } from '../domain/rules/redundancy-amount.js';
import { yearsByWholeAge, weeksFor } from '../domain/rules/service-years.js';
import type { ExampleInputs } from './example-inputs.js';
import { jsonNumber } from './json-number.js';

/** A number of years or an age. */
export function wholeInput<Key extends string>(inputs: ExampleInputs<Key>, key: Key): number {
  const value = inputs.exact(key);
  if (value.denominator !== 1n || value.isNegative)
    throw new NotUnderstood(`${key} is not a whole number from 0`);
  return Number(value.numerator);
}

/** An amount in pounds, as text or as a number. */
export function poundsInput<Key extends string>(inputs: ExampleInputs<Key>, key: Key): Pence {
  const amount = inputs.exact(key).times(100);
  if (amount.denominator !== 1n || amount.isNegative)
    throw new NotUnderstood(`${key} is not an amount in pounds`);
  return amount.toPence();
}

/** Pounds as a number: what has two decimals reads to the same number here and in the file. */
export function poundsNumber(amount: Pence): number {
  return jsonNumber(Fraction.of(amount, 100));
}

/** What a payment by age, years, week's pay and cap comes to, in the words of the examples. */
export function payFigures(age: number, years: number, weekPayPence: Pence, capPence: Pence) {
  const weeks = weeksFor(yearsByWholeAge(age, years));
  const { weekPayUsedPence, statutoryPence } = redundancyAmount(weeks, weekPayPence, capPence);
  return {
    weeks: jsonNumber(weeks),
    capped_weekly_pay: poundsFromPence(weekPayUsedPence),
    pay: poundsFromPence(statutoryPence),
  };
}

/** A cap and the largest payment under it, in pounds. */
export function capFigures(capPence: Pence) {
  return {
    weekly_cap: poundsNumber(capPence),
    max_payment: poundsNumber(largestRedundancyPayment(capPence)),
  };
}
