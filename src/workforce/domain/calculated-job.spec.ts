import { describe, expect, it } from '@jest/globals';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { calculatedJob, decidedOn, namedWithin } from './calculated-job.js';
import { endEmployment } from './end-employment/end-employment.decision.js';
import { recordFundingPeriod } from './record-funding-period/record-funding-period.decision.js';

const startedOn = plainDate('2016-04-01');
const JOB = {
  stage: 'working',
  employmentId: '',
  caseRef: '',
  assistantRef: '',
  status: 'employed',
  startedOn,
  firstTerms: { weeklyHours: '0', hourlyRatePence: 0 },
  terms: [{ from: startedOn, weeklyHours: '0', hourlyRatePence: 0, eventId: '' }],
  fundingPeriods: [],
  leaveStatements: [],
  shared: [],
};

describe('A job that nobody has recorded', () => {
  it('is judged like one that was just recorded, without hours or pay where nobody gave them', () => {
    expect(calculatedJob({ status: 'employed', startedOn })).toStrictEqual(JOB);
    const terms = { weeklyHours: '30', hourlyRatePence: pence(1200) };
    expect(calculatedJob({ status: 'self-employed', startedOn, ...terms })).toStrictEqual({
      ...JOB,
      status: 'self-employed',
      firstTerms: terms,
      terms: [{ from: startedOn, ...terms, eventId: '' }],
    });
  });

  it('is what each decision on it leads to', () => {
    const job = decidedOn(
      calculatedJob({ status: 'employed', startedOn }),
      endEmployment({ lastDay: plainDate('2024-04-30'), reason: 'redundancy' }),
    );
    expect(decidedOn(job, recordFundingPeriod({ from: startedOn, shares: [] }))).toStrictEqual({
      ...JOB,
      stage: 'ended',
      end: { lastDay: '2024-04-30', reason: 'redundancy', eventId: '' },
      fundingPeriods: [{ from: startedOn, shares: [], eventId: '' }],
    });
  });

  it.each([
    ['', '/lastDay'],
    ['/end', '/end/lastDay'],
  ])('names the field of the whole request that a decision refuses: within "%s"', (within, pointer) => {
    const job = calculatedJob({ status: 'employed', startedOn });
    const early = endEmployment({ lastDay: plainDate('2016-03-31'), reason: 'redundancy' });
    const detail = '31 March 2016 is before 1 April 2016, when the job began';
    const decide = () => (within === '' ? decidedOn(job, early) : decidedOn(job, early, within));
    expect(decide).toThrow(
      expect.objectContaining({ fields: [{ pointer, code: 'out-of-order', detail }], message: detail }),
    );
  });

  it('hands on what a check says, and any other fault as it is', () => {
    expect(namedWithin('/end', () => 5)).toBe(5);
    const fault = new RangeError('not about a field');
    const check = () => {
      throw fault;
    };
    expect(() => namedWithin('/end', check)).toThrow(fault);
    expect(() => namedWithin('/end', check)).not.toThrow(FieldRefused);
  });
});
