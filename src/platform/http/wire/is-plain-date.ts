import { isString, ValidateBy, type ValidationOptions } from 'class-validator';
import { isPlainDate } from '../../../kernel/plain-date.js';

/** Text that is a civil day in the calendar, `YYYY-MM-DD`, from 1900 to 2199: the field is a `PlainDate`. */
export function IsPlainDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isPlainDate',
      validator: {
        validate: (value: unknown) => isString(value) && isPlainDate(value),
        defaultMessage: (context) =>
          `${context?.property ?? 'The value'} must be a day in the calendar written like "2024-03-27"`,
      },
    },
    options,
  );
}
