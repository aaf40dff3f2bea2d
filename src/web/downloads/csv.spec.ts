import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvDownload } from './csv.js';
import { dataSheet, type SheetColumn } from './data-sheet.js';

interface Row {
  readonly text?: string;
  readonly amount?: string;
  readonly days?: number | string;
  readonly on?: string;
}
const columns: readonly SheetColumn<Row>[] = [
  { name: 'Reference', kind: 'text', value: ({ text }) => text },
  { name: 'Amount in pounds', kind: 'money', value: ({ amount }) => amount },
  { name: 'Days', kind: 'count', value: ({ days }) => days },
  { name: 'On', kind: 'day', value: ({ on }) => on },
];
const downloaded = (...rows: readonly Row[]) => csvDownload('lines', dataSheet('Lines', columns, rows));
const contentOf = (...rows: readonly Row[]) => downloaded(...rows).content.toString();

describe('A download for spreadsheets', () => {
  it('begins with the names of its columns, and leaves empty what is not there', () => {
    const { fileName, mediaType } = downloaded();
    expect([fileName, mediaType]).toEqual(['lines.csv', 'text/csv; charset=utf-8']);
    expect(contentOf({ text: 'DP-1' }, { amount: '-12.00', days: 3, on: '2024-05-01' })).toBe(
      '\uFEFFReference,Amount in pounds,Days,On\r\nDP-1,,,\r\n,-12.00,3,2024-05-01\r\n',
    );
  });

  it.each(['=1+1', '+44', '-2', '@SUM', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠1', '  =1'])(
    'has no formula of %j',
    (text) => {
      const [, row] = parse(contentOf({ text }), { bom: true, relax_quotes: true });
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  it('leaves ordinary text and numbers below zero as they are', () => {
    expect(contentOf({ text: 'BACS-1', amount: '-0.01', days: -1 })).toContain('BACS-1,-0.01,-1,');
  });

  it.each([
    ...['1,000.00', '£5', '=1', '1e3', ' ', '5', '5.1'].map(
      (amount) => [{ amount }, 'sum of money'] as const,
    ),
    ...['1.5', '=1', 'x'].map((days) => [{ days }, 'whole number'] as const),
    ...['1 May 2024', '2024-02-30', '=1'].map((on) => [{ on }, 'day'] as const),
  ])('refuses %j, which is no %s', (row, kind) => {
    expect(() => contentOf(row)).toThrow(`holds what is no ${kind}`);
  });

  it('gives every text back, and none that begins a formula', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const [, row] = parse(contentOf({ text, amount: '1.00' }), { bom: true });
        const cell = row?.[0] ?? '';
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    ));
});
