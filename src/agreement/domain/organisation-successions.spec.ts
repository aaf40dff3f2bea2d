import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../kernel/plain-date.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { createOrganisationDirectory } from './organisation-directory.js';
import type { OrganisationRows } from './organisation-rows.js';

type Row = OrganisationRows['organisations'][number];

const body = (code: string, from: string, until?: string, kind: Row['kind'] = 'nhs-england'): Row => ({
  code,
  name: `The ${code.toLowerCase()} board`,
  kind,
  legal: { from: plainDate(from), ...(until !== undefined && { until: plainDate(until) }) },
});
const follows = (from: string, on: string, ...codes: readonly (string | undefined)[]) => ({
  from,
  effectiveOn: plainDate(on),
  to: codes.map((code) => ({
    name: `The ${(code ?? 'new').toLowerCase()} board`,
    ...(code !== undefined && { code }),
  })),
  document: 'A scheme',
});
const day = (text: string): PlainDate => plainDate(text);

describe('who owes on the date of a document', () => {
  const directory = createOrganisationDirectory({
    organisations: [
      body('OLD', '2020-01-01', '2021-01-01'),
      body('NEW', '2021-01-01'),
      body('GONE', '2020-01-01', '2021-01-01'),
    ],
    successions: [follows('OLD', '2021-01-01', 'NEW')],
  });
  const codeOf = (code: string, on: string) => {
    const answer = directory.payableBy(code, day(on));
    return answer.status === 'known' ? answer.organisation.code : answer.missing;
  };

  it('is the body from its first day in law to its last, then its successor', () => {
    expect(['2020-01-01', '2020-12-31', '2021-01-01'].map((on) => codeOf('OLD', on))).toEqual([
      'OLD',
      'OLD',
      'NEW',
    ]);
  });

  it.each([
    [
      'a body that is not loaded',
      'ODD',
      '2021-06-01',
      {
        fact: 'organisation',
        reason: 'ODD is not a body that is loaded',
        suppliedBy: 'the administrator of the list of bodies',
      },
    ],
    [
      'a document from before the body',
      'NEW',
      '2020-12-31',
      {
        fact: 'document-date',
        reason: 'The new board did not exist yet on 31 December 2020',
        suppliedBy: 'the administrator of the list of bodies',
      },
    ],
    [
      'a successor that nobody has named',
      'GONE',
      '2021-01-01',
      {
        fact: 'successor',
        reason: 'Who took over from The gone board is not loaded',
        suppliedBy: 'the finance teams of both bodies',
      },
    ],
  ])('waits for %s', (_, code, on, missing) => {
    expect(codeOf(code, on)).toEqual(missing);
  });
});

describe('the legal body on a day', () => {
  it('changes where one that was there before takes over, and not when that one began', () => {
    const directory = createOrganisationDirectory({
      organisations: [body('OLD', '2020-01-01', '2022-01-01'), body('NEW', '2021-01-01')],
      successions: [follows('OLD', '2022-01-01', 'NEW')],
    });
    expect(directory.successionsBetween('OLD', day('2019-06-01'), day('2030-01-01'))).toEqual([
      '2020-01-01',
      '2022-01-01',
    ]);
    expect(directory.bodyOn('OLD', day('2021-06-01'))?.code).toBe('OLD');
  });

  it('changes to none where a body ends without a successor, and an unknown one never does', () => {
    const directory = createOrganisationDirectory({
      organisations: [body('GONE', '2020-01-01', '2021-01-01')],
      successions: [],
    });
    const between = (code: string) =>
      directory.successionsBetween(code, day('2020-06-01'), day('2030-01-01'));
    expect([between('GONE'), between('ODD')]).toEqual([['2021-01-01'], []]);
    expect(directory.bodyOn('GONE', day('2021-01-01'))).toBeUndefined();
    expect(['GONE', 'ODD'].map((code) => directory.isLegalOn(code, day('2020-06-01')))).toEqual([
      true,
      false,
    ]);
  });
});

describe('a body that was shared out', () => {
  const directory = createOrganisationDirectory({
    organisations: [
      body('SOUTH', '2021-01-01'),
      body('WHOLE', '2020-01-01', '2021-01-01'),
      body('NORTH', '2021-01-01'),
    ],
    successions: [follows('WHOLE', '2021-01-01', 'NORTH', 'SOUTH')],
  });

  it('stands for nobody after it, until somebody chooses', () => {
    expect(directory.bodyOn('WHOLE', day('2020-12-31'))?.code).toBe('WHOLE');
    expect(directory.bodyOn('WHOLE', day('2021-01-01'))).toBeUndefined();
  });

  it('shows its cases to each of those that took over', () => {
    expect([directory.withPredecessors('NORTH'), directory.withPredecessors('SOUTH')]).toEqual([
      ['NORTH', 'WHOLE'],
      ['SOUTH', 'WHOLE'],
    ]);
  });

  it('is listed with the others in the order of the codes, however they were loaded', () => {
    expect(directory.all().map(({ code }) => code)).toEqual(['NORTH', 'SOUTH', 'WHOLE']);
  });
});

describe('what the code of a body names after it was succeeded', () => {
  const ccg = 'clinical-commissioning-group';
  const board = 'integrated-care-board';
  const directory = createOrganisationDirectory({
    organisations: [
      body('CCG', '2013-04-01', '2022-07-01', ccg),
      body('SHARED', '2013-04-01', '2022-07-01', ccg),
      body('LEFT', '2013-04-01', '2022-07-01', ccg),
      body('ENDED', '2013-04-01', '2022-07-01', ccg),
      body('BOARD', '2022-07-01', '2026-04-01', board),
      body('LATER', '2026-04-01', undefined, board),
    ],
    successions: [
      follows('CCG', '2022-07-01', 'BOARD'),
      follows('SHARED', '2022-07-01', undefined, 'BOARD'),
      follows('LEFT', '2022-07-01', undefined),
      follows('BOARD', '2026-04-01', 'LATER'),
    ],
  });

  it.each([
    ['a CCG that a board took over', 'CCG', 'sub-icb-location'],
    ['a CCG that a board took over in part', 'SHARED', 'sub-icb-location'],
    ['a CCG whose successor is not loaded', 'LEFT', ccg],
    ['a CCG that ended and nobody followed', 'ENDED', ccg],
    ['a board that another took over', 'BOARD', board],
  ])('%s', (_, code, kind) => {
    expect(directory.kindOn(code, day('2026-05-01'))).toBe(kind);
  });

  it.each(['XE07000242', 'E070002421', 'E0700024'])('and not a district, for %s', (code) => {
    expect(directory.kindOn(code, day('2024-05-01'))).toBeUndefined();
  });
});
