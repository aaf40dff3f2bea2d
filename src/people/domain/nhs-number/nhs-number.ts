import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { nhsCheckDigit } from '../../../kernel/numbers-of-people.js';
import { NHS_NUMBER_CHECK_DIGIT, NHS_NUMBER_NOT_ONE_DIGIT } from './nhs-number-rules.js';

declare const nhsNumberBrand: unique symbol;

/** Ten digits that can be an NHS number. Personal data: it stands in no event, address, log or invoice, and is no key. */
export type NhsNumber = string & { readonly [nhsNumberBrand]: true };

/** What was found out about ten digits. */
export interface ExaminedNhsNumber {
  /** The digit that the first nine call for; absent when they begin no NHS number. */
  readonly checkDigit?: number;
  readonly passesCheck: boolean;
  readonly accepted: boolean;
  /** The rule that decided. It names no digit of the number. */
  readonly basis: Basis;
}

/** @throws InvalidValue when the text is not ten digits, with or without spaces. */
export function examineNhsNumber(text: string): ExaminedNhsNumber {
  const digits = tenDigits(text);
  const checkDigit = nhsCheckDigit(digits.slice(0, 9));
  const passesCheck = String(checkDigit) === digits.slice(9);
  const oneDigit = new Set(digits).size === 1;
  const found = (rule: Rule, accepted: boolean): ExaminedNhsNumber => ({
    ...(checkDigit === undefined ? {} : { checkDigit }),
    passesCheck,
    accepted,
    basis: basisOf(rule, { passesCheck }),
  });
  return oneDigit ? found(NHS_NUMBER_NOT_ONE_DIGIT, false) : found(NHS_NUMBER_CHECK_DIGIT, passesCheck);
}

/**
 * Takes an NHS number, with or without spaces. Whether it is the person's is for tracing to say.
 *
 * @throws InvalidValue when it cannot be one. The message says why and does not repeat it, since messages reach logs.
 */
export function nhsNumber(text: string): NhsNumber {
  const { accepted, passesCheck } = examineNhsNumber(text);
  if (!accepted) {
    throw new InvalidValue(
      passesCheck
        ? 'Ten times the same digit is not an NHS number'
        : 'The last digit does not follow from the first nine: this is not an NHS number',
    );
  }
  return tenDigits(text) as NhsNumber;
}

/** As people read it out: `943 476 5919`. */
export function nhsNumberInGroups(number: NhsNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

function tenDigits(text: string): string {
  const digits = text.replaceAll(' ', '');
  if (!/^\d{10}$/.test(digits)) throw new InvalidValue('An NHS number has ten digits');
  return digits;
}
