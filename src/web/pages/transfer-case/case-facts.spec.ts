import { describe, expect, it } from '@jest/globals';
import type { CaseAnswer } from '../../../transfer-case/index.js';
import { factRows } from './case-facts.js';

const rows = (facts: object) =>
  factRows(facts as CaseAnswer['facts']).map(({ key, text }) => `${key}: ${text}`);

describe('the facts of a case', () => {
  it('are told in words, in the order of the move, and nothing of what is not known', () => {
    expect(
      rows({
        phbCoverStartsOn: '2024-07-10',
        acknowledgedOn: '2024-01-18',
        checklist: { completedOn: '2024-04-10', receivedOn: '2024-04-12' },
        decision: { outcome: 'eligible', decidedOn: '2024-05-01', notifiedOn: '2024-05-02' },
        bridging: {
          openedOn: '2024-05-03',
          reviewDueOn: '2024-06-27',
          extensions: [{ until: '2024-07-31', approvedBy: 'a77f20', reasonCode: 'care-plan-late' }],
        },
      }),
    ).toEqual([
      'Alert acknowledged: 18 January 2024',
      'Checklist: Completed 10 April 2024, received 12 April 2024',
      'Eligibility decision: Eligible: decided 1 May 2024, told 2 May 2024',
      'Bridging: Opened 3 May 2024, review due 27 June 2024',
      'Bridging extended: Until 31 July 2024: care plan late (approved by a77f20)',
      'Personal health budget from: 10 July 2024',
    ]);
  });

  it('name what a completion left out, and where a merged case goes on', () => {
    expect(
      rows({
        completion: {
          completedOn: '2024-08-01',
          items: [
            { item: 'phb-agreement-signed' },
            { item: 'insurance-in-force', waived: { by: 'a77f20', reason: 'self-insured' } },
          ],
        },
        merger: {
          mergedOn: '2024-08-02',
          into: 'TC-7F3K92QD1M',
          reasonCode: 'same-person',
          documentReference: 'HCC-1',
        },
      }),
    ).toEqual([
      'Completed: 1 August 2024',
      'Completed without: insurance in force: self insured (a77f20)',
      'Goes on as: TC-7F3K92QD1M',
      'Merged: 2 August 2024: same person (HCC-1)',
    ]);
  });
});
