import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Corrects, type CorrectsDto } from '../../../platform/http/wire/corrects.dto.js';
import { Code, Day, MoneyField, OptionalCode, OptionalDay } from '../../../platform/http/wire/fields.js';
import type { MoneyDto } from '../../../platform/http/wire/money.dto.js';
import { ONE_OFF_KINDS, SHARED_ELSEWHERE } from '../../commands/vocabulary.js';

const KINDS = [...ONE_OFF_KINDS, ...SHARED_ELSEWHERE];
const APPROVALS = ['approved', 'not-approved'] as const;

/** Whether a one-off payment was approved, by whom and when. */
export class OneOffApprovalDto {
  @ApiProperty({ enum: APPROVALS, example: 'approved' })
  @IsIn(APPROVALS)
  readonly outcome!: (typeof APPROVALS)[number];

  @OptionalCode('Sign-in id or office code of who approved it; only for what was approved.', 'phb-team-4')
  readonly by?: string;

  @OptionalDay('The day of the approval; only for what was approved.', '2024-05-02')
  readonly on?: PlainDate;
}

/** A payment for one thing. */
export class OneOffPaymentDto {
  @Code('Your reference of the receipt.', 'REC-118')
  readonly receiptReference!: string;

  @ApiProperty({
    enum: KINDS,
    description:
      'What it is for; the local agreement says who bears each kind. Redundancy and notice pay are refused: they are shared with the employment.',
    example: 'for-later-use',
  })
  @IsIn(KINDS)
  readonly kind!: (typeof KINDS)[number];

  @Day('The day on which it was bought or paid.', '2024-05-07')
  readonly incurredOn!: PlainDate;

  @MoneyField('What was paid; a correction to 0.00 takes it back.')
  readonly amount!: MoneyDto;

  @OptionalDay('The first day that it is good for; with lastDay.', '2024-06-03')
  readonly from?: PlainDate;

  @OptionalDay('The last day that it is good for; with from.', '2025-06-02')
  readonly lastDay?: PlainDate;

  @ApiPropertyOptional({ type: OneOffApprovalDto, description: 'Left out while nobody can say.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OneOffApprovalDto)
  readonly approval?: OneOffApprovalDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** What the account held as liability began. */
export class OpeningBalanceDto {
  @Day('The day of liability, at its start.', '2024-04-10')
  readonly balanceOn!: PlainDate;

  @MoneyField('What was in the account; below zero when it was overdrawn.')
  readonly balance!: MoneyDto;

  @Code('The statement that shows it.', 'STATEMENT-2024-04')
  readonly statementReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** The close of the account. */
export class AccountCloseDto {
  @Day('The day on which it was closed, everything due from it being paid.', '2024-06-28')
  readonly closedOn!: PlainDate;

  @MoneyField('What was left; below zero when it was overdrawn.')
  readonly balance!: MoneyDto;

  @Code('The statement that shows it.', 'STATEMENT-2024-06')
  readonly statementReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** Money that the council took back from the account. */
export class BalanceReclaimDto {
  @Day('The day on which it came back.', '2024-07-12')
  readonly reclaimedOn!: PlainDate;

  @MoneyField('What came back; a correction to 0.00 takes it back.')
  readonly amount!: MoneyDto;

  @Code('Your reference of the reclaim.', 'RECLAIM-31')
  readonly reclaimReference!: string;

  @Corrects()
  readonly corrects?: CorrectsDto;
}
