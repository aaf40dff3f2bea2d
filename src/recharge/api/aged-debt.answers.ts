import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Clocked, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { BASIS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { QUERY_REASONS } from '../commands/vocabulary.js';
import { UNPAID_REASONS, type Aged, type AgedDebt } from '../projections/recharges/aged-debt.query.js';

/** Sums by how many days ago the document was dated. */
export class AgedAnswer {
  @ApiProperty({
    type: MoneyDto,
    description: 'The four together. Below zero where money is to be given back.',
  })
  readonly total!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: '0 to 30 days.' })
  readonly upTo30!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: '31 to 60 days.' })
  readonly upTo60!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: '61 to 90 days.' })
  readonly upTo90!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'More than 90 days.' })
  readonly over90!: Readonly<MoneyDto>;
}

/** What is unpaid for one reason. */
export class AgedReasonAnswer extends AgedAnswer {
  @ApiProperty({
    enum: UNPAID_REASONS,
    description:
      'No answer to the line yet, queried, accepted and not paid, or to be given back after a credit.',
    example: 'queried',
  })
  readonly reason!: string;

  @ApiPropertyOptional({
    enum: QUERY_REASONS,
    description: 'Only of what is queried.',
    example: 'arithmetic',
  })
  readonly queryReason?: string;

  @ApiProperty({ example: 3 })
  readonly documents!: number;
}

/** What one side has not paid yet. */
export class AgedSideAnswer extends AgedAnswer {
  @ApiProperty({ type: [AgedReasonAnswer] })
  readonly reasons!: readonly Readonly<AgedReasonAnswer>[];

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** What is unpaid on the documents that your body is owed or owes, with all other bodies. */
export class AgedDebtAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-09-30' })
  readonly asAt!: PlainDate;

  @ApiProperty({ type: AgedSideAnswer })
  readonly owedToYou!: Readonly<AgedSideAnswer>;

  @ApiProperty({ type: AgedSideAnswer })
  readonly owedByYou!: Readonly<AgedSideAnswer>;

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

export function agedSideAnswer({ reasons, basis, ...sums }: AgedDebt): Readonly<AgedSideAnswer> {
  return {
    ...agedAnswer(sums),
    reasons: reasons.map(({ reason, queryReason, documents, ...each }) => ({
      reason,
      ...(queryReason !== undefined && { queryReason }),
      documents,
      ...agedAnswer(each),
    })),
    basis,
  };
}

function agedAnswer({
  totalPence,
  upTo30Pence,
  upTo60Pence,
  upTo90Pence,
  over90Pence,
}: Aged): Readonly<AgedAnswer> {
  return {
    total: moneyOf(totalPence),
    upTo30: moneyOf(upTo30Pence),
    upTo60: moneyOf(upTo60Pence),
    upTo90: moneyOf(upTo90Pence),
    over90: moneyOf(over90Pence),
  };
}
