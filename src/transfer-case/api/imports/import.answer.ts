import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyDto, moneyOf, type Money } from '../../../platform/http/wire/money.dto.js';
import type { ImportReport } from '../../commands/payment-import-report.js';

/** Why a row is refused. */
export class RowFaultAnswer {
  @ApiPropertyOptional({ example: 'amount' })
  readonly column?: string;

  @ApiProperty({ example: 'cannot-be-read' })
  readonly code!: string;

  @ApiProperty({ example: '"1,842.00" has a comma; write the amount as 1842.00' })
  readonly detail!: string;
}

/** What became of a row, or would. */
export class RowAnswer {
  @ApiProperty({ description: 'The line of the file; the header is line 1.', example: 2 })
  readonly line!: number;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseReference!: string;

  @ApiProperty({ example: 'DP-0001' })
  readonly paymentReference!: string;

  @ApiProperty({ enum: ['would-import', 'imported', 'already-there', 'refused'] })
  readonly result!: string;

  @ApiProperty({ type: [RowFaultAnswer] })
  readonly reasons!: readonly Readonly<RowFaultAnswer>[];
}

/** The rows counted, and the sum of those that are or would be imported. */
export class ImportTotalsAnswer {
  @ApiProperty({ example: 3 })
  readonly rows!: number;

  @ApiProperty({ example: 0 })
  readonly wouldImport!: number;

  @ApiProperty({ example: 2 })
  readonly imported!: number;

  @ApiProperty({ example: 1 })
  readonly alreadyThere!: number;

  @ApiProperty({ example: 0 })
  readonly refused!: number;

  @ApiProperty({ type: MoneyDto })
  readonly amount!: Money;
}

/** What became of a file, or would. */
export class ImportAnswer {
  @ApiProperty({ example: false })
  readonly dryRun!: boolean;

  @ApiProperty({ type: [RowAnswer] })
  readonly rows!: readonly Readonly<RowAnswer>[];

  @ApiProperty({ type: ImportTotalsAnswer })
  readonly totals!: Readonly<ImportTotalsAnswer>;

  @ApiPropertyOptional({ description: 'Pass it as minPosition to see what was stored.', example: '1042' })
  readonly position?: string;
}

export function importAnswer(
  { rows, totals, position }: ImportReport,
  dryRun: boolean,
): Readonly<ImportAnswer> {
  const { amountPence, ...counts } = totals;
  return {
    dryRun,
    rows: rows.map(({ line, caseReference, paymentReference, result, reasons }) => ({
      line,
      caseReference,
      paymentReference,
      result,
      reasons,
    })),
    totals: { ...counts, amount: moneyOf(amountPence) },
    ...(position !== undefined && { position }),
  };
}
