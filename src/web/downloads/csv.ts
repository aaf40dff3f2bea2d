import { stringify } from 'csv-stringify/sync';
import { Download } from '../page/page.js';

/** A column of a download. A number is plain digits with a point, as spreadsheets read them; everything else is text. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly kind: 'text' | 'number';
  /** What is not there leaves the cell empty. */
  readonly value: (row: Row) => string | number | undefined;
}

/** What a spreadsheet would take for the beginning of a formula, in ordinary and in full-width forms. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/**
 * A table as a file for spreadsheets. Text that a spreadsheet would run as a formula begins with an apostrophe.
 *
 * @throws TypeError when a column of numbers holds anything else.
 */
export function csvDownload<Row>(
  fileName: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): Download {
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row)));
  const content = stringify([columns.map(({ name }) => name), ...cells], {
    bom: true,
    record_delimiter: '\r\n',
  });
  return new Download(fileName, 'text/csv; charset=utf-8', content);
}

function cellOf<Row>({ name, kind, value }: CsvColumn<Row>, row: Row): string {
  const text = String(value(row) ?? '');
  if (kind === 'text') return FORMULA.test(text) ? `'${text}` : text;
  if (text !== '' && !NUMBER.test(text)) throw new TypeError(`${name} holds what is no number`);
  return text;
}
