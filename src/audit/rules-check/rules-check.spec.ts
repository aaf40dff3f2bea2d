import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { reportLines } from './check-report.js';
import { checkWorkedExamples } from './check-worked-examples.js';
import { compareExpected } from './compare-expected.js';
import { readWorkedExamples, UnreadableExamples } from './worked-examples-file.js';

const doubling: WorkedExampleKind = {
  kind: 'doubling',
  compute: ({ pence, fault }) => {
    if (fault === 'invalid') throw new InvalidValue('"x" is not money');
    if (fault === 'bug') throw new TypeError('undefined is not a function');
    if (typeof pence !== 'number') throw new NotUnderstood('pence is missing');
    return { doubled_pence: 2 * pence, lines: [{ pence }, { pence }], text: String(2 * pence) };
  },
};

const check = (...rows: readonly object[]) =>
  reportLines(checkWorkedExamples(readWorkedExamples(JSON.stringify({ examples: rows })), [doubling]));
const row = (id: string, expected: object, inputs: object = { pence: 5 }) => ({
  id,
  kind: 'doubling',
  inputs,
  expected,
});

describe('checking worked examples', () => {
  it('passes a row when every figure it expects is exact', () =>
    expect(check(row('A', { doubled_pence: 10, lines: [{ pence: 5 }, { pence: 5 }] }))).toEqual([
      '1 passed, 0 failed, 0 not understood',
    ]));

  it('names each difference by its row and place', () =>
    expect(check(row('A', { doubled_pence: 11, lines: [{ pence: 5 }, { pence: 6 }] }))).toEqual([
      'A doubled_pence: expected 11, got 10',
      'A lines[1].pence: expected 6, got 5',
      '0 passed, 1 failed, 0 not understood',
    ]));

  it('takes a number and its text for different answers', () =>
    expect(check(row('A', { doubled_pence: '10', text: 10 }))).toEqual([
      'A doubled_pence: expected "10", got 10',
      'A text: expected 10, got "10"',
      '0 passed, 1 failed, 0 not understood',
    ]));

  it('sees lists of another length', () =>
    expect(check(row('A', { lines: [{ pence: 5 }] }))[0]).toBe('A lines.length: expected 1, got 2'));

  it('does not pass a row with a figure that nothing computes', () =>
    expect(check(row('A', { doubled_pence: 10, tripled_pence: 15, lines: [{ vat: 0 }, {}] }))).toEqual([
      'A: not understood: nothing computes tripled_pence, lines[0].vat',
      '0 passed, 0 failed, 1 not understood',
    ]));

  it('lets a wrong figure weigh more than one that is not computed', () =>
    expect(check(row('A', { doubled_pence: 11, tripled_pence: 15 })).at(-1)).toBe(
      '0 passed, 1 failed, 0 not understood',
    ));

  it('never takes a key of the language for a figure', () =>
    expect(check(row('A', { toString: 'x', constructor: {} }))[0]).toMatch(
      /nothing computes toString, constructor/,
    ));

  it.each([
    [
      'the kind is unknown',
      { id: 'A', kind: 'tripling', inputs: {}, expected: { x: 1 } },
      'the kind "tripling" is not known',
    ],
    ['there is no kind', { id: 'A', inputs: {}, expected: { x: 1 } }, 'it has no kind'],
    ['there are no inputs', { id: 'A', kind: 'doubling', expected: { x: 1 } }, 'it has no inputs'],
    ['nothing is expected', row('A', {}), 'it expects nothing'],
    ['an input is missing', row('A', { doubled_pence: 1 }, {}), 'pence is missing'],
    ['a value is not money', row('A', { doubled_pence: 1 }, { fault: 'invalid' }), '"x" is not money'],
  ])('does not understand a row when %s', (_, given, reason) =>
    expect(check(given)).toEqual([`A: not understood: ${reason}`, '0 passed, 0 failed, 1 not understood']),
  );

  it('fails a row on which the product breaks', () =>
    expect(check(row('A', { doubled_pence: 1 }, { fault: 'bug' }))).toEqual([
      'A: cannot be computed: undefined is not a function',
      '0 passed, 1 failed, 0 not understood',
    ]));

  it('tells rows apart that have the same id or none', () =>
    expect(check(row('A', { text: '1' }), row('A', { text: '2' }), { ...row('', { text: '3' }) })).toEqual([
      'A (row 1) text: expected "1", got "10"',
      'A (row 2) text: expected "2", got "10"',
      'row 3 text: expected "3", got "10"',
      '0 passed, 3 failed, 0 not understood',
    ]));
});

