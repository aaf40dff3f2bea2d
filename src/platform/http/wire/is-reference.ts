import { isString, ValidateBy, type ValidationOptions } from 'class-validator';
import { isReference } from '../../../kernel/ids.js';

/** Text that is a reference with this prefix, such as `TC-7F3K92QD1M` for `TC`. */
export function IsReference(prefix: string, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isReference',
      constraints: [prefix],
      validator: {
        validate: (value: unknown) => isString(value) && isReference(prefix, value),
        defaultMessage: (context) =>
          `${context?.property ?? 'The value'} must be a reference such as ${prefix}-7F3K92QD1M`,
      },
    },
    options,
  );
}
