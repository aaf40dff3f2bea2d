import { stringify } from 'csv-stringify/sync';
import { Download } from '../page/page.js';
import type { DataSheet } from './data-sheet.js';

/** What a spreadsheet would take for the beginning of a formula, in ordinary and in full-width forms. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

/**
 * A table as a file for spreadsheets. Text that a spreadsheet would run as a formula begins with an apostrophe.
 *
 * @param fileName without its kind
 */
export function csvDownload(fileName: string, { columns, rows }: DataSheet): Download {
  const cells = rows.map((row) =>
    row.map((text, index) => (columns[index]?.kind === 'text' && FORMULA.test(text) ? `'${text}` : text)),
  );
  const content = stringify([columns.map(({ name }) => name), ...cells], {
    bom: true,
    record_delimiter: '\r\n',
  });
  return new Download(`${fileName}.csv`, 'text/csv; charset=utf-8', content);
}
