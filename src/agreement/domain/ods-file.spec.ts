import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../kernel/plain-date.js';
import { nhsBodyOn } from './legal-bodies.js';
import { organisationDirectory } from './loaded-organisations.js';
import { importOdsFile, type OdsKind } from './ods-file.js';
import { createOrganisationDirectory } from './organisation-directory.js';
import type { OrganisationRows } from './organisation-rows.js';

const day = plainDate;
const LIST: OrganisationRows = {
  organisations: [
    {
      code: 'ZWHOLE',
      name: 'NHS Made-up Whole ICB',
      kind: 'integrated-care-board',
      legal: { from: day('2022-07-01') },
    },
    {
      code: 'Z0',
      name: 'NHS Made-up CCG',
      kind: 'clinical-commissioning-group',
      legal: { from: day('2013-04-01') },
    },
    {
      code: 'Z1A',
      name: 'NHS Made-up Vale CCG',
      kind: 'clinical-commissioning-group',
      legal: { from: day('2013-04-01'), until: day('2022-07-01') },
    },
  ],
  successions: [],
};

/** A line of the 27 columns: code, name, two groupings, five lines of address, postcode, opened, closed, and the rest. */
const line = (code: string, name: string, opened = '20220701', closed = '') => [
  ...[code, name, 'Y61', 'Q99', '1 ROAD', '', '', 'TOWN', 'COUNTY', 'ZZ1 1ZZ', opened, closed, '', 'B'],
  ...Array.from({ length: 13 }, () => ''),
];
const imported = (lines: readonly (readonly string[])[], kind: OdsKind = 'integrated-care-board') =>
  importOdsFile(LIST, lines, kind, organisationDirectory);
const outcomes = (lines: readonly (readonly string[])[], kind?: OdsKind) =>
  imported(lines, kind).results.map(({ code, outcome }) => [code, outcome]);

describe('A file of the Organisation Data Service', () => {
  it('adds bodies that the list does not have, with the days on which they are ones in law', () => {
    const { rows, results } = imported([line('ZNORT', 'NHS MADE-UP NORTH ICB', '20260401')]);
    expect(results).toEqual([{ line: 1, code: 'ZNORT', outcome: 'added' }]);
    expect(rows.organisations.at(-1)).toEqual({
      code: 'ZNORT',
      name: 'NHS MADE-UP NORTH ICB',
      kind: 'integrated-care-board',
      legal: { from: '2026-04-01' },
    });
    const directory = createOrganisationDirectory(rows);
    expect(directory.isLegalOn('ZNORT', day('2026-03-31'))).toBe(false);
    expect(nhsBodyOn(directory, 'ZNORT', day('2026-04-01'), '/nhsBody').code).toBe('ZNORT');
  });

  it('closes a body with its last day, whose debts then wait for a successor to be named', () => {
    const list = { ...LIST, organisations: [{ ...LIST.organisations[0]!, code: 'ZWHOL' }] };
    const { rows, results } = importOdsFile(
      list,
      [line('ZWHOL', 'NHS MADE-UP WHOLE INTEGRATED CARE BOARD', '20220701', '20260331')],
      'integrated-care-board',
      organisationDirectory,
    );
    expect(results).toMatchObject([{ outcome: 'closed', detail: expect.stringMatching(/who took over/) }]);
    const answer = createOrganisationDirectory(rows).payableBy('ZWHOL', day('2026-04-01'));
    expect(answer).toMatchObject({ status: 'pending', missing: { fact: 'successor' } });
  });

  it('leaves what it says alike, and what the list has ended', () => {
    const ccg = 'clinical-commissioning-group';
    expect(outcomes([line('Z1A', 'NHS MADE-UP VALE CCG', '20130401')], ccg)).toEqual([['Z1A', 'kept']]);
    expect(outcomes([line('Z1A', 'NHS MADE-UP VALE CCG', '20130401', '20220630')], ccg)).toEqual([
      ['Z1A', 'same'],
    ]);
    expect(outcomes([line('Z1A', 'NHS MADE-UP - Z1A', '20130401')], 'sub-icb-location')).toEqual([
      ['Z1A', 'kept'],
    ]);
  });

  it('takes a new place in, which no NHS debt can be addressed to', () => {
    const { rows } = imported([line('Z2B', 'NHS MADE-UP - Z2B', '20130401')], 'sub-icb-location');
    const refused = () => nhsBodyOn(createOrganisationDirectory(rows), 'Z2B', day('2024-05-01'), '/nhsBody');
    expect(refused).toThrow(/Z2B names a sub-ICB location on 1 May 2024, not a legal body/);
  });

  it('names a body that is called otherwise now', () => {
    const named = { ...LIST, organisations: [{ ...LIST.organisations[1]!, code: 'Z0X' }] };
    const { rows, results } = importOdsFile(
      named,
      [line('Z0X', 'NHS OTHER CCG', '20130401')],
      'clinical-commissioning-group',
      organisationDirectory,
    );
    expect(results).toMatchObject([{ outcome: 'renamed', detail: 'NHS Made-up CCG is now NHS OTHER CCG' }]);
    expect(rows.organisations[0]?.name).toBe('NHS OTHER CCG');
  });

  it.each([
    ['fewer columns', ['Z9Z', 'NHS'], /has 2 columns, and a file .* has 27/],
    ['a shire district', line('E07000242', 'EAST HERTFORDSHIRE'), /shire district/],
    ['a council', line('E10000015', 'HERTFORDSHIRE'), /councils are not in these files/],
    ['a code that is none', line('zz-1', 'NHS'), /is not an ODS code/],
    ['no name', line('Z9Z', ' '), /Z9Z has no name/],
    ['no opening date', line('Z9Z', 'NHS', '2022-13-01'), /no opening date/],
    ['a closing date that is none', line('Z9Z', 'NHS', '20220701', '31/3/26'), /closing date that is none/],
    ['a close before it opens', line('Z9Z', 'NHS', '20220701', '20220630'), /closes before it opens/],
    ['another kind of body', line('Z1A', 'NHS'), /listed as clinical-commissioning-group/],
  ])('refuses a line with %s, and goes on with the others', (_, bad, words) => {
    const { results, rows } = imported([bad, line('ZN1', 'NHS MADE-UP')]);
    expect(results).toMatchObject([
      { line: 1, outcome: 'refused', detail: expect.stringMatching(words) },
      { line: 2, outcome: 'added' },
    ]);
    expect(rows.organisations).toHaveLength(4);
  });

  it('refuses a code that it has twice', () => {
    expect(outcomes([line('ZN1', 'NHS MADE-UP'), line('ZN1', 'NHS MADE-UP')])).toEqual([
      ['ZN1', 'added'],
      ['ZN1', 'refused'],
    ]);
  });
});
