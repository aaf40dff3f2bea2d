import { sumPence, type Pence } from '../../kernel/pence.js';
import {
  importReport,
  type ImportReport,
  type ImportTotals,
  type RowFault,
  type RowReport,
} from '../../platform/imports/import-report.js';
import type { GivenPayment } from './payer.js';

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

/** What became of a payment, or would. */
export interface PaymentRowReport extends RowReport {
  readonly caseReference: string;
  readonly paymentReference: string;
  /** Nothing for a row whose amount could not be read. */
  readonly amountPence?: Pence;
}

export interface PaymentImportTotals extends ImportTotals {
  /** The sum of the rows that are or would be imported. */
  readonly amountPence: Pence;
}

export type PaymentImportReport = ImportReport<PaymentRowReport, PaymentImportTotals>;

/** The report of all rows with the sum of those that are or would be imported. */
export function paymentImportReport(rows: readonly PaymentRowReport[]): PaymentImportReport {
  const { totals, ...report } = importReport(rows);
  const counted = rows.filter(({ result }) => result === 'would-import' || result === 'imported');
  const amountPence = sumPence(counted.flatMap((row) => row.amountPence ?? []));
  return { ...report, totals: { ...totals, amountPence } };
}
