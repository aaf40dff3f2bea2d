import { ApiProperty } from '@nestjs/swagger';
import { Equals, isNumber, isString, ValidateBy, type ValidationArguments } from 'class-validator';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { penceFromPounds, poundsFromPence, type Pence } from '../../../kernel/pence.js';

/** Money as the API carries it. */
export interface Money {
  /** Pounds with exactly two decimals; negative for a credit. */
  readonly amount: string;
  readonly currency: 'GBP';
}

/** Money in a body: a field of it is a `MoneyField` or `OptionalMoneyField`. */
export class MoneyDto implements Money {
  @ApiProperty({
    description: 'Pounds as text with exactly two decimals. A credit is negative.',
    pattern: '^-?(0|[1-9]\\d*)\\.\\d{2}$',
    example: '842.00',
  })
  @IsPounds()
  readonly amount!: string;

  @ApiProperty({ enum: ['GBP'], example: 'GBP' })
  @Equals('GBP', { message: 'currency must be "GBP"' })
  readonly currency!: 'GBP';
}

/**
 * The whole pence of money on the wire.
 *
 * @throws InvalidValue for an amount that validation would have refused.
 */
export function toPence({ amount }: Money): Pence {
  return penceFromPounds(amount);
}

/** Whole pence as money on the wire. */
export function moneyOf(amount: Pence): Money {
  return { amount: poundsFromPence(amount), currency: 'GBP' };
}

function IsPounds(): PropertyDecorator {
  return ValidateBy({
    name: 'isPounds',
    validator: {
      validate: (value: unknown) => isString(value) && isPounds(value),
      defaultMessage: (context) => messageFor(context),
    },
  });
}

function isPounds(text: string): boolean {
  try {
    penceFromPounds(text);
    return true;
  } catch (fault) {
    if (fault instanceof InvalidValue) return false;
    throw fault;
  }
}

function messageFor(context: ValidationArguments | undefined): string {
  return isNumber(context?.value)
    ? 'amount must be text such as "842.00", not a JSON number, which may be rounded'
    : 'amount must be pounds with two decimals, such as "842.00", without a pound sign or commas';
}
