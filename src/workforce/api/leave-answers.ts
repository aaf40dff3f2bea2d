import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { subtractPence, type Pence } from '../../kernel/pence.js';
import { Clocked, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import type { AccruedLeaveRow } from '../projections/accrued-leave/leave.query.js';
import {
  consequenceAnswer,
  LeaveConsequenceAnswer,
  LeaveUpliftAnswer,
  openingAnswer,
  OpeningLeaveAnswer,
  upliftAnswer,
} from './leave-consequence-answers.js';
import {
  HoursAnswer,
  hoursOnWire,
  LeaveCandidateFields,
  LeaveDifferenceAnswer,
  LeaveFigureFields,
} from './leave-figure-fields.js';

/** What a cut-off at the start of the budget would have charged. */
export class WrongCutOffAnswer {
  @ApiProperty({ type: MoneyDto })
  readonly owed!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Leave of weeks that the NHS body pays for anyway.' })
  readonly chargedTwice!: Readonly<MoneyDto>;
}

/** One of the figures that leave may come to, until an adviser has said which. */
export class LeaveCandidateAnswer extends LeaveCandidateFields {
  @ApiProperty({ type: HoursAnswer })
  readonly accrued!: Readonly<HoursAnswer>;

  @ApiProperty({ type: HoursAnswer })
  readonly outstanding!: Readonly<HoursAnswer>;

  @ApiProperty({ type: MoneyDto })
  readonly owed!: Readonly<MoneyDto>;
}

/** What leave had accrued on the day of liability, and what is owed for it. */
export class LeaveFigureAnswer extends LeaveFigureFields {
  @ApiPropertyOptional({ type: HoursAnswer })
  readonly accrued?: Readonly<HoursAnswer>;

  @ApiPropertyOptional({ type: HoursAnswer })
  readonly taken?: Readonly<HoursAnswer>;

  @ApiPropertyOptional({ type: HoursAnswer, description: 'Below zero when more was taken than had accrued.' })
  readonly outstanding?: Readonly<HoursAnswer>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Below zero when the NHS body owes the council.' })
  readonly owed?: Readonly<MoneyDto>;

  @ApiPropertyOptional({
    type: WrongCutOffAnswer,
    description: 'Why a claim up to the start of the budget is too high, where it would be.',
  })
  readonly ifCutAtCoverStart?: Readonly<WrongCutOffAnswer>;

  @ApiPropertyOptional({ type: [LeaveCandidateAnswer] })
  readonly candidates?: readonly Readonly<LeaveCandidateAnswer>[];

  @ApiPropertyOptional({
    type: [LeaveDifferenceAnswer],
    description:
      'Where payroll and the rules, or two records, say different things; absent where they agree.',
  })
  readonly differences?: readonly Readonly<LeaveDifferenceAnswer>[];
}

/** The leave that one PA brought along. */
export class AccruedLeaveAnswer {
  @ApiProperty({ example: 'EM-7F3K92QD1M' })
  readonly employmentId!: string;

  @ApiProperty({ example: 'PA-4471' })
  readonly assistantRef!: string;

  @ApiProperty({ description: 'GSS code of the council.', example: 'E10000015' })
  readonly owedBy!: string;

  @ApiProperty({ description: 'ODS code of the NHS body.', example: 'QM7' })
  readonly owedTo!: string;

  @ApiProperty({
    description: 'How the local agreement settles it.',
    enum: ['net-off-recharge', 'council-pays-nhs', 'retain-in-account', 'nhs-absorbs'],
  })
  readonly settlement!: string;

  @ApiProperty({ type: LeaveFigureAnswer })
  readonly leave!: Readonly<LeaveFigureAnswer>;

  @ApiPropertyOptional({
    type: LeaveConsequenceAnswer,
    description: 'The one thing that follows from the leave by that method.',
  })
  readonly consequence?: Readonly<LeaveConsequenceAnswer>;

  @ApiPropertyOptional({
    type: LeaveUpliftAnswer,
    description:
      'What the NHS body bears because pay changed after the day of liability; absent where it did not.',
  })
  readonly uplift?: Readonly<LeaveUpliftAnswer>;

  @ApiPropertyOptional({
    type: OpeningLeaveAnswer,
    description: 'The balance of leave with which the new budget begins. It is no debt.',
  })
  readonly opening?: Readonly<OpeningLeaveAnswer>;
}

/** The leave of a case's PAs: a person has few, so there is one page. */
export class AccruedLeavesAnswer {
  @ApiProperty({ type: [AccruedLeaveAnswer] })
  readonly items!: readonly Readonly<AccruedLeaveAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

export function leaveAnswer(row: AccruedLeaveRow): Readonly<AccruedLeaveAnswer> {
  const { employmentId, assistantRef, owedBy, owedTo, settlement, consequence, uplift, opening } = row;
  return {
    employmentId,
    assistantRef,
    owedBy,
    owedTo,
    settlement,
    leave: figureAnswer(row),
    ...(consequence !== null && { consequence: consequenceAnswer(consequence) }),
    ...(uplift !== null && { uplift: upliftAnswer(uplift) }),
    ...(opening !== null && { opening: openingAnswer(opening) }),
  };
}

function figureAnswer(row: AccruedLeaveRow): Readonly<LeaveFigureAnswer> {
  const differences = row.differences.length > 0 ? { differences: row.differences } : {};
  switch (row.status) {
    case 'pending':
      return { status: row.status, missing: row.missing };
    case 'refer':
      return {
        status: row.status,
        referrals: row.referrals,
        candidates: row.candidates.map(candidateAnswer),
        ...differences,
      };
    case 'known':
      return { status: row.status, ...knownFigure(row), ...differences };
  }
}

function candidateAnswer(candidate: AccruedLeaveRow['candidates'][number]): Readonly<LeaveCandidateAnswer> {
  const { reading, accruedHours, outstandingHours, owedPence, basis } = candidate;
  return {
    reading,
    accrued: hoursOnWire(accruedHours),
    outstanding: hoursOnWire(outstandingHours),
    owed: moneyOf(owedPence),
    basis,
  };
}

function knownFigure({
  accruedHours,
  takenHours,
  outstandingHours,
  owedPence,
  owedIfCutAtCoverStartPence,
  basis,
}: AccruedLeaveRow): Omit<LeaveFigureAnswer, 'status'> {
  return {
    ...(accruedHours !== null && { accrued: hoursOnWire(accruedHours) }),
    ...(takenHours !== null && { taken: hoursOnWire(takenHours) }),
    ...(outstandingHours !== null && { outstanding: hoursOnWire(outstandingHours) }),
    ...(owedPence !== null && {
      owed: moneyOf(owedPence),
      ...wrongCutOff(owedPence, owedIfCutAtCoverStartPence),
    }),
    ...(basis !== null && { basis }),
  };
}

function wrongCutOff(
  owedPence: Pence,
  wrongPence: Pence | null,
): Pick<LeaveFigureAnswer, 'ifCutAtCoverStart'> {
  if (wrongPence === null) return {};
  return {
    ifCutAtCoverStart: {
      owed: moneyOf(wrongPence),
      chargedTwice: moneyOf(subtractPence(wrongPence, owedPence)),
    },
  };
}
