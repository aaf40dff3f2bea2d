import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Answer } from '../../kernel/figure.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Pence } from '../../kernel/pence.js';
import { answerOnWire } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import type { AccruedLeaveRow } from '../projections/accrued-leave/leave.query.js';
import { HoursAnswer, hoursOnWire, LeaveCandidateFields, LeaveFigureFields } from './leave-figure-fields.js';

type ValueOf<Column extends 'consequence' | 'uplift' | 'opening'> =
  NonNullable<AccruedLeaveRow[Column]> extends Answer<infer Value> ? Value : never;

/** A sum that one body pays the other by itself. */
export class LeavePayableAnswer {
  @ApiProperty({ description: 'Code of the body that owes.', example: 'E10000015' })
  readonly debtor!: string;

  @ApiProperty({ description: 'Code of the body that is owed.', example: 'QM7' })
  readonly creditor!: string;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Readonly<MoneyDto>;
}

/** What follows from the leave of one PA by the agreement's method. */
export class LeaveConsequenceValue {
  @ApiProperty({ enum: ['net-off-recharge', 'council-pays-nhs', 'retain-in-account', 'nhs-absorbs'] })
  readonly method!: string;

  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'Comes off the recharge as a line of it; below zero it is added.',
  })
  readonly creditLine?: Readonly<MoneyDto>;

  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'Stays in the account when the council reclaims what is left there.',
  })
  readonly holdBack?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: LeavePayableAnswer, description: 'To be paid by itself.' })
  readonly payable?: Readonly<LeavePayableAnswer>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Taken on by the NHS body without payment.' })
  readonly absorbed?: Readonly<MoneyDto>;
}

/** One of the consequences that an adviser may choose. */
export class LeaveConsequenceCandidate extends LeaveCandidateFields {
  @ApiProperty({ type: LeaveConsequenceValue })
  readonly value!: Readonly<LeaveConsequenceValue>;
}

/** The consequence, or what it waits for. */
export class LeaveConsequenceAnswer extends LeaveFigureFields {
  @ApiPropertyOptional({ type: LeaveConsequenceValue })
  readonly value?: Readonly<LeaveConsequenceValue>;

  @ApiPropertyOptional({ type: [LeaveConsequenceCandidate] })
  readonly candidates?: readonly Readonly<LeaveConsequenceCandidate>[];
}

/** What outstanding leave costs when it is taken at a later rate. */
export class LeaveUpliftValue {
  @ApiProperty({ type: String, format: 'date', example: '2025-04-01' })
  readonly laterRateFrom!: PlainDate;

  @ApiProperty({ type: MoneyDto, description: 'The later rate of an hour.' })
  readonly laterRate!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly costWhenTaken!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'The rise; below zero where pay went down.' })
  readonly nhsBears!: Readonly<MoneyDto>;
}

/** One of the rises that an adviser may choose. */
export class LeaveUpliftCandidate extends LeaveCandidateFields {
  @ApiProperty({ type: LeaveUpliftValue })
  readonly value!: Readonly<LeaveUpliftValue>;
}

/** The rise that the NHS body bears, or what it waits for. */
export class LeaveUpliftAnswer extends LeaveFigureFields {
  @ApiPropertyOptional({ type: LeaveUpliftValue })
  readonly value?: Readonly<LeaveUpliftValue>;

  @ApiPropertyOptional({ type: [LeaveUpliftCandidate] })
  readonly candidates?: readonly Readonly<LeaveUpliftCandidate>[];
}

/** The leave with which the new budget begins. */
export class OpeningLeaveValue {
  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-12-09' })
  readonly onDay?: PlainDate;

  @ApiProperty({ type: HoursAnswer })
  readonly hours!: Readonly<HoursAnswer>;

  @ApiProperty({ type: MoneyDto, description: 'The rate of an hour on that day.' })
  readonly hourlyRate!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly worth!: Readonly<MoneyDto>;
}

/** One of the balances that an adviser may choose. */
export class OpeningLeaveCandidate extends LeaveCandidateFields {
  @ApiProperty({ type: OpeningLeaveValue })
  readonly value!: Readonly<OpeningLeaveValue>;
}

/** The opening balance, or what it waits for. */
export class OpeningLeaveAnswer extends LeaveFigureFields {
  @ApiPropertyOptional({ type: OpeningLeaveValue })
  readonly value?: Readonly<OpeningLeaveValue>;

  @ApiPropertyOptional({ type: [OpeningLeaveCandidate] })
  readonly candidates?: readonly Readonly<OpeningLeaveCandidate>[];
}

export function consequenceAnswer(
  consequence: Answer<ValueOf<'consequence'>>,
): Readonly<LeaveConsequenceAnswer> {
  return answerOnWire(consequence, ({ method, payable, ...amounts }) => ({
    method,
    ...given('creditLine', amounts.creditLinePence),
    ...given('holdBack', amounts.holdBackPence),
    ...(payable !== undefined && {
      payable: {
        debtor: payable.debtor,
        creditor: payable.creditor,
        amount: moneyOf(payable.amountPence),
      },
    }),
    ...given('absorbed', amounts.absorbedPence),
  }));
}

export function upliftAnswer(uplift: Answer<ValueOf<'uplift'>>): Readonly<LeaveUpliftAnswer> {
  return answerOnWire(uplift, ({ laterRateFrom, laterRatePence, costWhenTakenPence, nhsBearsPence }) => ({
    laterRateFrom,
    laterRate: moneyOf(laterRatePence),
    costWhenTaken: moneyOf(costWhenTakenPence),
    nhsBears: moneyOf(nhsBearsPence),
  }));
}

export function openingAnswer(opening: Answer<ValueOf<'opening'>>): Readonly<OpeningLeaveAnswer> {
  return answerOnWire(opening, ({ onDay, hours, hourlyRatePence, valuePence }) => ({
    ...(onDay !== undefined && { onDay }),
    hours: hoursOnWire(hours),
    hourlyRate: moneyOf(hourlyRatePence),
    worth: moneyOf(valuePence),
  }));
}

function given<Name extends string>(
  name: Name,
  amount: Pence | undefined,
): Partial<Record<Name, Readonly<MoneyDto>>> {
  return amount === undefined ? {} : ({ [name]: moneyOf(amount) } as Record<Name, MoneyDto>);
}
