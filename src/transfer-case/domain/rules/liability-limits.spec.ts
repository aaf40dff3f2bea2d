import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { endOfLiability } from './end-of-liability.js';
import { liabilityLimits } from './liability-limits.js';

const eligibilityLost = { decidedOn: plainDate('2025-02-03'), notifiedOn: plainDate('2025-02-05') };
const areaDispute = { from: plainDate('2024-05-13'), interimPayer: 'QNC', documentReference: 'LETTER-9' };

describe('The limits of liability', () => {
  it('are none while the person is eligible and nobody disputes who is responsible', () => {
    expect(liabilityLimits({}, 28)).toStrictEqual({});
  });

  it('are the end with eligibility, and the day from which NHS bodies dispute who is responsible', () => {
    const disputed = {
      from: '2024-05-13',
      missing: {
        fact: 'responsible-nhs-body',
        reason:
          'NHS bodies dispute which of them is responsible from 13 May 2024; QNC pays until it is settled (LETTER-9)',
        suppliedBy: 'the NHS bodies in dispute',
      },
    };
    const end = endOfLiability({ eligibilityLost }, 28);
    expect(end?.lastDay).toBe('2025-03-02');
    expect(liabilityLimits({ areaDispute }, 28)).toStrictEqual({ disputed });
    expect(liabilityLimits({ eligibilityLost, areaDispute }, 28)).toStrictEqual({ end, disputed });
  });

  it('end with whichever comes first, the notice or the stated day', () => {
    const overturned = (lastDayLiable: string) => ({
      eligibilityLost,
      eligibilityOverturned: {
        decidedOn: plainDate('2025-02-20'),
        lastDayLiable: plainDate(lastDayLiable),
        documentReference: 'PANEL-1',
      },
    });
    const endsOn = (lastDayLiable: string) => {
      const end = endOfLiability(overturned(lastDayLiable), 28);
      return [end?.basis.rule, end?.lastDay, end?.basis.inputs];
    };
    const notice = { decidedOn: '2025-02-03', noticeDays: 28, lastDay: '2025-03-02' };
    expect(endsOn('2025-03-01')).toEqual([
      'LIABILITY-END-OVERTURNED',
      '2025-03-01',
      { decidedOn: '2025-02-20', lastDay: '2025-03-01', documentReference: 'PANEL-1' },
    ]);
    expect(endsOn('2025-03-02')).toEqual(['LIABILITY-END-LOST', '2025-03-02', notice]);
    expect(endsOn('2025-03-03')).toEqual(['LIABILITY-END-LOST', '2025-03-02', notice]);
  });
});
