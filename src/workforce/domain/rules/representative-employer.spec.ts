import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { redundancyEligibility, type EligibilityFacts } from './redundancy-eligibility.js';
import { statutoryNotice } from './statutory-notice.js';

const FACTS: EligibilityFacts = {
  status: 'employee',
  completeYears: 5,
  relationship: 'none',
  privateHousehold: true,
  ending: { how: 'redundancy' },
};

describe('A representative who employs the PA, when the person dies', () => {
  it('lives on as the employer: an ordinary redundancy with notice, not the end by a death (odd input 30)', () => {
    const ordinary = redundancyEligibility(FACTS);
    expect(ordinary).toMatchObject({ right: true, payableBy: 'employer' });
    expect(ordinary).not.toHaveProperty('noticePayDue');
    expect(statutoryNotice(plainDate('2019-05-01'), plainDate('2024-05-03')).weeks).toBe(5);

    const byDeath = redundancyEligibility({ ...FACTS, ending: { how: 'employer-died' } });
    expect(byDeath).toMatchObject({ right: true, payableBy: 'estate', noticePayDue: false });
  });
});
