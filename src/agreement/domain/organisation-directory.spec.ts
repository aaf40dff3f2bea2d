import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../kernel/plain-date.js';
import { organisationDirectory as directory } from './loaded-organisations.js';
import { createOrganisationDirectory } from './organisation-directory.js';
import type { OrganisationRows } from './organisation-rows.js';

const day = plainDate;
const payerOf = (code: string, on: string) => {
  const answer = directory.payableBy(code, day(on));
  return answer.status === 'known' ? answer.organisation.code : answer.missing;
};

/** Who pays in 2022 for a body that these took over from in 2021. */
const splitOf = (...to: OrganisationRows['successions'][number]['to']) => {
  const body = (code: string, from: string, until?: string) => ({
    code,
    name: code.charAt(0) + code.slice(1).toLowerCase(),
    kind: 'integrated-care-board' as const,
    legal: { from: day(from), ...(until !== undefined && { until: day(until) }) },
  });
  const organisations = [
    body('WHOLE', '2020-01-01', '2021-01-01'),
    body('NORTH', '2021-01-01'),
    body('SOUTH', '2021-01-01'),
  ];
  const successions = [{ from: 'WHOLE', effectiveOn: day('2021-01-01'), to, document: 'A scheme' }];
  return createOrganisationDirectory({ organisations, successions }).payableBy('WHOLE', day('2022-01-01'));
};

describe('the loaded bodies', () => {
  it('hold all 42 integrated care boards, each with a code of its own at the statistics office', () => {
    const boards = directory.all().filter(({ kind }) => kind === 'integrated-care-board');
    expect(boards).toHaveLength(42);
    expect(new Set(boards.map(({ gss }) => gss)).size).toBe(42);
    expect(boards.every(({ legal }) => legal.from === '2022-07-01')).toBe(true);
  });

  it.each([
    ['06N', 'E38000079', 'QM7'],
    ['06K', 'E38000049', 'QM7'],
    ['07H', 'E38000197', 'QM7'],
    ['05V', 'E38000173', 'QNC'],
    ['04Y', 'E38000028', 'QNC'],
    ['05D', 'E38000053', 'QNC'],
    ['05G', 'E38000126', 'QNC'],
    ['05Q', 'E38000153', 'QNC'],
    ['05W', 'E38000175', 'QNC'],
    ['B2M3M', 'E38000251', 'QWU'],
    ['10R', 'E38000137', 'QRL'],
    ['D9Y0V', 'E38000253', 'QRL'],
  ])('pass what CCG %s (%s) owed to %s on 1 July 2022', (ccg, gss, board) => {
    expect(directory.find(ccg)?.gss).toBe(gss);
    expect(payerOf(ccg, '2022-06-30')).toBe(ccg);
    expect(payerOf(ccg, '2022-07-01')).toBe(board);
  });
});

describe('what a code names on a day', () => {
  it.each([
    ['E10000015', '2024-05-01', 'council'],
    ['06N', '2022-06-30', 'clinical-commissioning-group'],
    ['06N', '2022-07-01', 'sub-icb-location'],
    ['05A', '2022-07-01', 'clinical-commissioning-group'],
    ['QM7', '2024-05-01', 'integrated-care-board'],
    ['X24', '2024-05-01', 'nhs-england'],
    ['E07000242', '2024-05-01', 'district-council'],
  ])('%s on %s is a %s', (code, on, kind) => expect(directory.kindOn(code, day(on))).toBe(kind));

  it.each(['E06000999', 'E08000025', 'E09000012', 'E10000999', 'QZZ', ''])(
    'an unlisted code such as "%s" is unknown',
    (code) => expect(directory.kindOn(code, day('2024-05-01'))).toBeUndefined(),
  );
});

describe('the legal body on a day', () => {
  it.each([
    ['06N', '2022-06-30', '06N'],
    ['06N', '2022-07-01', 'QM7'],
    ['05H', '2021-03-31', '05H'],
    ['05H', '2021-04-01', 'B2M3M'],
    ['05H', '2024-05-01', 'QWU'],
    ['QWU', '2022-06-30', 'B2M3M'],
  ])('%s on %s is %s', (code, on, body) => expect(directory.bodyOn(code, day(on))?.code).toBe(body));

  it.each([
    ['a board that followed several CCGs', 'QM7', '2022-06-30'],
    ['a CCG that was merged from three', 'B2M3M', '2021-03-31'],
    ['a board that was split', 'QM7', '2026-04-01'],
    ['a CCG whose board was split', '06N', '2026-04-01'],
    ['an unknown code', 'QZZ', '2024-05-01'],
  ])('needs a choice or is unknown for %s', (_, code, on) =>
    expect(directory.bodyOn(code, day(on))).toBeUndefined(),
  );
});

