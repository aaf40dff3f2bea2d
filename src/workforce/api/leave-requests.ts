import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Code, Day, MoneyField, OptionalMoneyField } from '../../platform/http/wire/fields.js';
import { IsExactNumber } from '../../platform/http/wire/is-exact-number.js';
import type { MoneyDto } from '../../platform/http/wire/money.dto.js';
import { CARRY_OVER_REASONS, LEAVE_ABSENCES } from '../commands/vocabulary.js';

export const LEAVE_METHODS = ['regular', 'irregular-hours', 'part-year'] as const;
export const WORK_PATTERN_KINDS = ['days', 'hours', 'compressed', 'shifts', 'annualised'] as const;

/** More pay periods than a leave year has weeks are a mistake. */
const MOST_PAY_PERIODS = 60;

/** Exact decimal text that may be left out. */
function OptionalExact(description: string, example: string): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ description, example }), IsOptional(), IsExactNumber());
}

function OptionalHoursOfPayPeriods(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description, type: [String], example: ['118.5', '96', '131.25'] }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST_PAY_PERIODS),
    IsExactNumber({ each: true }),
  );
}

/** How regular work is counted. */
export class LeaveWorkPatternDto {
  @ApiProperty({
    enum: WORK_PATTERN_KINDS,
    description: 'Each kind needs its own numbers: days, hours and compressed hours the days a week.',
    example: 'days',
  })
  @IsIn(WORK_PATTERN_KINDS)
  readonly kind!: (typeof WORK_PATTERN_KINDS)[number];

  @OptionalExact('Days worked a week, for days, hours and compressed hours.', '5')
  readonly daysPerWeek?: string;

  @OptionalExact('Shifts in one round of the pattern, for shifts.', '4')
  readonly shiftsPerPattern?: string;

  @OptionalExact('Days in one round of the pattern, for shifts.', '8')
  readonly daysInPattern?: string;

  @OptionalExact('Hours of a shift, for shifts.', '12')
  readonly hoursPerShift?: string;
}

/** Why hours were carried over, with the paper that says so. */
export class CarryOverDto {
  @ApiProperty({ enum: CARRY_OVER_REASONS, example: 'sickness' })
  @IsIn(CARRY_OVER_REASONS)
  readonly reason!: (typeof CARRY_OVER_REASONS)[number];

  @Code('Reference of the evidence.', 'FIT-NOTE-7')
  readonly evidenceReference!: string;
}

/** Leave that accrued in an absence, as payroll worked it out. */
export class LeaveAbsenceDto {
  @ApiProperty({ enum: LEAVE_ABSENCES, example: 'sickness' })
  @IsIn(LEAVE_ABSENCES)
  readonly kind!: (typeof LEAVE_ABSENCES)[number];

  @ApiProperty({ description: 'Hours of leave that accrued in it.', example: '6.5' })
  @IsExactNumber()
  readonly accruedHours!: string;

  @Code('Reference of the evidence.', 'FIT-NOTE-7')
  readonly evidenceReference!: string;
}

/** Payroll’s statement of the PA’s leave up to the day on which the NHS body became liable. */
export class LeaveStatementDto {
  @Day('The day of the statement.', '2024-10-21')
  readonly statedOn!: PlainDate;

  @Code('Payroll’s reference.', 'PAYROLL-2024-118')
  readonly statementReference!: string;

  @Day('The first day of the leave year.', '2024-04-01')
  readonly leaveYearFrom!: PlainDate;

  @Day('The last day of the leave year, included.', '2025-03-31')
  readonly leaveYearLastDay!: PlainDate;

  @ApiProperty({ enum: LEAVE_METHODS, example: 'regular' })
  @IsIn(LEAVE_METHODS)
  readonly method!: (typeof LEAVE_METHODS)[number];

  @OptionalExact(
    'Weeks of leave a year as payroll gives them, for regular hours. Without them the work pattern is needed.',
    '5.6',
  )
  readonly entitlementWeeks?: string;

  @OptionalExact('Contract hours a week, the average where hours are annualised; for regular hours.', '30')
  readonly weeklyHours?: string;

  @ApiPropertyOptional({
    type: LeaveWorkPatternDto,
    description: 'How the PA works, for regular hours: the statutory leave of it is worked out and compared.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => LeaveWorkPatternDto)
  readonly workPattern?: LeaveWorkPatternDto;

  @OptionalHoursOfPayPeriods(
    'Hours worked in each pay period before the NHS body became liable, for irregular hours and part of a year.',
  )
  readonly hoursByPayPeriod?: readonly string[];

  @OptionalHoursOfPayPeriods(
    'Hours worked in each pay period from then to the day before the budget first covers; likewise.',
  )
  readonly hoursByPayPeriodInBridging?: readonly string[];

  @ApiPropertyOptional({
    description:
      'Days on which the hours before liability were worked: what the cap of 28 days is told by; likewise.',
    example: 92,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(366)
  readonly daysWorked?: number;

  @OptionalExact(
    'Average of the last 52 weeks with pay, for leave years that began before 1 April 2024; likewise.',
    '18.5',
  )
  readonly averageWeeklyHours?: string;

  @ApiPropertyOptional({
    type: [LeaveAbsenceDto],
    description: 'Leave that accrued in sickness or statutory leave; likewise.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => LeaveAbsenceDto)
  readonly absences?: readonly LeaveAbsenceDto[];

  @ApiPropertyOptional({
    description: 'Whether holiday pay is paid with the wages of each pay period; likewise.',
    example: false,
  })
  @IsOptional()
  @IsBoolean()
  readonly rolledUpPay?: boolean;

  @ApiProperty({ description: 'Hours of leave taken before the NHS body became liable.', example: '60' })
  @IsExactNumber()
  readonly takenHours!: string;

  @OptionalExact('Leave taken from the day of liability to the day before the budget first covers.', '7.5')
  readonly takenInBridgingHours?: string;

  @OptionalExact('Hours carried over from the leave year before.', '8')
  readonly carriedOverHours?: string;

  @ApiPropertyOptional({ type: CarryOverDto, description: 'Needed where hours are carried over.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CarryOverDto)
  readonly carryOver?: CarryOverDto;

  @OptionalExact(
    'What had accrued on the day of liability as payroll works it out. It is followed, and a difference is shown.',
    '90.25',
  )
  readonly accruedHours?: string;

  @MoneyField('Actual pay for an hour on the day of liability.')
  readonly hourlyRate!: MoneyDto;

  @ApiProperty({
    description: 'Whether the direct payment rate already holds money for leave.',
    example: false,
  })
  @IsBoolean()
  readonly rateIncludesLeave!: boolean;

  @OptionalMoneyField('What of that money was still in the account, unspent, on the day of liability.')
  readonly unspentReserve?: MoneyDto;

  @OptionalMoneyField('What payroll paid for untaken leave when the job ended.')
  readonly paidOnTermination?: MoneyDto;
}
