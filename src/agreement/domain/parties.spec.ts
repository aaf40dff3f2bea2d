import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../kernel/plain-date.js';
import { HERTFORDSHIRE } from './agreement.fixtures.js';
import { organisationDirectory } from './loaded-organisations.js';
import { partiesInOrder, sideOf } from './parties.js';

const between = (council: string, nhsBody: string, day: string) =>
  partiesInOrder(organisationDirectory, { council, nhsBody }, plainDate(day)).map((step) =>
    step.map((each) => `${each.council} and ${each.nhsBody}`),
  );

describe('whose agreement holds between a council and an NHS body on a day', () => {
  it('is that of the bodies in law, then of the bodies as named, then of those before them', () => {
    expect(between(HERTFORDSHIRE, '06N', '2024-05-01')).toEqual([
      ['E10000015 and QM7'],
      ['E10000015 and 06N'],
      ['E10000015 and QM7', 'E10000015 and 06N', 'E10000015 and 06K', 'E10000015 and 07H'],
    ]);
  });

  it('is their own before there was a successor', () => {
    expect(between(HERTFORDSHIRE, '06N', '2022-06-30')).toEqual([
      ['E10000015 and 06N'],
      ['E10000015 and 06N'],
      ['E10000015 and 06N'],
    ]);
  });

  it.each([
    ['the NHS body was split', HERTFORDSHIRE, 'QM7', '2026-04-01'],
    ['the council is not loaded', 'E09000012', 'QM7', '2024-05-01'],
    ['neither is loaded', 'E09000012', 'QZZ', '2024-05-01'],
  ])('is open where %s', (_, council, nhsBody, day) => {
    expect(between(council, nhsBody, day)).toEqual([]);
  });
});

describe('the side of an agreement on which somebody stands', () => {
  const parties = { council: HERTFORDSHIRE, nhsBody: 'QM7' };

  it.each([
    [['E10000015'], 'council'],
    [['QM7', '06N'], 'nhs-body'],
    [['E10000028', 'QNC'], undefined],
    [[], undefined],
  ])('for %j is %s', (standsFor, side) => {
    expect(sideOf(parties, standsFor)).toBe(side);
  });
});
