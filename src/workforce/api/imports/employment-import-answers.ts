import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { EmploymentImportReport } from '../../commands/employment-import-report.js';

/** Why a row of PAs is refused. */
export class EmploymentRowFaultAnswer {
  @ApiPropertyOptional({ example: 'hourly_rate' })
  readonly column?: string;

  @ApiProperty({ example: 'cannot-be-read' })
  readonly code!: string;

  @ApiProperty({ example: '"£12" has a pound sign; write the amount as 842.00' })
  readonly detail!: string;
}

/** What became of a row, or would. */
export class EmploymentRowAnswer {
  @ApiProperty({ description: 'The line of the file; the header is line 1.', example: 2 })
  readonly line!: number;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseReference!: string;

  @ApiProperty({ example: 'PA-4471' })
  readonly assistantReference!: string;

  @ApiPropertyOptional({ example: 'EM-7F3K92QD1M' })
  readonly employmentId?: string;

  @ApiProperty({ enum: ['would-import', 'imported', 'already-there', 'refused'] })
  readonly result!: string;

  @ApiProperty({ type: [EmploymentRowFaultAnswer] })
  readonly reasons!: readonly Readonly<EmploymentRowFaultAnswer>[];
}

/** The rows counted. */
export class EmploymentImportTotalsAnswer {
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

/** What became of a file of PAs, or would. */
export class EmploymentImportAnswer {
  @ApiProperty({ example: false })
  readonly dryRun!: boolean;

  @ApiProperty({ type: [EmploymentRowAnswer] })
  readonly rows!: readonly Readonly<EmploymentRowAnswer>[];

  @ApiProperty({ type: EmploymentImportTotalsAnswer })
  readonly totals!: Readonly<EmploymentImportTotalsAnswer>;

  @ApiPropertyOptional({ description: 'Pass it as minPosition to see what was stored.', example: '1042' })
  readonly position?: string;
}

export function employmentImportAnswer(
  report: EmploymentImportReport,
  dryRun: boolean,
): Readonly<EmploymentImportAnswer> {
  return { dryRun, ...report };
}
