import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { addDays, type PlainDate } from '../../kernel/plain-date.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import type { LeaveStatement } from '../commands/vocabulary.js';
import { CarryOverDto, LEAVE_METHODS, LeaveAbsenceDto, LeaveWorkPatternDto } from './leave-requests.js';

/** A leave statement of payroll. What was not stated is absent. */
export class LeaveStatementAnswer {
  @ApiProperty({ example: 'PAYROLL-2024-118' })
  readonly statementReference!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-04-01' })
  readonly leaveYearFrom!: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2025-03-31' })
  readonly leaveYearLastDay!: PlainDate;

  @ApiProperty({ enum: LEAVE_METHODS })
  readonly method!: string;

  @ApiPropertyOptional({ example: '5.6' })
  readonly entitlementWeeks?: string;

  @ApiPropertyOptional({ example: '30' })
  readonly weeklyHours?: string;

  @ApiPropertyOptional({ type: LeaveWorkPatternDto })
  readonly workPattern?: Readonly<LeaveWorkPatternDto>;

  @ApiPropertyOptional({ type: [String], example: ['118.5', '96'] })
  readonly hoursByPayPeriod?: readonly string[];

  @ApiPropertyOptional({ type: [String], example: ['101.5', '88'] })
  readonly hoursByPayPeriodInBridging?: readonly string[];

  @ApiPropertyOptional({ example: 92 })
  readonly daysWorked?: number;

  @ApiPropertyOptional({ example: '18.5' })
  readonly averageWeeklyHours?: string;

  @ApiPropertyOptional({ type: [LeaveAbsenceDto] })
  readonly absences?: readonly Readonly<LeaveAbsenceDto>[];

  @ApiPropertyOptional({ example: false })
  readonly rolledUpPay?: boolean;

  @ApiProperty({ example: '60' })
  readonly takenHours!: string;

  @ApiPropertyOptional({ example: '7.5' })
  readonly takenInBridgingHours?: string;

  @ApiPropertyOptional({ example: '8' })
  readonly carriedOverHours?: string;

  @ApiPropertyOptional({ type: CarryOverDto })
  readonly carryOver?: Readonly<CarryOverDto>;

  @ApiPropertyOptional({ example: '90.25' })
  readonly accruedHours?: string;

  @ApiProperty({ type: MoneyDto })
  readonly hourlyRate!: Readonly<MoneyDto>;

  @ApiProperty()
  readonly rateIncludesLeave!: boolean;

  @ApiPropertyOptional({ type: MoneyDto })
  readonly unspentReserve?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto })
  readonly paidOnTermination?: Readonly<MoneyDto>;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2024-10-14',
    description: 'The day of liability that the case had when the statement was recorded',
  })
  readonly statedForLiabilityOn?: PlainDate;
}

export function leaveStatementAnswer(statement: LeaveStatement): Readonly<LeaveStatementAnswer> {
  const { leaveYearUntil, hourlyRatePence, unspentReservePence, paidOnTerminationPence, ...facts } =
    statement;
  return {
    ...facts,
    leaveYearLastDay: addDays(leaveYearUntil, -1),
    hourlyRate: moneyOf(hourlyRatePence),
    ...(unspentReservePence !== undefined && { unspentReserve: moneyOf(unspentReservePence) }),
    ...(paidOnTerminationPence !== undefined && { paidOnTermination: moneyOf(paidOnTerminationPence) }),
  };
}
