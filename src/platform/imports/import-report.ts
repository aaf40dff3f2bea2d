import { Refusal } from '../../kernel/refusal.js';

/** What became of a row, or would. */
export const ROW_RESULTS = ['would-import', 'imported', 'already-there', 'refused'] as const;

export type RowResult = (typeof ROW_RESULTS)[number];

/** Why a row is refused, with the column where it is about one. */
export interface RowFault {
  readonly column?: string;
  readonly code: string;
  readonly detail: string;
}

/** What became of a row, or would; each import adds what it names its rows by. */
export interface RowReport {
  /** The line of the file. */
  readonly line: number;
  readonly result: RowResult;
  /** Empty unless the row is refused. */
  readonly reasons: readonly RowFault[];
}

/** The rows counted. */
export interface ImportTotals {
  readonly rows: number;
  readonly wouldImport: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly refused: number;
}

/** What became of a file, or would. */
export interface ImportReport<Row extends RowReport = RowReport, Totals extends ImportTotals = ImportTotals> {
  /** In the order of the file. */
  readonly rows: readonly Row[];
  readonly totals: Totals;
  /** Where the last event stands, when anything was stored. */
  readonly position?: string;
}

/** A row of the file is refused, so nothing of it was stored. */
export class ImportRefused extends Refusal {
  override readonly name = 'ImportRefused';
  readonly code = 'import-refused';
  readonly kind = 'invalid';
  override readonly facts: Readonly<Record<string, unknown>>;

  constructor(readonly report: ImportReport) {
    const { rows, totals } = report;
    super(`${totals.refused} of ${totals.rows} rows are refused, so nothing was stored`);
    this.facts = { rows, totals };
  }
}

/** The report of all rows, in the order of their lines. */
export function importReport<Row extends RowReport>(rows: readonly Row[]): ImportReport<Row> {
  const count = (result: RowResult) => rows.filter((row) => row.result === result).length;
  return {
    rows: rows.toSorted((a, b) => a.line - b.line),
    totals: {
      rows: rows.length,
      wouldImport: count('would-import'),
      imported: count('imported'),
      alreadyThere: count('already-there'),
      refused: count('refused'),
    },
  };
}

/**
 * The reasons of a refusal, one for each field that it names.
 *
 * @param columnOf the column of the file that each field of the command comes from, by its JSON pointer
 */
export function faultsOf(
  { code, message, fields }: Refusal,
  columnOf: Readonly<Record<string, string>>,
): readonly RowFault[] {
  if (fields.length === 0) return [{ code, detail: message }];
  return fields.map(({ pointer, code: fieldCode, detail }) => {
    const column = columnOf[pointer];
    return { ...(column !== undefined && { column }), code: fieldCode, detail };
  });
}
