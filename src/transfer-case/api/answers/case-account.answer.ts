import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { DaysAnswer, daysAnswer } from '../../../platform/http/wire/days.answer.js';
import { MoneyDto, moneyOf, type Money } from '../../../platform/http/wire/money.dto.js';
import type { CaseRecord, OneOffPayment } from '../../commands/vocabulary.js';

/** What was said of the approval of a one-off payment. */
export class OneOffApprovalAnswer {
  @ApiProperty({ enum: ['approved', 'not-approved'] })
  readonly outcome!: string;

  @ApiPropertyOptional({ example: 'phb-team-4' })
  readonly by?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-05-02' })
  readonly on?: PlainDate;
}

/** A payment for one thing. */
export class OneOffPaymentAnswer {
  @ApiProperty({ example: 'REC-118' })
  readonly receiptReference!: string;

  @ApiProperty({ example: 'for-later-use' })
  readonly kind!: string;

  @ApiProperty({ description: 'The body that paid.', example: 'E10000015' })
  readonly payer!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-05-07' })
  readonly incurredOn!: PlainDate;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Money;

  @ApiPropertyOptional({ type: DaysAnswer, description: 'The days that it is good for.' })
  readonly benefit?: Readonly<DaysAnswer>;

  @ApiPropertyOptional({ type: OneOffApprovalAnswer })
  readonly approval?: Readonly<OneOffApprovalAnswer>;

  @ApiProperty({ description: 'What a correction has to name.', format: 'uuid' })
  readonly eventId!: string;
}

/** What the account held on a day. */
export class AccountBalanceAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-04-10' })
  readonly on!: PlainDate;

  @ApiProperty({ type: MoneyDto })
  readonly balance!: Money;

  @ApiProperty({ example: 'STATEMENT-2024-04' })
  readonly statementReference!: string;
}

/** What the council took back. */
export class BalanceReclaimAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-07-12' })
  readonly reclaimedOn!: PlainDate;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Money;

  @ApiProperty({ example: 'RECLAIM-31' })
  readonly reclaimReference!: string;
}

/** The account of the direct payment; what nobody has said is absent. */
export class AccountAnswer {
  @ApiPropertyOptional({ type: AccountBalanceAnswer, description: 'As the day of liability began.' })
  readonly opening?: Readonly<AccountBalanceAnswer>;

  @ApiPropertyOptional({ type: AccountBalanceAnswer, description: 'When it was closed.' })
  readonly closed?: Readonly<AccountBalanceAnswer>;

  @ApiPropertyOptional({ type: BalanceReclaimAnswer })
  readonly reclaimed?: Readonly<BalanceReclaimAnswer>;
}

export function oneOffAnswer({
  amountPence,
  benefit,
  ...oneOff
}: OneOffPayment): Readonly<OneOffPaymentAnswer> {
  return { ...oneOff, amount: moneyOf(amountPence), ...(benefit && { benefit: daysAnswer(benefit) }) };
}

export function accountAnswer({
  openingBalance: opening,
  accountClosed: closed,
  balanceReclaimed: reclaimed,
}: CaseRecord): Readonly<AccountAnswer> {
  return {
    ...(opening && {
      opening: {
        on: opening.balanceOn,
        balance: moneyOf(opening.balancePence),
        statementReference: opening.statementReference,
      },
    }),
    ...(closed && {
      closed: {
        on: closed.closedOn,
        balance: moneyOf(closed.balancePence),
        statementReference: closed.statementReference,
      },
    }),
    ...(reclaimed && {
      reclaimed: {
        reclaimedOn: reclaimed.reclaimedOn,
        amount: moneyOf(reclaimed.amountPence),
        reclaimReference: reclaimed.reclaimReference,
      },
    }),
  };
}
