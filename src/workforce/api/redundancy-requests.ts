import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { IsPlainDate } from '../../platform/http/wire/is-plain-date.js';
import { MoneyDto } from '../../platform/http/wire/money.dto.js';
import {
  INSURANCE_CLAIMS,
  RELATIONSHIPS,
  type InsuranceClaim,
  type Relationship,
} from '../commands/vocabulary.js';

/** Where the claim on the employer's insurance stands. */
export class InsuranceClaimDto {
  @ApiProperty({ description: 'The day of the news.', format: 'date', example: '2025-01-10' })
  @IsPlainDate()
  readonly updatedOn!: PlainDate;

  @ApiProperty({ enum: INSURANCE_CLAIMS, example: 'paid' })
  @IsIn(INSURANCE_CLAIMS)
  readonly claim!: InsuranceClaim['claim'];

  @ApiPropertyOptional({ type: MoneyDto, description: 'What the insurer paid; only with "paid".' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly amount?: MoneyDto;

  @ApiPropertyOptional({ description: 'A code of why; needed with "declined".', example: 'policy-lapsed' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly reasonCode?: string;
}

/** What the statutory redundancy payment is worked out from. */
export class RedundancyAssessmentDto {
  @ApiProperty({ description: 'The day of the assessment.', format: 'date', example: '2024-05-02' })
  @IsPlainDate()
  readonly assessedOn!: PlainDate;

  @ApiProperty({
    description: 'The last day of the job, or the day that is expected while it goes on.',
    format: 'date',
    example: '2024-04-30',
  })
  @IsPlainDate()
  readonly lastDay!: PlainDate;

  @ApiProperty({
    description: 'Used for the age bands and not recorded.',
    format: 'date',
    example: '1972-01-15',
  })
  @IsPlainDate()
  readonly dateOfBirth!: PlainDate;

  @ApiProperty({ type: MoneyDto, description: 'A week’s pay, gross, as payroll states it.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly weekPay!: MoneyDto;

  @ApiPropertyOptional({
    enum: RELATIONSHIPS,
    default: 'none',
    description: 'What the PA is to the employer, not to the person who is cared for.',
    example: 'none',
  })
  @IsOptional()
  @IsIn(RELATIONSHIPS)
  readonly relationshipToEmployer: Relationship = 'none';

  @ApiPropertyOptional({
    default: false,
    description: 'Suitable alternative work was refused unreasonably.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly suitableAlternativeRefused: boolean = false;

  @ApiPropertyOptional({
    default: false,
    description: 'The personal representatives kept the PA on within eight weeks of the employer’s death.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly reEngagedWithinEightWeeks: boolean = false;

  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'Money in the account that was set aside for redundancy.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly reserves?: MoneyDto;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Payroll’s own figure, to show a difference.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly payrollFigure?: MoneyDto;
}

/** The parties' approval of a split. The shares are worked out and are not in the request. */
export class RedundancyShareDto {
  @ApiProperty({ enum: ['interim', 'final'], example: 'final' })
  @IsIn(['interim', 'final'])
  readonly kind!: 'interim' | 'final';

  @ApiProperty({ description: 'The parties’ document.', example: 'PANEL-2024-07' })
  @IsString()
  @MaxLength(64)
  readonly reference!: string;

  @ApiProperty({ description: 'The day of the approval.', format: 'date', example: '2024-06-01' })
  @IsPlainDate()
  readonly sharedOn!: PlainDate;
}
