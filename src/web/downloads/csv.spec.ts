import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvDownload, type CsvColumn } from './csv.js';

interface Row {
  readonly text?: string;
  readonly amount?: string;
}
const columns: readonly CsvColumn<Row>[] = [
  { name: 'Reference', kind: 'text', value: ({ text }) => text },
  { name: 'Amount in pounds', kind: 'number', value: ({ amount }) => amount },
];
const contentOf = (...rows: readonly Row[]) => csvDownload('lines.csv', columns, rows).content.toString();

describe('A download for spreadsheets', () => {
  it('begins with the names of its columns, and leaves empty what is not there', () => {
    const { fileName, mediaType } = csvDownload('lines.csv', columns, []);
    expect([fileName, mediaType]).toEqual(['lines.csv', 'text/csv; charset=utf-8']);
    expect(contentOf({ text: 'DP-1' }, { amount: '-12.00' })).toBe(
      '\uFEFFReference,Amount in pounds\r\nDP-1,\r\n,-12.00\r\n',
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
    expect(contentOf({ text: 'BACS-1', amount: '-0.01' })).toContain('BACS-1,-0.01');
  });

  it.each(['1,000.00', '£5', '=1', '1e3', ' '])('refuses %j as a number', (amount) => {
    expect(() => contentOf({ amount })).toThrow('Amount in pounds holds what is no number');
  });

  it('gives every text back, and none that begins a formula', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const [, row] = parse(contentOf({ text, amount: '1' }), { bom: true });
        const cell = row?.[0] ?? '';
        expect([text, `'${text}`]).toContain(cell);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    ));
});
