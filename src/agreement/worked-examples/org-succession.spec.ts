import { describe, expect, it } from '@jest/globals';
import file from '../../../test/fixtures/worked-examples/organisations.json' with { type: 'json' };
import { NotUnderstood } from '../../kernel/worked-example.js';
import { orgSuccessionExample } from './org-succession.js';

const compute = (inputs: object, ...codes: readonly string[]) =>
  orgSuccessionExample.compute({ ...inputs }, { rows: codes.map((code) => ({ ods_ccg_now_sub_icb: code })) });

describe('worked examples of successor bodies', () => {
  it.each(file.examples.map((row) => [row.id, row] as const))('%s', (_, { inputs, expected }) =>
    expect(orgSuccessionExample.compute(inputs, expected)).toEqual(expected),
  );

  it('are about all former CCGs when they name none', () =>
    expect(orgSuccessionExample.compute({ as_of: '2022-07-01' }, {})['rows']).toHaveLength(12));

  it.each([
    ['a day before the boards', { as_of: '2022-06-30' }, '06N', /not a sub-ICB location on 2022-06-30/],
    ['a day after the board was split', { as_of: '2026-04-01' }, '06N', /needs a choice/],
    ['a code that is not loaded', { as_of: '2022-07-01' }, '99Z', /not a body that is loaded/],
    ['a board', { as_of: '2022-07-01' }, 'QM7', /not a sub-ICB location/],
    ['no day', {}, '06N', /as_of is not a date/],
    ['another input', { as_of: '2022-07-01', area: 'west Essex' }, '06N', /input area/],
  ])('are not understood for %s', (_, inputs, code, words) => {
    expect(() => compute(inputs, code)).toThrow(NotUnderstood);
    expect(() => compute(inputs, code)).toThrow(words);
  });
});
