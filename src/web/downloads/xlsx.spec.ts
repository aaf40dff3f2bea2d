import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readXlsx } from '../../../test/support/xlsx-reader.js';
import { dataSheet, type SheetColumn } from './data-sheet.js';
import { xlsxDownload } from './xlsx.js';

interface Row {
  readonly text?: string;
  readonly amount?: string;
  readonly days?: number;
  readonly on?: string;
}
const columns: readonly SheetColumn<Row>[] = [
  { name: 'Reference', kind: 'text', value: ({ text }) => text },
  { name: 'Amount in pounds', kind: 'money', value: ({ amount }) => amount },
  { name: 'Days', kind: 'count', value: ({ days }) => days },
  { name: 'On', kind: 'day', value: ({ on }) => on },
];
const sheetOf = (...rows: readonly Row[]) => dataSheet('Lines', columns, rows);
const bytesOf = (...rows: readonly Row[]) => Buffer.from(xlsxDownload('lines', [sheetOf(...rows)]).content);
const rowsOf = (...rows: readonly Row[]) => readXlsx(bytesOf(...rows))[0]?.rows ?? [];

describe('A workbook', () => {
  it('has a sheet for each table, with its head in sight', () => {
    const { fileName, content } = xlsxDownload('RC-1', [
      sheetOf({}),
      { ...sheetOf(), name: 'Payments & <more>' },
    ]);
    expect(fileName).toBe('RC-1.xlsx');
    const sheets = readXlsx(Buffer.from(content));
    expect(sheets.map(({ name, frozenRows }) => [name, frozenRows])).toEqual([
      ['Lines', 1],
      ['Payments & <more>', 1],
    ]);
    expect(sheets[1]?.rows[0]?.map((cell) => cell?.value)).toEqual(columns.map(({ name }) => name));
  });

  it('holds money as numbers in the digits of the API, shown with two decimals', () => {
    const [, ...rows] = rowsOf({ amount: '-12.50' }, { amount: '90071992547409.91' });
    expect(rows.map(([, cell]) => cell)).toEqual([
      { kind: 'number', value: '-12.50', format: 4 },
      { kind: 'number', value: '90071992547409.91', format: 4 },
    ]);
  });

  it('holds days as days and counts as whole numbers', () => {
    const [, ...rows] = rowsOf({ on: '2024-02-29', days: 56 }, { on: '1900-03-01', days: -1 });
    expect(rows.map(([, , count, day]) => [count, day])).toEqual([
      [
        { kind: 'number', value: '56', format: 1 },
        { kind: 'number', value: '45351', format: 14 },
      ],
      [
        { kind: 'number', value: '-1', format: 1 },
        { kind: 'number', value: '61', format: 14 },
      ],
    ]);
  });

  it.each(['=HYPERLINK("https://example.org","x")', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0'])(
    'holds %j as the text that it is, also when somebody edits it',
    (text) => {
      expect(rowsOf({ text })[1]?.[0]).toEqual({ kind: 'text', value: text, format: 49 });
    },
  );

  it('gives every text back', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20, minLength: 1 }), (text) => {
        expect(rowsOf({ text })[1]?.[0]).toMatchObject({
          kind: 'text',
          value: text,
        });
      }),
    ));

  it('gives back a text that looks like a character written by its number', () => {
    expect(rowsOf({ text: '_x0041_ _x005F_' })[1]?.[0]?.value).toBe('_x0041_ _x005F_');
  });

  it('names columns beyond the twenty-sixth', () => {
    const many = Array.from({ length: 30 }, (_, index): SheetColumn<Row> => ({
      name: `C${index}`,
      kind: 'count',
      value: () => index,
    }));
    const [sheet] = readXlsx(Buffer.from(xlsxDownload('many', [dataSheet('Many', many, [{}])]).content));
    expect(sheet?.rows[1]?.map((cell) => cell?.value)).toEqual(many.map((_, index) => String(index)));
  });

  it('is the same file each time', () => {
    expect(bytesOf({ text: 'DP-1' }).equals(bytesOf({ text: 'DP-1' }))).toBe(true);
  });
});
