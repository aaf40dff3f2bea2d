import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { MissingFact } from '../../kernel/figure.js';
import { subtractPence, ZERO_PENCE, type Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { BASIS, MISSING, STATUS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { INSURANCE_CLAIMS, noRightInWords, type RedundancyShared } from '../commands/vocabulary.js';
import type {
  RedundancyCostRow,
  RedundancyShareRow,
  RedundancyWithShares,
} from '../projections/redundancy-cost-split/redundancies.query.js';

/** Who pays a share today. */
export type PayableToday =
  | { readonly status: 'known'; readonly code: string; readonly name: string }
  | { readonly status: 'pending'; readonly missing: MissingFact };

/** One funder's share. */
export class FunderShareAnswer {
  @ApiProperty({
    description: 'The body that answers for the days it or a predecessor funded, or "employer".',
    example: '06N',
  })
  readonly funder!: string;

  @ApiProperty({ description: 'Its time in the unit of the agreement, exact.', example: '1826' })
  readonly weight!: string;

  @ApiProperty({ type: MoneyDto })
  readonly share!: Readonly<MoneyDto>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The body that pays today, or what has to be settled first. Absent for the employer.',
    example: { status: 'known', code: 'QM7', name: 'NHS Hertfordshire and West Essex ICB' },
  })
  readonly payableBy?: PayableToday;
}

/** The statutory payment as it was assessed. */
export class StatutoryPaymentAnswer {
  @ApiProperty({ type: MoneyDto })
  readonly value!: Readonly<MoneyDto>;

  @ApiProperty({ type: String, format: 'date', example: '2024-04-30' })
  readonly lastDay!: PlainDate;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', properties: { code: { type: 'string' }, detail: { type: 'string' } } },
    description: 'Why there is no right to a payment; empty when there is one.',
  })
  readonly noRight!: readonly { readonly code: string; readonly detail: string }[];

  @ApiPropertyOptional({ type: MoneyDto, description: 'Payroll’s own figure.' })
  readonly payrollFigure?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Payroll’s figure less the one worked out here.' })
  readonly difference?: Readonly<MoneyDto>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What is shared and by whom. */
export class SplitAnswer {
  @ApiProperty(STATUS)
  readonly status!: 'known' | 'pending';

  @ApiPropertyOptional({ type: MoneyDto })
  readonly insurance?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto })
  readonly reserves?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'What is shared.' })
  readonly residual?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: [FunderShareAnswer] })
  readonly shares?: readonly Readonly<FunderShareAnswer>[];

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];
}

/** A split that the parties recorded. */
export class RecordedSplitAnswer {
  @ApiProperty({ enum: ['interim', 'final'] })
  readonly kind!: string;

  @ApiProperty({ example: 'PANEL-2024-07' })
  readonly reference!: string;

  @ApiProperty({ type: MoneyDto })
  readonly residual!: Readonly<MoneyDto>;

  @ApiProperty({ type: [FunderShareAnswer] })
  readonly shares!: readonly Readonly<FunderShareAnswer>[];
}

/** What the redundancy of one PA costs. */
export class RedundancyAnswer {
  @ApiProperty({ example: 'EM-7F3K92QD1M' })
  readonly employmentId!: string;

  @ApiProperty({ example: 'PA-4471' })
  readonly assistantRef!: string;

  @ApiPropertyOptional({ type: StatutoryPaymentAnswer, description: 'Absent until it is assessed.' })
  readonly statutory?: Readonly<StatutoryPaymentAnswer>;

  @ApiPropertyOptional({ enum: INSURANCE_CLAIMS, description: 'Absent until it is recorded.' })
  readonly insuranceClaim?: string;

  @ApiProperty({ description: 'True while the insurer may still pay, so that no split is final.' })
  readonly interim!: boolean;

  @ApiProperty({ type: SplitAnswer })
  readonly split!: Readonly<SplitAnswer>;

  @ApiProperty({ type: [RecordedSplitAnswer], description: 'Oldest first.' })
  readonly recorded!: readonly Readonly<RecordedSplitAnswer>[];
}

/** The redundancies of a case: a person has few PAs, so there is one page. */
export class RedundanciesAnswer {
  @ApiProperty({ type: [RedundancyAnswer] })
  readonly items!: readonly Readonly<RedundancyAnswer>[];
}

/** @param payableToday who pays what the body incurred; nothing for a payer that is no organisation */
export function redundancyAnswer(
  { cost, shares }: RedundancyWithShares,
  payableToday: (funder: string) => PayableToday | undefined,
): Readonly<RedundancyAnswer> {
  const share = (each: Pick<RedundancyShareRow, 'funder' | 'weight' | 'sharePence'>) =>
    shareAnswer(each, payableToday(each.funder));
  const statutory = statutoryAnswer(cost);
  return {
    employmentId: cost.employmentId,
    assistantRef: cost.assistantRef,
    ...(statutory !== undefined && { statutory }),
    ...(cost.insuranceClaim !== null && { insuranceClaim: cost.insuranceClaim }),
    interim: cost.interim,
    split: splitAnswer(cost, shares.map(share)),
    recorded: cost.recorded.map(({ kind, reference, residualPence, shares: recorded }: RedundancyShared) => ({
      kind,
      reference,
      residual: moneyOf(residualPence),
      shares: recorded.map(share),
    })),
  };
}

function statutoryAnswer(cost: RedundancyCostRow): Readonly<StatutoryPaymentAnswer> | undefined {
  const { statutoryPence, statutoryBasis, lastDay, noRightReasons, payrollFigurePence } = cost;
  if (statutoryPence === null || statutoryBasis === null || lastDay === null) return undefined;
  return {
    value: moneyOf(statutoryPence),
    lastDay,
    noRight: noRightReasons.map((code) => ({ code, detail: noRightInWords(code) })),
    ...(payrollFigurePence !== null && {
      payrollFigure: moneyOf(payrollFigurePence),
      difference: moneyOf(subtractPence(payrollFigurePence, statutoryPence)),
    }),
    basis: statutoryBasis,
  };
}

function splitAnswer(
  { status, missing, insurancePence, reservesPence, residualPence, basis }: RedundancyCostRow,
  shares: readonly Readonly<FunderShareAnswer>[],
): Readonly<SplitAnswer> {
  if (basis === null) return { status, missing };
  const money = (amount: Pence | null) => moneyOf(amount ?? ZERO_PENCE);
  return {
    status,
    insurance: money(insurancePence),
    reserves: money(reservesPence),
    residual: money(residualPence),
    shares,
    basis,
  };
}

function shareAnswer(
  { funder, weight, sharePence }: Pick<RedundancyShareRow, 'funder' | 'weight' | 'sharePence'>,
  payableBy: PayableToday | undefined,
): Readonly<FunderShareAnswer> {
  return { funder, weight, share: moneyOf(sharePence), ...(payableBy !== undefined && { payableBy }) };
}
