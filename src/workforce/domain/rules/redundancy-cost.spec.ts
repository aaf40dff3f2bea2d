import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ASSESSED, EMPLOYED, SETTING } from '../workforce.fixtures.js';
import { redundancyCost } from './redundancy-cost.js';

describe('The redundancy cost of an employment', () => {
  it('is nothing to share where no statutory payment is due, and says so before asking who funded the days', () => {
    const assessment = { ...ASSESSED.data, eligible: false, statutoryPence: pence(0) };
    expect(redundancyCost({ ...EMPLOYED, assessment }, SETTING)).toEqual({
      status: 'known',
      value: {
        statutoryPence: 0,
        aboveStatutoryPence: 0,
        insurancePence: 0,
        insuranceUsedPence: 0,
        reservesPence: 0,
        reservesUsedPence: 0,
        residualPence: 0,
        estatePence: 0,
        toSharePence: 0,
        shares: [],
        settlement: expect.objectContaining({ payments: [], leftToEmployerPence: 0 }),
        noticeAndLeave: expect.objectContaining({ leavePence: 0, shares: [] }),
      },
      basis: {
        rule: 'REDUNDANCY-NOTHING-TO-SHARE',
        version: 1,
        title:
          'Without a statutory payment there is nothing to share; a voluntary one needs both parties’ prior approval',
        source: 'Local agreement, redundancy sharing: payments above the statutory sum',
        certainty: 'product-decision',
        inputs: { statutoryPence: 0, termsFrom: SETTING.termsFrom },
        from: [assessment.basis],
      },
    });
  });

  it.each([
    ['nobody has assessed it', {}],
    [
      'the job ended on another day than was assessed',
      {
        assessment: ASSESSED.data,
        end: { lastDay: plainDate('2024-05-31'), reason: 'redundancy', eventId: 'end' },
      },
    ],
    [
      'the job ended for another reason than was assessed',
      {
        assessment: ASSESSED.data,
        end: { lastDay: plainDate('2024-04-30'), reason: 'resignation', eventId: 'end' },
      },
    ],
  ] as const)('waits for an assessment while %s', (_, facts) => {
    expect(redundancyCost({ ...EMPLOYED, ...facts }, SETTING)).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'redundancy-assessment' }],
    });
  });
});
