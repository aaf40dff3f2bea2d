import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { Day, MoneyField } from '../../platform/http/wire/fields.js';
import { IsReference } from '../../platform/http/wire/is-reference.js';
import type { MoneyDto } from '../../platform/http/wire/money.dto.js';
import {
  CREDIT_REASONS,
  QUERY_REASONS,
  SUCCESSOR_REASONS,
  WITHDRAWAL_REASONS,
  type ChosenSuccessor,
  type CreditTerms,
  type DocumentTerms,
  type QueryLineTerms,
  type WithdrawTerms,
} from '../commands/vocabulary.js';
import {
  RECHARGE_STATUSES,
  WAITING_ON,
  type RechargeStatus,
  type WaitingOn,
} from '../projections/recharges/recharges.query.js';

/** The document that goes to the other body. */
export class IssueDto {
  @Day('The day on the document.', '2024-07-08')
  readonly documentDate!: PlainDate;

  @ApiProperty({ example: 'INV-1001' })
  @IsString()
  @Length(1, 64)
  readonly invoiceReference!: string;

  @ApiPropertyOptional({
    description: 'The number that the payer’s finance system asks for.',
    example: 'PO-77',
  })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly purchaseOrder?: string;

  @ApiPropertyOptional({
    description: 'Only where the debtor was split: the code of the successor that pays.',
    example: 'QM7',
  })
  @IsOptional()
  @IsString()
  @Length(1, 16)
  readonly payableBy?: string;

  @ApiPropertyOptional({
    enum: SUCCESSOR_REASONS,
    description: 'Why this one of the successors pays; asked for with payableBy where the debtor was split.',
    example: 'area-of-the-person',
  })
  @IsOptional()
  @IsIn(SUCCESSOR_REASONS)
  readonly payableByReason?: ChosenSuccessor['reasonCode'];

  @ApiPropertyOptional({
    description:
      'What shows it, such as a transfer scheme; asked for with payableBy where the debtor was split.',
    example: 'SCHEME-2026-04',
  })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly payableByDocument?: string;
}

/** Why a line is queried. */
export class LineQueryDto {
  @ApiProperty({ enum: QUERY_REASONS, example: 'rate-not-evidenced' })
  @IsIn(QUERY_REASONS)
  readonly reasonCode!: QueryLineTerms['reasonCode'];
}

/** A payment of accepted lines. */
export class RechargePaymentDto {
  @ApiProperty({
    description: 'The payer’s own reference: one for each payment.',
    example: 'BACS-20240720-14',
  })
  @IsString()
  @Length(1, 64)
  readonly paymentReference!: string;

  @Day('The day of the payment.', '2024-07-20')
  readonly paidOn!: PlainDate;

  @MoneyField('What was paid.')
  readonly amount!: MoneyDto;
}

/** Why a recharge is taken back. */
export class CreditDto {
  @ApiProperty({ enum: CREDIT_REASONS, example: 'facts-changed' })
  @IsIn(CREDIT_REASONS)
  readonly reasonCode!: CreditTerms['reasonCode'];
}

/** Why a recharge is dropped. */
export class RechargeWithdrawalDto {
  @ApiProperty({ enum: WITHDRAWAL_REASONS, example: 'calculated-in-error' })
  @IsIn(WITHDRAWAL_REASONS)
  readonly reasonCode!: WithdrawTerms['reasonCode'];
}

/** Which recharges to list. */
export class RechargesQueryDto extends PageQuery {
  @ApiPropertyOptional({ example: 'TC-7F3K92QD1M' })
  @IsOptional()
  @IsReference('TC')
  readonly caseRef?: string;

  @ApiPropertyOptional({ enum: RECHARGE_STATUSES, example: 'issued' })
  @IsOptional()
  @IsIn(RECHARGE_STATUSES)
  readonly status?: RechargeStatus;

  @ApiPropertyOptional({
    enum: WAITING_ON,
    description: 'Only those in which your body, or the other one, has to do something next.',
    example: 'us',
  })
  @IsOptional()
  @IsIn(WAITING_ON)
  readonly waitingOn?: WaitingOn;
}

/** The terms of a document, without the fields that were not sent. */
export function documentOf({
  documentDate,
  invoiceReference,
  purchaseOrder,
  payableBy,
  payableByReason,
  payableByDocument,
}: IssueDto): DocumentTerms {
  const successor = {
    ...(payableBy !== undefined && { payableBy }),
    ...(payableByReason !== undefined && { reasonCode: payableByReason }),
    ...(payableByDocument !== undefined && { documentReference: payableByDocument }),
  };
  return {
    documentDate,
    invoiceReference,
    ...(purchaseOrder !== undefined && { purchaseOrder }),
    ...(Object.keys(successor).length > 0 && { successor }),
  };
}
