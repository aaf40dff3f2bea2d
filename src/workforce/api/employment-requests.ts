import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Corrects, type CorrectsDto } from '../../platform/http/wire/corrects.dto.js';
import {
  Code,
  Day,
  MoneyField,
  OptionalCode,
  OptionalDay,
  OptionalMoneyField,
} from '../../platform/http/wire/fields.js';
import { IsExactNumber } from '../../platform/http/wire/is-exact-number.js';
import type { MoneyDto } from '../../platform/http/wire/money.dto.js';
import {
  EMPLOYMENT_STATUSES,
  END_REASONS,
  RE_ENGAGEMENT_ANSWERS,
  SERVICE_CAUSES,
  type EndReason,
} from '../commands/vocabulary.js';

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
  readonly corrects?: CorrectsDto;
}

/** One funder's part of each day of a period. */
export class FundingShareDto {
  @Code(
    'GSS code of a council, ODS code of an NHS body; or access-to-work, independent-living-fund, compensation-settlement or other-third-party.',
    'E10000015',
  )
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

  @ApiPropertyOptional({
    description:
      'Hours paid for in the whole period by every funder together, exact, where an agreement shares by hours. Needs the last day.',
    example: '1560',
  })
  @IsOptional()
  @IsExactNumber()
  readonly hoursPaid?: string;

  @OptionalMoneyField(
    'Money paid in the whole period by every funder together, where an agreement shares by money. Needs the last day.',
  )
  readonly moneyPaid?: MoneyDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}

/** An offer of a dead employer's personal representatives to keep the PA on. */
export class ReEngagementDto {
  @Day('The day of the offer.', '2024-12-20')
  readonly offeredOn!: PlainDate;

  @Day('The day on which the renewed work begins.', '2025-01-06')
  readonly startsOn!: PlainDate;

  @ApiProperty({
    enum: RE_ENGAGEMENT_ANSWERS,
    description: 'Unclear where the PA simply went on working.',
    example: 'accepted',
  })
  @IsIn(RE_ENGAGEMENT_ANSWERS)
  readonly answer!: (typeof RE_ENGAGEMENT_ANSWERS)[number];
}

/** When continuous employment with this employer began, where that is not simply the first day of the job. */
export class ContinuousServiceDto {
  @Day('The day of the statement.', '2025-01-06')
  readonly statedOn!: PlainDate;

  @ApiProperty({ enum: SERVICE_CAUSES, example: 'break-in-work' })
  @IsIn(SERVICE_CAUSES)
  readonly cause!: (typeof SERVICE_CAUSES)[number];

  @Day('The first day on which it may have begun.', '2016-04-01')
  readonly earliestStart!: PlainDate;

  @Day('The last day on which it may have begun; the same day once that is settled.', '2019-09-02')
  readonly latestStart!: PlainDate;

  @OptionalCode('The adviser’s document; needed to settle a break or a new employer.', 'ADVICE-2025-03')
  readonly rulingReference?: string;
}

/** The end of the job. */
export class EmploymentEndDto {
  @Day(
    'The last day, which is in the employment; the day of the death where that ended the job.',
    '2024-12-15',
  )
  readonly lastDay!: PlainDate;

  @ApiProperty({ enum: END_REASONS, example: 'employer-died' })
  @IsIn(END_REASONS)
  readonly reason!: EndReason;

  @ApiPropertyOptional({
    enum: ['given', 'none'],
    description: 'Whether the employer gave notice. Left out while nobody has said.',
    example: 'none',
  })
  @IsOptional()
  @IsIn(['given', 'none'])
  readonly notice?: 'given' | 'none';

  @OptionalDay('The day on which the PA learned of the notice; with "given".', '2024-11-03')
  readonly noticeGivenOn?: PlainDate;

  @ApiPropertyOptional({ type: ReEngagementDto, description: 'Only with "employer-died".' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReEngagementDto)
  readonly reEngagement?: ReEngagementDto;

  @Corrects()
  readonly corrects?: CorrectsDto;
}
