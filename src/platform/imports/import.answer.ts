import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROW_RESULTS, type RowResult } from './import-report.js';

/** Why a row is refused. */
export class RowFaultAnswer {
  @ApiPropertyOptional({ example: 'amount' })
  readonly column?: string;

  @ApiProperty({ example: 'cannot-be-read' })
  readonly code!: string;

  @ApiProperty({ example: '"1,842.00" has a comma; write the amount as 1842.00' })
  readonly detail!: string;
}

/** What became of a row, or would; each import adds what it names its rows by. */
export abstract class ImportRowAnswer {
  @ApiProperty({ description: 'The line of the file; the header is line 1.', example: 2 })
  readonly line!: number;

  @ApiProperty({ enum: ROW_RESULTS })
  readonly result!: RowResult;

  @ApiProperty({ type: [RowFaultAnswer] })
  readonly reasons!: readonly Readonly<RowFaultAnswer>[];
}

/** The rows counted. */
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
}

/** What became of a file, or would; each import adds its rows and totals. */
export abstract class ImportAnswer {
  @ApiProperty({ example: false })
  readonly dryRun!: boolean;

  @ApiPropertyOptional({ description: 'Pass it as minPosition to see what was stored.', example: '1042' })
  readonly position?: string;
}