describe('the days on which the legal body changes', () => {
  it.each([
    ['06N', '2022-06-20', '2022-08-15', ['2022-07-01']],
    ['QM7', '2022-06-20', '2022-08-15', ['2022-07-01']],
    ['06N', '2021-01-01', '2026-12-31', ['2022-07-01', '2026-04-01']],
    ['05A', '2020-01-01', '2024-01-01', ['2021-04-01', '2022-07-01']],
    ['QWU', '2020-01-01', '2024-01-01', ['2021-04-01', '2022-07-01']],
    ['QYG', '2022-06-20', '2022-08-15', ['2022-07-01']],
    ['06N', '2022-07-01', '2022-08-15', []],
    ['06N', '2022-06-20', '2022-07-01', []],
    ['E10000015', '2020-01-01', '2024-01-01', []],
  ])('for %s from %s until %s are %j', (code, from, until, days) =>
    expect(directory.successionsBetween(code, day(from), day(until))).toEqual(days),
  );
});

describe('who pays on the date of a document', () => {
  it('is the board for both pieces of a bridging period that crosses 1 July 2022', () => {
    expect(payerOf('06N', '2022-08-20')).toBe('QM7');
    expect(payerOf('QM7', '2022-08-20')).toBe('QM7');
  });

  it('names each step of the way', () => {
    const answer = directory.payableBy('05R', day('2024-05-01'));
    expect(answer.status === 'known' && answer.path.map(({ from }) => from)).toEqual(['05R', 'B2M3M']);
  });

  it.each(['QM7', '06N'])('waits for a choice after the board of %s was split', (code) =>
    expect(payerOf(code, '2026-04-01')).toEqual({
      fact: 'successor',
      reason:
        'NHS Hertfordshire and West Essex ICB was replaced on 1 April 2026 by NHS Central East ICB (Hertfordshire) and ' +
        'NHS Essex ICB (west Essex); which of them pays has to be chosen',
      suppliedBy: 'the finance teams of both bodies',
    }),
  );

  it('waits for a choice also where the codes of all successors are loaded', () => {
    const answer = splitOf(
      { code: 'NORTH', name: 'North', area: 'the north' },
      { code: 'SOUTH', name: 'South' },
    );
    expect(answer).toMatchObject({ status: 'pending', missing: { fact: 'successor' } });
  });

  it('waits for the code of a single successor', () =>
    expect(splitOf({ name: 'North' })).toMatchObject({
      status: 'pending',
      missing: {
        fact: 'successor-code',
        reason: 'Whole was replaced on 1 January 2021 by North, whose code is not loaded',
      },
    }));

  it('waits when the document is older than the body', () =>
    expect(payerOf('QM7', '2022-06-30')).toMatchObject({ fact: 'document-date' }));

  it('waits for a code that is not loaded', () =>
    expect(payerOf('QZZ', '2024-05-01')).toMatchObject({ fact: 'organisation' }));
});

describe('whose cases a body may see', () => {
  it('are its own and those of every body before it', () => {
    expect(directory.withPredecessors('QWU')).toEqual(['QWU', 'B2M3M', '05A', '05H', '05R']);
    expect(directory.withPredecessors('06N')).toEqual(['06N']);
  });
});

describe('on any day and for any code', () => {
  const codes = fc.constantFrom(...directory.all().map(({ code }) => code));
  const days = fc.integer({ min: 0, max: 6_000 }).map((offset) => addDays(day('2013-04-01'), offset));

  it('the body that stands for a code exists in law, and pays its own debts', () =>
    fc.assert(
      fc.property(codes, days, (code, on) => {
        const body = directory.bodyOn(code, on);
        if (body === undefined) return;
        expect(directory.isLegalOn(body.code, on)).toBe(true);
        expect(payerOf(body.code, on)).toBe(body.code);
      }),
    ));

  it('whoever pays for a code may see its cases', () =>
    fc.assert(
      fc.property(codes, days, (code, on) => {
        const answer = directory.payableBy(code, on);
        if (answer.status === 'known')
          expect(directory.withPredecessors(answer.organisation.code)).toContain(code);
      }),
    ));

  it('the body is the same on every day between two changes', () =>
    fc.assert(
      fc.property(codes, days, days, (code, left, right) => {
        const [from, last] = left < right ? [left, right] : [right, left];
        const changes = directory.successionsBetween(code, addDays(from, -1), addDays(last, 1));
        if (changes.some((change) => from < change)) return;
        expect(directory.bodyOn(code, from)).toEqual(directory.bodyOn(code, last));
      }),
    ));
});
