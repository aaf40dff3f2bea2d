import type { ImportReport, RowFault, RowReport } from '../../platform/imports/import-report.js';
import type { EmploymentFacts } from '../domain/start-employment/start-employment.decision.js';

/** A row of the file, as far as it could be read. */
export interface EmploymentRow {
  /** The line of the file. */
  readonly line: number;
  readonly caseReference: string;
  readonly assistantReference: string;
  /** Nothing when a value could not be read. */
  readonly facts?: EmploymentFacts;
  readonly faults: readonly RowFault[];
}

/** What became of a PA's row, or would. */
export interface EmploymentRowReport extends RowReport {
  readonly caseReference: string;
  readonly assistantReference: string;
  /** Absent for a row that could not be read. */
  readonly employmentId?: string;
}

export type EmploymentImportReport = ImportReport<EmploymentRowReport>;
