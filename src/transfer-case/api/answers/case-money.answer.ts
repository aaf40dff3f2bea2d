import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { lastDayOf } from '../../../kernel/period.js';
import { MoneyDto, moneyOf, type Money } from '../../../platform/http/wire/money.dto.js';
import type { Assistant, Payment, WeeklySum } from '../../commands/vocabulary.js';

/** A PA who may come along. */
export class AssistantAnswer {
  @ApiProperty({ example: 'PA-1' })
  readonly assistantRef!: string;

  @ApiProperty({ enum: ['employed', 'self-employed'] })
  readonly status!: string;

  @ApiProperty({ type: String, format: 'date', example: '2019-02-11' })
  readonly startedOn!: PlainDate;

  @ApiProperty({ example: '30.5' })
  readonly weeklyHours!: string;

  @ApiProperty({ type: MoneyDto })
  readonly hourlyRate!: Money;
}

/** A weekly sum from a day on. */
export class WeeklySumAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-04-08' })
  readonly from!: PlainDate;

  @ApiProperty({ type: MoneyDto })
  readonly weekly!: Money;

  @ApiProperty({ description: 'What a correction has to name.', format: 'uuid' })
  readonly eventId!: string;
}

/** Money paid or received for some days. */
export class PaymentAnswer {
  @ApiProperty({ example: 'DP-0001' })
  readonly reference!: string;

  @ApiPropertyOptional({
    description: 'The body that paid; absent for a contribution.',
    example: 'E10000015',
  })
  readonly payer?: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-04-15' })
  readonly paidOn!: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2024-04-15' })
  readonly from!: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2024-05-12' })
  readonly lastDay!: PlainDate;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Money;

  @ApiPropertyOptional({ description: 'The payment that this one takes back.', example: 'DP-0000' })
  readonly reverses?: string;
}

export function assistantAnswer({ hourlyRatePence, ...assistant }: Assistant): Readonly<AssistantAnswer> {
  return { ...assistant, hourlyRate: moneyOf(hourlyRatePence) };
}

export function weeklySumAnswer({ from, weeklyPence, eventId }: WeeklySum): Readonly<WeeklySumAnswer> {
  return { from, weekly: moneyOf(weeklyPence), eventId };
}

// Written out field by field: a case has more payments than anything else, and what is put together from parts takes several
// times as long to make and to write.
export function paymentAnswer(payment: Payment): Readonly<PaymentAnswer> {
  const { reference, payer, paidOn, from, until, reverses } = payment;
  const lastDay = lastDayOf({ from, until });
  const amount = moneyOf(payment.amountPence);
  const answer =
    payer === undefined
      ? { reference, paidOn, from, lastDay, amount }
      : { reference, payer, paidOn, from, lastDay, amount };
  return reverses === undefined ? answer : { ...answer, reverses };
}
