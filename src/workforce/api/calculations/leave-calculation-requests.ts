import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Day, OptionalDay, OptionalMoneyField } from '../../../platform/http/wire/fields.js';
import { IsExactNumber } from '../../../platform/http/wire/is-exact-number.js';
import { MoneyDto } from '../../../platform/http/wire/money.dto.js';

export const CALCULATED_KINDS = [
  'days',
  'hours',
  'compressed',
  'shifts',
  'annualised',
  'irregular-hours',
  'part-year',
] as const;

function OptionalExact(description: string, example: string): PropertyDecorator {
  return applyDecorators(ApiPropertyOptional({ description, example }), IsOptional(), IsExactNumber());
}

/** How somebody works, with the numbers that its kind needs. */
export class CalculatedWorkDto {
  @ApiProperty({ enum: CALCULATED_KINDS, example: 'hours' })
  @IsIn(CALCULATED_KINDS)
  readonly kind!: (typeof CALCULATED_KINDS)[number];

  @OptionalExact('Days worked a week: for days, hours and compressed hours.', '4')
  readonly daysPerWeek?: string;

  @OptionalExact('Hours worked a week: for hours and compressed hours.', '30')
  readonly hoursPerWeek?: string;

  @OptionalExact('Shifts in one round of the pattern: for shifts.', '4')
  readonly shiftsPerPattern?: string;

  @OptionalExact('Days in one round of the pattern: for shifts.', '8')
  readonly daysInPattern?: string;

  @ApiPropertyOptional({
    description: 'Hours worked in each pay period of the leave year: for irregular hours and part of a year.',
    type: [String],
    example: ['118.5', '96', '131.25'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsExactNumber({ each: true })
  readonly hoursByPayPeriod?: readonly string[];

  @ApiPropertyOptional({
    description: 'Days on which those hours were worked, by which the cap of 28 days is told.',
    example: 92,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(366)
  readonly daysWorked?: number;

  @OptionalExact('Average weekly hours, where the leave year began before 1 April 2024.', '18.5')
  readonly averageWeeklyHours?: string;
}

/** What is known and asked about somebody's leave. What a question needs is given, and the rest left out. */
export class LeaveCalculationDto {
  @Day('The first day of the leave year.', '2024-04-01')
  readonly leaveYearFrom!: PlainDate;

  @ApiProperty({ type: CalculatedWorkDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => CalculatedWorkDto)
  readonly work!: CalculatedWorkDto;

  @OptionalDay('The first day of the job; before the leave year it makes no difference.', '2024-07-01')
  readonly startedOn?: PlainDate;

  @OptionalDay('The last day of the job, where it ends in the leave year.', '2024-12-31')
  readonly lastDay?: PlainDate;

  @OptionalDay('The day for which leave of the first year of the job is asked.', '2024-10-13')
  readonly asAt?: PlainDate;

  @OptionalDay('The first day that is another body’s: leave is parted before it.', '2024-10-14')
  readonly cutOff?: PlainDate;

  @OptionalExact('Leave taken in the leave year, in the unit of the work.', '60')
  readonly taken?: string;

  @OptionalExact('Leave carried over from the leave year before, in that unit.', '8')
  readonly carriedOver?: string;

  @OptionalMoneyField('Gross pay for one unit of leave: with the last day it gives the pay in lieu.')
  readonly ratePerUnit?: MoneyDto;

  @ApiPropertyOptional({
    type: [MoneyDto],
    description:
      'Gross pay of each complete week before the leave, the latest first, weeks without pay included.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(104)
  @ValidateNested({ each: true })
  @Type(() => MoneyDto)
  readonly weeklyPayMostRecentFirst?: readonly MoneyDto[];

  @OptionalMoneyField('Gross pay for the work of one pay period, on which holiday pay is rolled up.')
  readonly payForWorkDone?: MoneyDto;
}
