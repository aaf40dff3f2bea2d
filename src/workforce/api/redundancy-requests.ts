import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Code, Day, MoneyField, OptionalCode, OptionalMoneyField } from '../../platform/http/wire/fields.js';
import type { MoneyDto } from '../../platform/http/wire/money.dto.js';
import {
  INSURANCE_CLAIMS,
  RELATIONSHIPS,
  type InsuranceClaim,
  type Relationship,
} from '../commands/vocabulary.js';

/** Where the claim on the employer's insurance stands. */
export class InsuranceClaimDto {
  @Day('The day of the news.', '2025-01-10')
  readonly updatedOn!: PlainDate;

  @ApiProperty({ enum: INSURANCE_CLAIMS, example: 'paid' })
  @IsIn(INSURANCE_CLAIMS)
  readonly claim!: InsuranceClaim['claim'];

  @OptionalMoneyField('What the insurer paid; only with "paid".')
  readonly amount?: MoneyDto;

  @OptionalCode('A code of why; needed with "declined".', 'policy-lapsed')
  readonly reasonCode?: string;
}

/** What the statutory redundancy payment is worked out from. */
export class RedundancyAssessmentDto {
  @Day('The day of the assessment.', '2024-05-02')
  readonly assessedOn!: PlainDate;

  @Day('The last day of the job, or the day that is expected while it goes on.', '2024-04-30')
  readonly lastDay!: PlainDate;

  @Day('Used for the age bands and not recorded.', '1972-01-15')
  readonly dateOfBirth!: PlainDate;

  @MoneyField('A week’s pay, gross, as payroll states it.')
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

  @OptionalMoneyField('Money in the account that was set aside for redundancy.')
  readonly reserves?: MoneyDto;

  @OptionalMoneyField('Payroll’s own figure, to show a difference.')
  readonly payrollFigure?: MoneyDto;
}

/** The parties' approval of a split. The shares are worked out and are not in the request. */
export class RedundancyShareDto {
  @ApiProperty({ enum: ['interim', 'final'], example: 'final' })
  @IsIn(['interim', 'final'])
  readonly kind!: 'interim' | 'final';

  @Code('The parties’ document.', 'PANEL-2024-07')
  readonly reference!: string;

  @Day('The day of the approval.', '2024-06-01')
  readonly sharedOn!: PlainDate;
}
