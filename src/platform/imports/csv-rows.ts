import { CsvError, parse, type Options } from 'csv-parse';
import { FieldRefused } from '../../kernel/refusal.js';

/** One row of a CSV file. */
export interface CsvRow<Column extends string> {
  /** The line of the file on which the row begins, from 1: the header is line 1. */
  readonly line: number;
  /** Every column that was asked for, without spaces around it; empty text where the file has nothing. */
  readonly values: Readonly<Record<Column, string>>;
}

/** More rows than a year of payments of a large council; it bounds the work of one request. */
export const MAX_ROWS = 20_000;

/**
 * Reads the rows of a CSV file with a header, one by one. Header names are taken in any case, with spaces, hyphens or
 * underscores between their words, and with the byte order mark that spreadsheets write.
 *
 * @throws FieldRefused when the file is not CSV, a column is missing, unknown or there twice, or there are too many rows.
 */
export async function* csvRows<Column extends string>(
  text: string,
  columns: readonly Column[],
): AsyncGenerator<CsvRow<Column>> {
  const options: Options = {
    bom: true,
    trim: true,
    // Spaces inside quotation marks, too.
    cast: (value) => value.trim(),
    skip_empty_lines: true,
    info: true,
    columns: (header: string[]) => columnsIn(header, columns),
  };
  let count = 0;
  try {
    for await (const row of parse(text, options) as AsyncIterable<ParsedRow<Column>>) {
      count += 1;
      if (count > MAX_ROWS) {
        throw new FieldRefused('', 'too-many-rows', `The file has more than ${MAX_ROWS} rows`);
      }
      yield { line: row.info.lines, values: row.record };
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    throw new FieldRefused('', 'broken-csv', `The file cannot be read as CSV: ${reasonOf(fault)}`);
  }
}

/**
 * All rows of a CSV file, each read by the function.
 *
 * @throws FieldRefused as `csvRows`.
 */
export async function readCsv<Column extends string, Row>(
  text: string,
  columns: readonly Column[],
  read: (row: CsvRow<Column>) => Row,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of csvRows(text, columns)) rows.push(read(row));
  return rows;
}

interface ParsedRow<Column extends string> {
  readonly record: Readonly<Record<Column, string>>;
  readonly info: { readonly lines: number };
}

function columnsIn(header: readonly string[], wanted: readonly string[]): string[] {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '_'),
  );
  const refuse = (code: string, found: readonly string[], words: string) => {
    if (found.length > 0) throw new FieldRefused('', code, `The header ${words}: ${found.join(', ')}`);
  };
  refuse(
    'missing-column',
    wanted.filter((name) => !names.includes(name)),
    'lacks',
  );
  refuse(
    'unknown-column',
    names.filter((name) => !wanted.includes(name)),
    'has columns that are not known',
  );
  refuse(
    'column-twice',
    names.filter((name, index) => names.indexOf(name) !== index),
    'names twice',
  );
  return names;
}

/** Our own words: the library's would quote the row, which may name people. */
function reasonOf({ code, ...fault }: CsvError): string {
  const line = 'lines' in fault && typeof fault['lines'] === 'number' ? ` on line ${fault['lines']}` : '';
  return code.startsWith('CSV_RECORD_INCONSISTENT')
    ? `a row has more or fewer values than the header${line}`
    : `a quotation mark is not where it should be${line}`;
}
