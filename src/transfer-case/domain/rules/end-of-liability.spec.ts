import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { endOfLiability } from './end-of-liability.js';

const eligibilityLost = { decidedOn: plainDate('2025-02-03'), notifiedOn: plainDate('2025-02-05') };
const eligibilityOverturned = {
  decidedOn: plainDate('2025-02-20'),
  lastDayLiable: plainDate('2025-01-31'),
  documentReference: 'PANEL-1',
};

describe('the end of liability', () => {
  it('is the last day of notice, of which the day of the decision is day 1', () => {
    expect(endOfLiability({ eligibilityLost }, 28)).toMatchObject({
      lastDay: '2025-03-02',
      basis: { rule: 'LIABILITY-END-LOST', inputs: { decidedOn: '2025-02-03', noticeDays: 28 } },
    });
    expect(endOfLiability({ eligibilityLost }, 1)).toMatchObject({ lastDay: '2025-02-03' });
  });

  it('3: is the stated day, without notice, where eligibility was overturned', () => {
    expect(endOfLiability({ eligibilityOverturned }, 28)).toMatchObject({
      lastDay: '2025-01-31',
      basis: { rule: 'LIABILITY-END-OVERTURNED', inputs: { documentReference: 'PANEL-1' } },
    });
    expect(endOfLiability({ eligibilityLost, eligibilityOverturned }, 28)).toMatchObject({
      lastDay: '2025-01-31',
    });
  });

  it('is not there while the person is eligible', () => {
    expect(endOfLiability({}, 28)).toBeUndefined();
  });
});
