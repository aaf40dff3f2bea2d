import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Code, Day, MoneyField, OptionalCode, OptionalDay } from '../../platform/http/wire/fields.js';
import { IsExactNumber } from '../../platform/http/wire/is-exact-number.js';
import type { MoneyDto } from '../../platform/http/wire/money.dto.js';
import { EMPLOYMENT_STATUSES, END_REASONS, type EndReason } from '../commands/vocabulary.js';

/** The record that was wrong. */
const Corrects = () =>
  OptionalCode(
    'The recordId of the record that was wrong, where this one puts it right.',
    '0b9f3d52-6a41-8c70-9f1e-2a7d4c5b6e10',
  );

/** A PA who works for the person of the case. */
export class StartEmploymentDto {
  @Code('The council’s own reference of the PA. It names nobody.', 'PA-4471')
  readonly assistantRef!: string;

  @ApiProperty({ enum: EMPLOYMENT_STATUSES, example: 'employed' })
  @IsIn(EMPLOYMENT_STATUSES)
  readonly status!: (typeof EMPLOYMENT_STATUSES)[number];

  @Day('The first day of the job.', '2016-04-01')
  readonly startedOn!: PlainDate;

  @ApiProperty({ description: 'Contract hours a week, exact.', example: '30.25' })
  @IsExactNumber()
  readonly weeklyHours!: string;

  @MoneyField('Gross pay for an hour.')
  readonly hourlyRate!: MoneyDto;
}

/** Hours and pay from a day on. */
export class EmploymentTermsDto {
  @Day('The first day with these hours and this rate.', '2024-04-01')
  readonly from!: PlainDate;

  @ApiProperty({ description: 'Contract hours a week, exact.', example: '32' })
  @IsExactNumber()
  readonly weeklyHours!: string;

  @MoneyField('Gross pay for an hour.')
  readonly hourlyRate!: MoneyDto;

  @Corrects()
  readonly corrects?: string;
}

/** One funder's part of each day of a period. */
export class FundingShareDto {
  @Code('GSS code of a council, ODS code of an NHS body.', 'E10000015')
  readonly funder!: string;

  @ApiProperty({ description: 'Above 0 and at most 1, exact: a decimal or a fraction.', example: '1/2' })
  @IsExactNumber()
  readonly share!: string;
}

/** Who funded the employment in a period. */
export class FundingPeriodDto {
  @Day('The first day of the period.', '2016-04-01')
  readonly from!: PlainDate;

  @OptionalDay('The last day, included. Without it the period runs to the last day of the job.', '2021-03-31')
  readonly lastDay?: PlainDate;

  @ApiProperty({
    type: [FundingShareDto],
    description: 'The funders of each day. An empty list says that the employer paid alone.',
  })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => FundingShareDto)
  readonly shares!: readonly FundingShareDto[];

  @Corrects()
  readonly corrects?: string;
}

/** The end of the job. */
export class EmploymentEndDto {
  @Day('The last day, which is in the employment.', '2024-12-15')
  readonly lastDay!: PlainDate;

  @ApiProperty({ enum: END_REASONS, example: 'employer-died' })
  @IsIn(END_REASONS)
  readonly reason!: EndReason;

  @Corrects()
  readonly corrects?: string;
}