describe('a worked-examples file', () => {
  it('may call its list "examples" or "rows", and begin with a byte order mark', () => {
    expect(readWorkedExamples('{"rows":[{"id":"A"}]}')).toEqual([{ label: 'A', row: { id: 'A' } }]);
    expect(readWorkedExamples('\uFEFF{"examples":[{"id":7}]}')).toEqual([{ label: '7', row: { id: 7 } }]);
  });

  it('keeps a row that is no object, so that it is reported', () =>
    expect(readWorkedExamples('{"rows":[null]}')).toEqual([{ label: 'row 1', row: null }]));

  it.each([
    ['not JSON', 'pounds', /^The file is not JSON: [^\n]+$/],
    ['without a list', '{"meta":{}}', /no list "examples" or "rows", nor lists of dated rates/],
    ['a list itself', '[]', /no list/],
    ['without rows', '{"rows":[]}', /has no rows/],
  ])('is refused when it is %s', (_, text, words) => {
    expect(() => readWorkedExamples(text)).toThrow(UnreadableExamples);
    expect(() => readWorkedExamples(text)).toThrow(words);
  });
});

describe('a file of rates', () => {
  const rowsOf = (file: object) => readWorkedExamples(JSON.stringify(file));

  it('has a kind for each list, and asks by the first day or by the key', () =>
    expect(
      rowsOf({
        meta: { title: 'Rates' },
        cap: [{ from: '2024-04-06', to: null, weekly: 700, source: 'an Order', note: 'x', instrument: 'SI' }],
        fixed: [{ key: 'most_years', value: 20, source: 'an Act' }],
      }),
    ).toEqual([
      {
        label: 'cap 2024-04-06',
        row: {
          id: 'cap 2024-04-06',
          kind: 'cap',
          inputs: { from: '2024-04-06' },
          expected: { from: '2024-04-06', to: null, weekly: 700 },
        },
      },
      {
        label: 'fixed most_years',
        row: {
          id: 'fixed most_years',
          kind: 'fixed',
          inputs: { key: 'most_years' },
          expected: { value: 20 },
        },
      },
    ]));

  it('keeps a row of another shape, so that it is reported', () =>
    expect(rowsOf({ cap: [{ from: '2024-04-06' }, { weekly: 700 }] })[1]).toEqual({
      label: 'row 2',
      row: { weekly: 700 },
    }));
});

describe('comparing', () => {
  const json = fc
    .jsonValue({ noUnicodeString: false })
    .map((value): unknown => JSON.parse(JSON.stringify(value)));

  it('finds nothing between a value and itself', () =>
    fc.assert(
      fc.property(json, (value) =>
        expect(compareExpected(value, value)).toEqual({ differences: [], notComputed: [] }),
      ),
    ));

  it('finds a changed leaf wherever it is', () =>
    fc.assert(
      fc.property(json, fc.array(fc.string(), { maxLength: 5 }), (value, keys) => {
        const wrapped = (leaf: unknown) =>
          keys.reduceRight((inner, key) => ({ [`k${key}`]: [inner, value] }), leaf);
        expect(compareExpected(wrapped('right'), wrapped('wrong')).differences).toHaveLength(1);
      }),
    ));
});
