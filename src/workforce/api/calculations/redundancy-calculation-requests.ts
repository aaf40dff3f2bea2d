import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { AgreementOptionsDto } from '../../../agreement/index.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import {
  Code,
  Day,
  MoneyField,
  OptionalDay,
  OptionalMoneyField,
} from '../../../platform/http/wire/fields.js';
import { MoneyDto } from '../../../platform/http/wire/money.dto.js';
import { EMPLOYMENT_STATUSES, END_REASONS, type EndReason } from '../../commands/vocabulary.js';
import {
  ContinuousServiceDto,
  EmploymentTermsDto,
  FundingPeriodDto,
  ReEngagementDto,
} from '../employment-requests.js';
import { RedundancyPersonDto } from '../redundancy-requests.js';

/** Continuous employment where it did not simply begin with the job. */
export class CalculatedServiceDto extends OmitType(ContinuousServiceDto, ['statedOn'] as const) {}

/** A job whose statutory redundancy payment is asked. The date of birth is used and not kept. */
export class RedundancyCalculationDto extends RedundancyPersonDto {
  @ApiPropertyOptional({ enum: EMPLOYMENT_STATUSES, default: 'employed', example: 'employed' })
  @IsOptional()
  @IsIn(EMPLOYMENT_STATUSES)
  readonly status: (typeof EMPLOYMENT_STATUSES)[number] = 'employed';

  @Day('The first day of the job.', '2016-04-01')
  readonly startedOn!: PlainDate;

  @Day('The last day of the job, or the day that is expected while it goes on.', '2024-04-30')
  readonly lastDay!: PlainDate;

  @ApiPropertyOptional({
    type: CalculatedServiceDto,
    description: 'Where continuous employment did not simply begin with the job.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CalculatedServiceDto)
  readonly service?: CalculatedServiceDto;

  @ApiPropertyOptional({
    enum: END_REASONS,
    description: 'Left out while the job goes on: it is then as if it ended by redundancy, notice served.',
    example: 'redundancy',
  })
  @IsOptional()
  @IsIn(END_REASONS)
  readonly reason?: EndReason;

  @ApiPropertyOptional({
    enum: ['given', 'none'],
    description: 'Whether the employer gave notice; with a reason. Left out while nobody has said.',
    example: 'given',
  })
  @IsOptional()
  @IsIn(['given', 'none'])
  readonly notice?: 'given' | 'none';

  @OptionalDay('The day on which the PA learned of the notice; with "given".', '2024-03-05')
  readonly noticeGivenOn?: PlainDate;

  @ApiPropertyOptional({ type: ReEngagementDto, description: 'Only with "employer-died".' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReEngagementDto)
  readonly reEngagement?: ReEngagementDto;
}

/** Who funded a job in a period. */
export class CalculatedFundingDto extends OmitType(FundingPeriodDto, ['corrects'] as const) {}

/** Hours and pay from a day on. */
export class CalculatedTermsDto extends OmitType(EmploymentTermsDto, ['corrects'] as const) {}

/** A redundancy payment whose split between funders is asked. */
export class RedundancySplitCalculationDto {
  @Day('The first day of the job.', '2016-04-01')
  readonly startedOn!: PlainDate;

  @Day('The last day of the job.', '2024-04-30')
  readonly lastDay!: PlainDate;

  @MoneyField('The statutory redundancy payment.')
  readonly statutory!: MoneyDto;

  @OptionalMoneyField('What the insurer paid.')
  readonly insurance?: MoneyDto;

  @OptionalMoneyField('Money in the account that was set aside for redundancy.')
  readonly reserves?: MoneyDto;

  @OptionalMoneyField('Redundancy pay above the statutory sum, by contract or by choice.')
  readonly aboveStatutory?: MoneyDto;

  @OptionalDay('The day on which both bodies approved paying above the statutory sum.', '2024-03-01')
  readonly aboveStatutoryApprovedOn?: PlainDate;

  @OptionalMoneyField('Pay for leave that was untaken when the job ended.')
  readonly untakenLeave?: MoneyDto;

  @ApiPropertyOptional({
    default: false,
    description: 'The employer died, so that there is an estate.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly employerDied: boolean = false;

  @Code('GSS code of the council.', 'E10000015')
  readonly council!: string;

  @Code('ODS code of the NHS body.', 'QM7')
  readonly nhsBody!: string;

  @OptionalDay('The day on which the NHS body became liable, where it is known.', '2024-10-14')
  readonly liableFrom?: PlainDate;

  @ApiPropertyOptional({
    default: false,
    description: 'The NHS body never became liable. Not with liableFrom.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly neverLiable: boolean = false;

  @ApiProperty({ type: [CalculatedFundingDto], description: 'Who funded which days of the job.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CalculatedFundingDto)
  readonly fundingPeriods!: readonly CalculatedFundingDto[];

  @ApiPropertyOptional({
    type: [CalculatedTermsDto],
    description: 'Hours and pay over time; only an agreement that weighs by cost asks for them.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CalculatedTermsDto)
  readonly terms?: readonly CalculatedTermsDto[];

  @ApiPropertyOptional({
    type: AgreementOptionsDto,
    description:
      'The options of the agreement; one that is left out is its default. Those that are not about redundancy change nothing.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AgreementOptionsDto)
  readonly options?: AgreementOptionsDto;
}
