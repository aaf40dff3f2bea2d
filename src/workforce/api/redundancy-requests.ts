import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Code, Day, OptionalCode, OptionalDay, OptionalMoneyField } from '../../platform/http/wire/fields.js';
import { MoneyDto } from '../../platform/http/wire/money.dto.js';
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

/** An adviser's choice between the figures that were referred. */
export class RulingDto {
  @Code('The adviser’s document.', 'ACAS-2024-118')
  readonly reference!: string;

  @ApiProperty({
    description: 'The reading that stands, word for word as the candidate names it.',
    maxLength: 1000,
    example: 'unserved notice not added to service',
  })
  @IsString()
  @MaxLength(1000)
  readonly reading!: string;
}

/** What a redundancy payment is worked out from beside the job itself. */
export class RedundancyPersonDto {
  @Day('Used for the age bands and not recorded.', '1972-01-15')
  readonly dateOfBirth!: PlainDate;

  @OptionalMoneyField(
    'A week’s pay, gross, as payroll states it, where the hours are normal hours. Instead of paidWeeks.',
  )
  readonly weekPay?: MoneyDto;

  @ApiPropertyOptional({
    type: [MoneyDto],
    description:
      'Gross pay of each complete week up to the day that decides, the latest first, where there are no normal hours; weeks without pay are left over for earlier ones. Instead of weekPay.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(104)
  @ValidateNested({ each: true })
  @Type(() => MoneyDto)
  readonly paidWeeks?: readonly MoneyDto[];

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
    default: true,
    description: 'The PA works in a private household.',
    example: true,
  })
  @IsOptional()
  @IsBoolean()
  readonly privateHousehold: boolean = true;

  @ApiPropertyOptional({
    default: false,
    description: 'It is doubtful that the PA was an employee, whatever the record says.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly statusDoubtful: boolean = false;

  @ApiPropertyOptional({
    default: false,
    description: 'The estate of an employer who died may not be able to pay its debts.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly estateInsolvent: boolean = false;
}

/** What the statutory redundancy payment is worked out from. */
export class RedundancyAssessmentDto extends RedundancyPersonDto {
  @Day('The day of the assessment.', '2024-05-02')
  readonly assessedOn!: PlainDate;

  @Day('The last day of the job, or the day that is expected while it goes on.', '2024-04-30')
  readonly lastDay!: PlainDate;

  @OptionalMoneyField('Money in the account that was set aside for redundancy.')
  readonly reserves?: MoneyDto;

  @OptionalMoneyField('Payroll’s own figure, to show a difference.')
  readonly payrollFigure?: MoneyDto;

  @OptionalMoneyField('Pay for leave that was untaken when the job ended, as payroll states it.')
  readonly untakenLeave?: MoneyDto;

  @OptionalMoneyField('Paid instead of notice where none is due, such as after a death. Never shared.')
  readonly exGratiaNotice?: MoneyDto;

  @OptionalMoneyField('Redundancy pay above the statutory sum, by contract or by choice.')
  readonly aboveStatutory?: MoneyDto;

  @OptionalDay('The day on which both bodies approved paying above the statutory sum.', '2024-03-01')
  readonly aboveStatutoryApprovedOn?: PlainDate;

  @ApiPropertyOptional({
    type: RulingDto,
    description: 'An adviser’s choice, where an earlier assessment was referred.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => RulingDto)
  readonly ruling?: RulingDto;
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
