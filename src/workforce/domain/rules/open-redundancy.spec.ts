import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { addDays } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import type { JobEnd, RedundancyAssessed } from '../workforce.events.js';
import { ASSESSED, EMPLOYED } from '../workforce.fixtures.js';
import { isRedundancyOpen } from './open-redundancy.js';

const LAST_DAY = ASSESSED.data.lastDay;
const ended = (end: JobEnd): EmploymentRecord => ({
  ...EMPLOYED,
  stage: 'ended',
  end: { ...end, lastDay: LAST_DAY, eventId: 'end' },
});
const assessedAs = (changes: Partial<RedundancyAssessed>) => ({ ...ASSESSED.data, ...changes });
const shared = (kind: 'interim' | 'final') => ({
  ...{ kind, residualPence: pence(554_400), shares: [], reference: 'SPLIT-1' },
});

describe('the redundancy of a job', () => {
  it.each([
    'redundancy',
    'employer-died',
    // An adviser may find a right to a payment after each of these.
    'suitable-alternative-refused',
    'misconduct',
    'employer-changed',
    'lay-off',
    'fixed-term-ended',
  ] as const)('is open once it has ended by %s, until its cost is finally shared', (reason) => {
    const job = ended({ reason });
    expect(isRedundancyOpen(job)).toBe(true);
    expect(isRedundancyOpen({ ...job, assessment: assessedAs({ ending: { reason } }) })).toBe(true);
    expect(isRedundancyOpen({ ...job, shared: [shared('interim')] })).toBe(true);
    expect(isRedundancyOpen({ ...job, shared: [shared('interim'), shared('final')] })).toBe(false);
  });

  it.each(['resignation', 'other-dismissal'] as const)('is not open after a %s', (reason) => {
    expect(isRedundancyOpen(ended({ reason }))).toBe(false);
  });

  it('is not open while the job goes on', () => {
    expect(isRedundancyOpen(EMPLOYED)).toBe(false);
  });

  it('is not open where the PA was clearly kept on after the death, and is where that is for an adviser', () => {
    const keptOn = (days: number, answer: 'accepted' | 'refused' | 'unclear') =>
      isRedundancyOpen(
        ended({
          reason: 'employer-died',
          reEngagement: { offeredOn: LAST_DAY, startsOn: addDays(LAST_DAY, days), answer },
        }),
      );
    expect(keptOn(49, 'accepted')).toBe(false);
    expect(keptOn(50, 'accepted')).toBe(true);
    expect(keptOn(49, 'unclear')).toBe(true);
    expect(keptOn(49, 'refused')).toBe(true);
  });

  it('is not open where its assessment says that there is no right, as long as that stands', () => {
    const reason = 'lay-off';
    const none = { eligible: false, statutoryPence: pence(0), ending: { reason } } as const;
    const job = ended({ reason });
    expect(isRedundancyOpen({ ...job, assessment: assessedAs(none) })).toBe(false);
    const ofAnotherDay = { ...none, lastDay: addDays(LAST_DAY, -1) };
    expect(isRedundancyOpen({ ...job, assessment: assessedAs(ofAnotherDay) })).toBe(true);
    const ofAnotherEnd = { ...none, ending: { reason: 'resignation' } } as const;
    expect(isRedundancyOpen({ ...job, assessment: assessedAs(ofAnotherEnd) })).toBe(true);
  });
});
