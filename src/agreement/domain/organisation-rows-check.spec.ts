import { describe, expect, it } from '@jest/globals';
import { plainDate as day } from '../../kernel/plain-date.js';
import { createOrganisationDirectory } from './organisation-directory.js';
import type { OrganisationRows } from './organisation-rows.js';

describe('a list that contradicts itself is not loaded', () => {
  const legal = (from: string, until?: string) => ({
    from: day(from),
    ...(until === undefined ? {} : { until: day(until) }),
  });
  const old = {
    code: 'OLD',
    name: 'Old',
    kind: 'nhs-england',
    legal: legal('2020-01-01', '2021-01-01'),
  } as const;
  const young = { code: 'NEW', name: 'New', kind: 'nhs-england', legal: legal('2021-01-01') } as const;
  const follows = {
    from: 'OLD',
    effectiveOn: day('2021-01-01'),
    to: [{ code: 'NEW', name: 'New' }],
    document: 'D',
  };
  const rows = (changed: Partial<OrganisationRows>): OrganisationRows => ({
    organisations: [old, young],
    successions: [follows],
    ...changed,
  });

  it('while one that fits together is', () =>
    expect(createOrganisationDirectory(rows({})).all()).toHaveLength(2));

  it.each<[string, Partial<OrganisationRows>, RegExp]>([
    ['a code twice', { organisations: [old, young, young] }, /listed twice/],
    [
      'an end before the beginning',
      { organisations: [old, { ...young, legal: legal('2021-01-01', '2020-01-01') }] },
      /NEW ends before/,
    ],
    [
      'a district as a council',
      { organisations: [old, young, { ...young, code: 'E07000242', kind: 'council' }] },
      /adult social care/,
    ],
    [
      'an end on the first day',
      { organisations: [old, { ...young, legal: legal('2021-01-01', '2021-01-01') }] },
      /NEW ends before it begins/,
    ],
    ...['XE10000015', 'E100000151'].map((code): [string, Partial<OrganisationRows>, RegExp] => [
      `${code} as the code of a council`,
      { organisations: [old, young, { ...young, code, kind: 'council' }] },
      /is not the code of a council with adult social care duties/,
    ]),
    [
      'a succession of an unknown body',
      { successions: [{ ...follows, from: 'ODD' }] },
      /ODD does not end on/,
    ],
    ['two successions of one body', { successions: [follows, follows] }, /succeeded twice/],
    [
      'a succession before the end',
      { successions: [{ ...follows, effectiveOn: day('2020-06-01') }] },
      /does not end on 2020-06-01/,
    ],
    ['a succession by nobody', { successions: [{ ...follows, to: [] }] }, /by nobody/],
    [
      'an unknown successor',
      { successions: [{ ...follows, to: [{ code: 'ODD', name: 'Odd' }] }] },
      /ODD does not exist/,
    ],
    [
      'a successor that ended itself',
      { successions: [{ ...follows, to: [{ code: 'OLD', name: 'Old' }] }] },
      /OLD does not exist/,
    ],
  ])('%s', (_, changed, message) =>
    expect(() => createOrganisationDirectory(rows(changed))).toThrow(message),
  );
});
