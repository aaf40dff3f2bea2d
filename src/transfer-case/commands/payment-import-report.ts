import { sumPence, type Pence } from '../../kernel/pence.js';
import type { GivenPayment } from './payer.js';

/** Why a row is refused, with the column where it is about one. */
export interface RowFault {
  readonly column?: string;
  readonly code: string;
  readonly detail: string;
}

/** A row of the file, as far as it could be read. */
export interface PaymentRow {
  /** The line of the file. */
  readonly line: number;
  readonly caseReference: string;
  readonly paymentReference: string;
  /** Nothing when a value could not be read. */
  readonly payment?: GivenPayment;
  readonly faults: readonly RowFault[];
}

/** What became of a row, or would. */
export interface RowReport {
  readonly line: number;
  readonly caseReference: string;
  readonly paymentReference: string;
  readonly result: 'would-import' | 'imported' | 'already-there' | 'refused';
  /** Nothing for a row whose amount could not be read. */
  readonly amountPence?: Pence;
  readonly reasons: readonly RowFault[];
}

export interface ImportTotals {
  readonly rows: number;
  readonly wouldImport: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly refused: number;
  /** The sum of the rows that are or would be imported. */
  readonly amountPence: Pence;
}

export interface ImportReport {
  /** In the order of the file. */
  readonly rows: readonly RowReport[];
  readonly totals: ImportTotals;
  /** Where the last event stands, when anything was stored. */
  readonly position?: string;
}

/** The report of all rows, in the order of their lines. */
export function importReport(rows: readonly RowReport[]): ImportReport {
  const count = (result: RowReport['result']) => rows.filter((row) => row.result === result).length;
  const counted = rows.filter(({ result }) => result === 'would-import' || result === 'imported');
  return {
    rows: rows.toSorted((a, b) => a.line - b.line),
    totals: {
      rows: rows.length,
      wouldImport: count('would-import'),
      imported: count('imported'),
      alreadyThere: count('already-there'),
      refused: count('refused'),
      amountPence: sumPence(counted.flatMap(({ amountPence }) => amountPence ?? [])),
    },
  };
}
