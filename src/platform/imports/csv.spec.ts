import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { pence, poundsFromPence } from '../../kernel/pence.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { csvRows, MAX_ROWS } from './csv-rows.js';
import { dayFromCsv, penceFromCsv } from './csv-values.js';

const columns = ['paid_on', 'amount'] as const;

async function read(text: string) {
  const rows = [];
  for await (const row of csvRows(text, columns)) rows.push(row);
  return rows;
}

async function refusalOf(text: string): Promise<FieldRefused> {
  try {
    await read(text);
  } catch (fault) {
    return fault as FieldRefused;
  }
  throw new Error('The file was read');
}

describe('The rows of a CSV file', () => {
  it('are read with their lines, however the header is written', async () => {
    const rows = [{ line: 2, values: { paid_on: '2024-04-15', amount: '842.00' } }];
    for (const header of ['paid_on,amount', '\uFEFFPaid On,AMOUNT', ' paid-on , Amount ']) {
      expect(await read(`${header}\r\n2024-04-15,842.00\r\n`)).toEqual(rows);
    }
  });

  it('may have columns in any order, empty lines, quotes and spaces', async () => {
    expect(await read('amount,paid_on\n\n" 842.00 ",2024-04-15\n')).toEqual([
      { line: 3, values: { paid_on: '2024-04-15', amount: '842.00' } },
    ]);
  });

  it.each([
    ['paid_on\n1', 'missing-column', 'The header lacks: amount'],
    ['paid_on,amount,notes\n1,2,3', 'unknown-column', 'The header has columns that are not known: notes'],
    ['paid_on,amount,Amount\n1,2,3', 'column-twice', 'The header names twice: amount'],
    ['paid_on,amount\n1,2,3', 'broken-csv', 'a row has more or fewer values than the header on line 2'],
    ['paid_on,amount\n"1,2', 'broken-csv', 'a quotation mark is not where it should be'],
  ])('%j', async (text, code, words) => {
    const refusal = await refusalOf(text);
    expect(refusal).toBeInstanceOf(FieldRefused);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(words);
    expect(refusal.message).not.toContain('"1,2');
  });

  it('are none in an empty file', async () => {
    expect(await read('')).toEqual([]);
  });

  it('are not endless', async () => {
    const refusal = await refusalOf(`paid_on,amount\n${'1,2\n'.repeat(MAX_ROWS + 1)}`);
    expect(refusal.code).toBe('too-many-rows');
  });
});

describe('A day in a CSV file', () => {
  it.each([
    ['2024-04-15', '2024-04-15'],
    ['15/04/2024', '2024-04-15'],
    ['5/4/2024', '2024-04-05'],
  ])('%s is %s', (text, day) => {
    expect(dayFromCsv(text)).toBe(day);
  });

  it.each(['31/02/2024', '04/15/2024', '15/04/24', '15.04.2024', '45397', ''])('%j is refused', (text) => {
    expect(() => dayFromCsv(text)).toThrow(InvalidValue);
  });
});

describe('Money in a CSV file', () => {
  it('is pounds with two decimals, to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (amount) => {
        expect(penceFromCsv(poundsFromPence(pence(amount)))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it.each(['£842.00', '1,842.00', '842', '842.0', '842.000', '8.42e2', 'NaN', '-0.00x', ''])(
    '%j is refused',
    (text) => {
      expect(() => penceFromCsv(text)).toThrow(InvalidValue);
    },
  );
});
