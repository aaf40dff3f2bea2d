import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ImportAnswer,
  ImportRowAnswer,
  ImportTotalsAnswer,
} from '../../../platform/imports/import.answer.js';

/** What became of a PA's row, or would. */
export class EmploymentRowAnswer extends ImportRowAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseReference!: string;

  @ApiProperty({ example: 'PA-4471' })
  readonly assistantReference!: string;

  @ApiPropertyOptional({ example: 'EM-7F3K92QD1M' })
  readonly employmentId?: string;
}

/** What became of a file of PAs, or would. */
export class EmploymentImportAnswer extends ImportAnswer {
  @ApiProperty({ type: [EmploymentRowAnswer] })
  readonly rows!: readonly Readonly<EmploymentRowAnswer>[];

  @ApiProperty({ type: ImportTotalsAnswer })
  readonly totals!: Readonly<ImportTotalsAnswer>;
}
