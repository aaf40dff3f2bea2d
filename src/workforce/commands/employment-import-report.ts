import type { EmploymentFacts } from '../domain/start-employment/start-employment.decision.js';

/** Why a row is refused, with the column where it is about one. */
export interface RowFault {
  readonly column?: string;
  readonly code: string;
  readonly detail: string;
}

/** A row of the file, as far as it could be read. */
export interface EmploymentImportRow {
  /** The line of the file. */
  readonly line: number;
  readonly caseReference: string;
  readonly assistantReference: string;
  /** Nothing when a value could not be read. */
  readonly facts?: EmploymentFacts;
  readonly faults: readonly RowFault[];
}

/** What became of a row, or would. */
export interface EmploymentRowReport {
  readonly line: number;
  readonly caseReference: string;
  readonly assistantReference: string;
  readonly result: 'would-import' | 'imported' | 'already-there' | 'refused';
  /** Absent for a row that could not be read. */
  readonly employmentId?: string;
  readonly reasons: readonly RowFault[];
}

export interface EmploymentImportTotals {
  readonly rows: number;
  readonly wouldImport: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly refused: number;
}

export interface EmploymentImportReport {
  /** In the order of the file. */
  readonly rows: readonly EmploymentRowReport[];
  readonly totals: EmploymentImportTotals;
  /** Where the last event stands, when anything was stored. */
  readonly position?: string;
}

/** The report of all rows with their totals. */
export function employmentImportReport(rows: readonly EmploymentRowReport[]): EmploymentImportReport {
  const count = (result: EmploymentRowReport['result']) => rows.filter((row) => row.result === result).length;
  return {
    rows,
    totals: {
      rows: rows.length,
      wouldImport: count('would-import'),
      imported: count('imported'),
      alreadyThere: count('already-there'),
      refused: count('refused'),
    },
  };
}
