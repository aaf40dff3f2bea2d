import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { findOrganisation, findOrganisations } from './organisations.query.js';

const codes = (...asked: Parameters<typeof findOrganisations>) =>
  findOrganisations(...asked).map(({ code }) => code);

describe('finding organisations', () => {
  it('goes by part of the name, whatever the case', () =>
    expect(codes({ q: 'herts valleys' }, 100)).toEqual(['06N']));

  it('goes by the beginning of a code of either office', () => {
    expect(codes({ q: 'qm7' }, 100)).toEqual(['QM7']);
    expect(codes({ q: 'E54000025' }, 100)).toEqual(['QM7']);
  });

  it('goes by kind and by day', () => {
    expect(codes({ kind: 'council' }, 100)).toEqual(['E06000044', 'E10000015', 'E10000028', 'E10000031']);
    expect(codes({ kind: 'integrated-care-board', on: plainDate('2022-06-30') }, 100)).toEqual([]);
    expect(codes({ q: 'QM7', on: plainDate('2026-04-01') }, 100)).toEqual([]);
  });

  it('goes on after a code', () => {
    expect(codes({ kind: 'council' }, 2)).toEqual(['E06000044', 'E10000015']);
    expect(codes({ kind: 'council' }, 2, 'E10000015')).toEqual(['E10000028', 'E10000031']);
  });
});

describe('one organisation', () => {
  it('is shown with its last day, those before it and those after it', () =>
    expect(findOrganisation('QM7')).toMatchObject({
      name: 'NHS Hertfordshire and West Essex ICB',
      legal: { from: '2022-07-01', lastDay: '2026-03-31' },
      tookOverFrom: [{ from: '06N' }, { from: '06K' }, { from: '07H' }],
      succeededBy: { to: [{ name: 'NHS Central East ICB' }, { name: 'NHS Essex ICB' }] },
    }));

  it('says who pays for it on a day', () => {
    expect(findOrganisation('06N', plainDate('2022-08-20'))?.payableBy).toEqual({
      status: 'known',
      code: 'QM7',
      name: 'NHS Hertfordshire and West Essex ICB',
    });
    expect(findOrganisation('06N', plainDate('2026-04-01'))?.payableBy).toMatchObject({ status: 'pending' });
  });

  it('is nothing for an unknown code', () => expect(findOrganisation('QZZ')).toBeUndefined());
});
