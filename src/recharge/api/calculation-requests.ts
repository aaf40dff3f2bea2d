import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { periodOfDays } from '../../kernel/period.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { Day, MoneyField, OptionalCode } from '../../platform/http/wire/fields.js';
import { IsReference } from '../../platform/http/wire/is-reference.js';
import { toPence, type MoneyDto } from '../../platform/http/wire/money.dto.js';
import type { Additions } from '../commands/vocabulary.js';

const ONE_OFF_METHODS = ['benefit-period', 'incurred-date'] as const;
const MOST_ONE_OFFS = 50;

/** A payment for one thing, such as a year's insurance. */
export class OneOffDto {
  @ApiProperty({ description: 'The receipt or approval. It names nobody.', example: 'REC-2024-118' })
  @IsString()
  @Length(1, 64)
  readonly reference!: string;

  @MoneyField('What was paid.')
  readonly amount!: MoneyDto;

  @ApiProperty({
    enum: ONE_OFF_METHODS,
    description:
      'Shared by the days that it is good for, or borne by whoever was liable on the day it was bought.',
    example: 'benefit-period',
  })
  @IsIn(ONE_OFF_METHODS)
  readonly method!: (typeof ONE_OFF_METHODS)[number];

  @Day('The day on which it was bought.', '2024-02-01')
  readonly incurredOn!: PlainDate;

  @Day('The first day that it is good for.', '2024-02-01')
  readonly from!: PlainDate;

  @Day('The last day that it is good for.', '2025-01-31')
  readonly lastDay!: PlainDate;
}

/** What the account of the direct payment held. */
export class AccountDto {
  @MoneyField('At the start of liability.')
  readonly opening!: MoneyDto;

  @MoneyField('When it was closed.')
  readonly closing!: MoneyDto;

  @ApiProperty({ description: 'The statement that shows it.', example: 'STATEMENT-2024-06' })
  @IsString()
  @Length(1, 64)
  readonly statementReference!: string;
}

/** What finance adds to the days of bridging. */
export class AdditionsDto {
  @ApiPropertyOptional({ type: [OneOffDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ONE_OFFS)
  @ValidateNested({ each: true })
  @Type(() => OneOffDto)
  readonly oneOffs?: readonly OneOffDto[];

  @ApiPropertyOptional({ type: AccountDto, description: 'Money left unspent is credited by the agreement.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AccountDto)
  readonly account?: AccountDto;
}

/** Which case to work out the recharge of. */
export class CalculateRechargeDto extends AdditionsDto {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  @IsReference('TC')
  readonly caseRef!: string;

  @OptionalCode('The NHS body that it is for, where several were liable one after the other.', 'QM7')
  readonly nhsBody?: string;
}

/** @throws FieldRefused when a payment is good for days that end before they begin. */
export function additionsOf({ oneOffs = [], account }: Readonly<AdditionsDto>): Additions {
  return {
    oneOffs: oneOffs.map(oneOffOf),
    ...(account && {
      account: {
        openingPence: toPence(account.opening),
        closingPence: toPence(account.closing),
        reference: account.statementReference,
      },
    }),
  };
}

function oneOffOf(
  { reference, method, amount, incurredOn, from, lastDay }: OneOffDto,
  index: number,
): Additions['oneOffs'][number] {
  if (lastDay < from) {
    throw new FieldRefused(
      `/oneOffs/${index}/lastDay`,
      'benefit-ends-too-early',
      'The last day is before the first',
    );
  }
  return {
    reference,
    method,
    amountPence: toPence(amount),
    incurredOn,
    benefit: periodOfDays(from, lastDay),
  };
}
