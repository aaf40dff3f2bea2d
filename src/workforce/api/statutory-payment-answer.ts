import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import { subtractPence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { BASIS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { noRightInWords } from '../commands/vocabulary.js';
import type { RedundancyCostRow } from '../projections/redundancy-cost-split/redundancies.query.js';

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

  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'What GOV.UK’s calculator shows, where it is another figure.',
  })
  readonly govukFigure?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'Where not the first day of the job.' })
  readonly serviceFrom?: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'The day to which service was counted, where unserved notice moved it.',
  })
  readonly serviceTo?: PlainDate;

  @ApiPropertyOptional({ example: 'ADVICE-2025-03', description: 'The adviser’s document, where one ruled.' })
  readonly rulingReference?: string;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Payroll’s own figure.' })
  readonly payrollFigure?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Payroll’s figure less the one worked out here.' })
  readonly difference?: Readonly<MoneyDto>;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** The statutory payment of a job that was assessed; nothing of one that was not. */
export function statutoryAnswer(cost: RedundancyCostRow): Readonly<StatutoryPaymentAnswer> | undefined {
  const { statutoryPence, statutoryBasis, lastDay, noRightReasons, payrollFigurePence, assessed } = cost;
  if (statutoryPence === null || statutoryBasis === null || lastDay === null) return undefined;
  const { govukPence, serviceFrom, serviceTo, ruling } = assessed ?? {};
  return {
    value: moneyOf(statutoryPence),
    lastDay,
    noRight: noRightReasons.map((code) => ({ code, detail: noRightInWords(code) })),
    ...(govukPence !== undefined && { govukFigure: moneyOf(govukPence) }),
    ...(serviceFrom !== undefined && { serviceFrom }),
    ...(serviceTo !== undefined && { serviceTo }),
    ...(ruling !== undefined && { rulingReference: ruling.reference }),
    ...(payrollFigurePence !== null && {
      payrollFigure: moneyOf(payrollFigurePence),
      difference: moneyOf(subtractPence(payrollFigurePence, statutoryPence)),
    }),
    basis: statutoryBasis,
  };
}
