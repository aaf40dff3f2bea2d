import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { MissingFact } from '../../kernel/figure.js';
import { subtractPence, type Pence } from '../../kernel/pence.js';
import { BASIS, MISSING, STATUS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { hoursOf, type AccruedLeaveRow, type Hours } from '../projections/accrued-leave/leave.query.js';

/** Hours of leave. */
export class HoursAnswer implements Hours {
  @ApiProperty({ description: 'Exact, as a fraction.', example: '11028/365' })
  readonly exact!: string;

  @ApiProperty({ description: 'To four decimals, to be read.', example: '30.2137' })
  readonly rounded!: string;
}

/** What a cut-off at the start of the budget would have charged. */
export class WrongCutOffAnswer {
  @ApiProperty({ type: MoneyDto })
  readonly owed!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Leave of weeks that the NHS body pays for anyway.' })
  readonly chargedTwice!: Readonly<MoneyDto>;
}

/** What leave had accrued on the day of liability, and what is owed for it. */
export class LeaveFigureAnswer {
  @ApiProperty(STATUS)
  readonly status!: 'known' | 'pending';

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

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];
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
}

/** The leave of a case's PAs: a person has few, so there is one page. */
export class AccruedLeavesAnswer {
  @ApiProperty({ type: [AccruedLeaveAnswer] })
  readonly items!: readonly Readonly<AccruedLeaveAnswer>[];
}

export function leaveAnswer(row: AccruedLeaveRow): Readonly<AccruedLeaveAnswer> {
  const { employmentId, assistantRef, owedBy, owedTo, settlement } = row;
  return { employmentId, assistantRef, owedBy, owedTo, settlement, leave: figureAnswer(row) };
}

function figureAnswer(row: AccruedLeaveRow): Readonly<LeaveFigureAnswer> {
  const accrued = hoursOf(row.accruedHours);
  const taken = hoursOf(row.takenHours);
  const outstanding = hoursOf(row.outstandingHours);
  if (row.owedPence === null || row.basis === null) return { status: row.status, missing: row.missing };
  return {
    status: row.status,
    ...(accrued !== undefined && { accrued }),
    ...(taken !== undefined && { taken }),
    ...(outstanding !== undefined && { outstanding }),
    owed: moneyOf(row.owedPence),
    ...wrongCutOff(row.owedPence, row.owedIfCutAtCoverStartPence),
    basis: row.basis,
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
