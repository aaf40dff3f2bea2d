import { describe, expect, it } from '@jest/globals';
import { redundancyEligibility, type EligibilityFacts } from './redundancy-eligibility.js';
import { RELATIONSHIPS } from './redundancy-right.js';
import type { JobEnding } from './job-ending.js';

const FACTS: EligibilityFacts = {
  status: 'employee',
  completeYears: 5,
  relationship: 'none',
  privateHousehold: true,
  ending: { how: 'redundancy' },
};
const answer = (changed: Partial<EligibilityFacts>) => {
  const { basis: _, ...rest } = redundancyEligibility({ ...FACTS, ...changed });
  return rest;
};
const died = (daysAfterDeath: number, accepted = true): Partial<EligibilityFacts> => ({
  ending: { how: 'employer-died', reEngagement: { daysAfterDeath, accepted } },
});

describe('The right to a redundancy payment, as far as the engine may say', () => {
  it('is there for an employee of two years who is dismissed by redundancy', () => {
    const right = { dismissed: true, right: true, payableBy: 'employer', refer: [] };
    expect(answer({})).toEqual(right);
    expect(answer({ completeYears: 2 })).toEqual(right);
    expect(answer({ completeYears: 1 })).toEqual({ dismissed: true, right: false, refer: [] });
  });

  it.each(['worker', 'self-employed'] as const)('is not there for somebody who is %s', (status) =>
    expect(answer({ status })).toEqual({ dismissed: true, right: false, refer: [] }),
  );

  it.each(RELATIONSHIPS)('looks at what the PA is to the employer: %s', (relationship) => {
    const outside = ['none', 'spouse-or-partner', 'other-relative'].includes(relationship);
    expect(answer({ relationship })).toMatchObject(
      outside ? { right: true, refer: [] } : { right: false, refer: ['domestic-service-doubtful'] },
    );
    expect(answer({ relationship, privateHousehold: false })).toMatchObject({ right: true, refer: [] });
  });

  it('is against the estate after a death, which gives no notice', () => {
    expect(answer({ ending: { how: 'employer-died' } })).toEqual({
      dismissed: true,
      right: true,
      payableBy: 'estate',
      noticePayDue: false,
      refer: [],
    });
  });

  it('ends with a re-engagement within eight weeks of the death, and near the limit an adviser looks', () => {
    const doubt = 're-engagement-near-or-after-eight-weeks';
    expect(answer(died(20))).toMatchObject({ dismissed: false, right: false, refer: [] });
    expect(answer(died(49))).toMatchObject({ dismissed: false, right: false, refer: [] });
    expect(answer(died(50))).toMatchObject({ dismissed: false, right: false, refer: [doubt] });
    expect(answer(died(56))).toMatchObject({ dismissed: false, right: false, refer: [doubt] });
    expect(answer(died(57))).toMatchObject({ dismissed: true, right: true, refer: [doubt] });
  });

  it('stays after an offer that the PA refused, until an adviser has said whether that was reasonable', () => {
    expect(answer(died(20, false))).toMatchObject({
      dismissed: true,
      right: true,
      refer: ['offer-refused-after-death'],
    });
  });

  const endings: readonly (readonly [JobEnding, object])[] = [
    [{ how: 'same-employer-goes-on' }, { dismissed: false, right: false, refer: [] }],
    [{ how: 'resignation' }, { dismissed: false, right: false, refer: [] }],
    [{ how: 'employer-changes' }, { refer: ['employer-may-have-changed'] }],
    [{ how: 'lay-off' }, { refer: ['manner-of-ending-disputed'] }],
    [{ how: 'fixed-term-ended' }, { refer: ['manner-of-ending-disputed'] }],
    [{ how: 'misconduct' }, { dismissed: true, right: false, refer: ['manner-of-ending-disputed'] }],
    [
      { how: 'suitable-alternative-refused' },
      { dismissed: true, right: false, refer: ['suitable-alternative-disputed'] },
    ],
  ];
  it.each(endings)('answers for %j', (ending, expected) => expect(answer({ ending })).toEqual(expected));

  it('says in its explanation what it rests on', () => {
    expect(redundancyEligibility({ ...FACTS, ending: { how: 'employer-changes' } }).basis).toMatchObject({
      rule: 'REDUNDANCY-ELIGIBILITY',
      inputs: {
        status: 'employee',
        completeYears: 5,
        relationship: 'none',
        privateHousehold: 'yes',
        ending: 'employer-changes',
        right: 'for an adviser',
        refer: 'employer-may-have-changed',
      },
    });
  });
});
