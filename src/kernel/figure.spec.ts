import { describe, expect, it } from '@jest/globals';
import { basisOf, type Rule } from './basis.js';
import { known, pending, refer, type MissingFact } from './figure.js';
import { pence } from './pence.js';

const rule: Rule = {
  code: 'BRIDGING-WEEK',
  version: 2,
  title: 'A week of bridging costs what the council paid',
  source: 'Local agreement, clause 4',
  certainty: 'local-practice',
};

describe('the basis of a figure', () => {
  it('says the rule in full, what went in, and the figures that it rests on', () => {
    const week = basisOf(rule, { weeklyPence: 61_250, from: '2024-04-01', evidenced: true });
    expect(week).toEqual({
      rule: 'BRIDGING-WEEK',
      version: 2,
      title: 'A week of bridging costs what the council paid',
      source: 'Local agreement, clause 4',
      certainty: 'local-practice',
      inputs: { weeklyPence: 61_250, from: '2024-04-01', evidenced: true },
      from: [],
    });
    expect(basisOf(rule, {}, [week]).from).toEqual([week]);
  });
});

describe('a figure', () => {
  const basis = basisOf(rule, {});
  const missing = (fact: string): MissingFact => ({
    fact,
    reason: 'The day on which liability starts is not recorded',
    suppliedBy: "the ICB's CHC team",
  });

  it('is known with its explanation', () => {
    expect(known(pence(61_250), basis)).toEqual({ status: 'known', value: 61_250, basis });
  });

  it('is pending with every fact that it waits for, and has no value', () => {
    expect(pending(missing('liability-start'), missing('weekly-payment'))).toEqual({
      status: 'pending',
      missing: [missing('liability-start'), missing('weekly-payment')],
    });
  });

  it('is referred with why, to whom, and every candidate', () => {
    const referrals = [
      {
        code: 'cap-changes-with-notice',
        reason: 'The limit of a week’s pay changes within the notice',
        referTo: 'an employment adviser',
      },
    ];
    const candidates = [
      { reading: 'by the day of the notice', value: pence(1), basis },
      { reading: 'by the last day', value: pence(2), basis },
    ];
    expect(refer(referrals, candidates)).toEqual({ status: 'refer', referrals, candidates });
  });
});
