import {
  isNumber,
  isString,
  ValidateBy,
  type ValidationArguments,
  type ValidationOptions,
} from 'class-validator';
import { Fraction } from '../../../kernel/fraction.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';

/** Decimal text such as `"30.25"` that `Fraction.parse` reads. A JSON number is refused: it may already be rounded. */
export function IsExactNumber(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isExactNumber',
      validator: {
        validate: (value: unknown) => isString(value) && isExact(value),
        defaultMessage: (context) => messageFor(context),
      },
    },
    options,
  );
}

function isExact(text: string): boolean {
  try {
    Fraction.parse(text);
    return true;
  } catch (fault) {
    if (fault instanceof InvalidValue) return false;
    throw fault;
  }
}

function messageFor(context: ValidationArguments | undefined): string {
  const property = context?.property ?? 'The value';
  return isNumber(context?.value)
    ? `${property} must be text such as "30.25", not a JSON number, which may be rounded`
    : `${property} must be an exact number written like "30.25"`;
}
