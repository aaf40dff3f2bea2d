import { listOf, record, text } from '../../kernel/shape.js';
import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { examineNhsNumber } from '../domain/nhs-number/nhs-number.js';

const inputsShape = record({ numbers: listOf(text) });

/** The check digit of made-up numbers and whether each is taken, by number. */
export const nhsNumberExample: WorkedExampleKind = {
  kind: 'nhs_number',
  compute: (inputs) =>
    Object.fromEntries(inputsShape(inputs, '').numbers.map((number) => [number, answerFor(number)])),
};

function answerFor(number: string) {
  const { checkDigit, passesCheck, accepted } = examineNhsNumber(number);
  return { check_digit: checkDigit ?? null, passes_mod11: passesCheck, accept: accepted };
}
