import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDto } from '../../../platform/http/wire/money.dto.js';
import { MoneyFigureAnswer } from '../../../platform/http/wire/money-figure.answer.js';
import { LeaveCandidateFields, LeaveFigureFields } from '../leave-figure-fields.js';

const UNITS = ['days', 'hours', 'shifts', 'weeks'];

/** Leave in the unit that the work is counted in. */
export class LeaveAmountAnswer {
  @ApiProperty({ description: 'Exact, as a fraction.', example: '42/5' })
  readonly exact!: string;

  @ApiProperty({ description: 'To four decimals, to be read.', example: '8.4000' })
  readonly rounded!: string;
}

/** What GOV.UK's calculator shows: rounded up, and for a starter to the half day first. */
export class GovUkDisplayAnswer {
  @ApiProperty({ example: '8.5' })
  readonly shown!: string;

  @ApiPropertyOptional({ type: [Number], description: 'Hours and minutes, for hours.', example: [126, 0] })
  readonly inHoursAndMinutes?: readonly number[];

  @ApiPropertyOptional({
    type: [Number],
    description: 'Hours and minutes of an average day.',
    example: [7, 30],
  })
  readonly averageDay?: readonly number[];
}

/** Leave that is due. */
export class LeaveDueValue extends LeaveAmountAnswer {
  @ApiProperty({ enum: UNITS })
  readonly unit!: string;

  @ApiPropertyOptional({ type: GovUkDisplayAnswer, description: 'For regular work.' })
  readonly govUk?: Readonly<GovUkDisplayAnswer>;
}

/** One of the amounts that an adviser may choose. */
export class LeaveDueCandidate extends LeaveCandidateFields {
  @ApiProperty({ type: LeaveDueValue })
  readonly value!: Readonly<LeaveDueValue>;
}

/** The leave of the leave year, or of the part of it in which somebody is employed. */
export class LeaveDueAnswer extends LeaveFigureFields {
  @ApiPropertyOptional({ type: LeaveDueValue })
  readonly value?: Readonly<LeaveDueValue>;

  @ApiPropertyOptional({ type: [LeaveDueCandidate] })
  readonly candidates?: readonly Readonly<LeaveDueCandidate>[];
}

/** Days that may be taken in the first year of a job. */
export class FirstYearLeaveValue {
  @ApiProperty({ type: LeaveAmountAnswer })
  readonly accruedDays!: Readonly<LeaveAmountAnswer>;

  @ApiProperty({ type: LeaveAmountAnswer, description: 'Up to the next half day.' })
  readonly mayTakeDays!: Readonly<LeaveAmountAnswer>;
}

/** When leave may be taken in the first year of a job; the leave that is due is not less for it. */
export class FirstYearLeaveAnswer extends LeaveFigureFields {
  @ApiProperty({ type: FirstYearLeaveValue })
  readonly value!: Readonly<FirstYearLeaveValue>;
}

/** Leave before and from a cut-off. */
export class LeavePartsValue {
  @ApiProperty({ enum: UNITS })
  readonly unit!: string;

  @ApiProperty({ type: LeaveAmountAnswer })
  readonly before!: Readonly<LeaveAmountAnswer>;

  @ApiProperty({ type: LeaveAmountAnswer })
  readonly from!: Readonly<LeaveAmountAnswer>;
}

/** Leave parted at a cut-off. */
export class LeavePartsAnswer extends LeaveFigureFields {
  @ApiPropertyOptional({ type: LeavePartsValue })
  readonly value?: Readonly<LeavePartsValue>;
}

/** Leave that is outstanding on the last day, and the pay in lieu of it. */
export class LeaveOnLeavingValue {
  @ApiProperty({ enum: UNITS })
  readonly unit!: string;

  @ApiProperty({ type: LeaveAmountAnswer })
  readonly accrued!: Readonly<LeaveAmountAnswer>;

  @ApiProperty({ type: LeaveAmountAnswer, description: 'Below zero when more was taken than had accrued.' })
  readonly outstanding!: Readonly<LeaveAmountAnswer>;

  @ApiProperty({ type: MoneyDto })
  readonly inLieu!: Readonly<MoneyDto>;

  @ApiPropertyOptional({ description: 'Why an adviser has to look at it.' })
  readonly refer?: string;
}

/** One of the balances that an adviser may choose. */
export class LeaveOnLeavingCandidate extends LeaveCandidateFields {
  @ApiProperty({ type: LeaveOnLeavingValue })
  readonly value!: Readonly<LeaveOnLeavingValue>;
}

/** The balance of somebody who leaves. */
export class LeaveOnLeavingAnswer extends LeaveFigureFields {
  @ApiPropertyOptional({ type: LeaveOnLeavingValue })
  readonly value?: Readonly<LeaveOnLeavingValue>;

  @ApiPropertyOptional({ type: [LeaveOnLeavingCandidate] })
  readonly candidates?: readonly Readonly<LeaveOnLeavingCandidate>[];
}

/** What follows from the facts that were given; what was not asked is absent. */
export class LeaveCalculationAnswer {
  @ApiProperty({ type: LeaveDueAnswer })
  readonly due!: Readonly<LeaveDueAnswer>;

  @ApiPropertyOptional({ type: FirstYearLeaveAnswer, description: 'With startedOn and asAt.' })
  readonly firstYear?: Readonly<FirstYearLeaveAnswer>;

  @ApiPropertyOptional({ type: LeavePartsAnswer, description: 'With cutOff, for regular work.' })
  readonly apportioned?: Readonly<LeavePartsAnswer>;

  @ApiPropertyOptional({ type: LeaveOnLeavingAnswer, description: 'With lastDay and ratePerUnit.' })
  readonly onLeaving?: Readonly<LeaveOnLeavingAnswer>;

  @ApiPropertyOptional({
    type: MoneyFigureAnswer,
    description: 'A week of leave by the last 52 weeks with pay, with weeklyPayMostRecentFirst.',
  })
  readonly weekPay?: Readonly<MoneyFigureAnswer>;

  @ApiPropertyOptional({ type: MoneyFigureAnswer, description: 'With payForWorkDone.' })
  readonly rolledUp?: Readonly<MoneyFigureAnswer>;
}
