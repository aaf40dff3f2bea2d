import { describe, expect, it } from '@jest/globals';
import { fold } from '../../kernel/aggregate.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { numberedUuid, recordedAcrossStreams, recordedHistory } from '../../../test/support/recorded.js';
import { afterDeciding, employment, foldEmployments, statusForRedundancy } from './employment.js';
import { ASSESSED, COUNCIL, LEAVE_STATEMENT, NHS_BODY, STARTED } from './workforce.fixtures.js';
import type { RedundancyReferred, WorkforceEvent, WorkforceFact } from './workforce.events.js';

const DAY = plainDate('2024-05-02');
const after = (...events: readonly WorkforceEvent[]) =>
  fold(employment, recordedHistory([STARTED, ...events]));
const JUST_STARTED = {
  stage: 'working',
  employmentId: 'EM-0000000001',
  caseRef: 'TC-0000000001',
  assistantRef: 'PA-1',
  status: 'employed',
  startedOn: '2016-04-01',
  firstTerms: { weeklyHours: '30', hourlyRatePence: 1200 },
  terms: [{ from: '2016-04-01', weeklyHours: '30', hourlyRatePence: 1200, eventId: numberedUuid(1) }],
  fundingPeriods: [],
  leaveStatements: [],
  shared: [],
};

const changed = (from: string, weeklyHours: string, corrects?: string): WorkforceEvent => ({
  type: 'workforce.terms-changed',
  occurredOn: DAY,
  data: {
    from: plainDate(from),
    weeklyHours,
    hourlyRatePence: pence(1300),
    ...(corrects !== undefined && { corrects }),
  },
});
const funded = (from: string, funder: string, corrects?: string): WorkforceEvent => ({
  type: 'workforce.funding-period-recorded',
  occurredOn: DAY,
  data: {
    from: plainDate(from),
    shares: [{ funder, share: '1' }],
    ...(corrects !== undefined && { corrects }),
  },
});
const ended = (lastDay: string, corrects?: string): WorkforceEvent => ({
  type: 'workforce.employment-ended',
  occurredOn: DAY,
  data: { lastDay: plainDate(lastDay), reason: 'redundancy', ...(corrects !== undefined && { corrects }) },
});
const REFERRAL: RedundancyReferred = {
  lastDay: plainDate('2024-04-30'),
  referrals: [{ code: 'status-doubtful', reason: 'In doubt', referTo: 'an employment adviser' }],
  candidates: [{ reading: 'a right', outcome: ASSESSED.data }],
};
const referred: WorkforceEvent = { type: 'workforce.redundancy-referred', occurredOn: DAY, data: REFERRAL };
const shared = (reference: string): WorkforceFact<'workforce.redundancy-shared'> => ({
  type: 'workforce.redundancy-shared',
  occurredOn: DAY,
  data: { kind: 'interim', residualPence: pence(0), shares: [], reference },
});

describe('What the events of a job lead to', () => {
  it('is nothing before the first, and the job as it was first recorded after it', () => {
    expect(fold(employment, [])).toStrictEqual({ stage: 'none' });
    expect(after()).toStrictEqual(JUST_STARTED);
  });

  it('is nothing where the first event is missing, which no stream may be without', () => {
    expect(afterDeciding({ stage: 'none' }, [ended('2024-04-30')])).toStrictEqual({ stage: 'none' });
    expect(() => foldEmployments(recordedHistory([ended('2024-04-30')]))).toThrow(
      'it begins with workforce.employment-ended and not with workforce.employment-started',
    );
  });

  it('is stored in streams that are named after it', () => {
    expect(employment.category).toBe('employment');
  });

  it('is terms in date order, in whatever order they were told, with those of the first day as they were', () => {
    expect(
      after(changed('2022-01-01', '20'), changed('2020-01-01', '25'), changed('2020-01-01', '26')),
    ).toStrictEqual({
      ...JUST_STARTED,
      terms: [
        ...JUST_STARTED.terms,
        { from: '2020-01-01', weeklyHours: '25', hourlyRatePence: 1300, eventId: numberedUuid(3) },
        { from: '2020-01-01', weeklyHours: '26', hourlyRatePence: 1300, eventId: numberedUuid(4) },
        { from: '2022-01-01', weeklyHours: '20', hourlyRatePence: 1300, eventId: numberedUuid(2) },
      ],
    });
  });

  it('is corrected terms and funders in place of the wrong ones', () => {
    expect(after(changed('2016-04-01', '20', numberedUuid(1)))).toStrictEqual({
      ...JUST_STARTED,
      terms: [{ from: '2016-04-01', weeklyHours: '20', hourlyRatePence: 1300, eventId: numberedUuid(2) }],
    });
    const council = funded('2021-04-01', COUNCIL);
    const nhs = funded('2018-04-01', NHS_BODY);
    const whole = [{ funder: NHS_BODY, share: '1' }];
    expect(after(council, nhs)).toMatchObject({
      fundingPeriods: [
        { from: '2018-04-01', shares: whole, eventId: numberedUuid(3) },
        { from: '2021-04-01', shares: [{ funder: COUNCIL, share: '1' }], eventId: numberedUuid(2) },
      ],
    });
    expect(after(council, funded('2018-04-01', NHS_BODY, numberedUuid(2)))).toStrictEqual({
      ...JUST_STARTED,
      fundingPeriods: [{ from: '2018-04-01', shares: whole, eventId: numberedUuid(3) }],
    });
  });

  it('is every statement of leave and every split, in the order in which they came', () => {
    const stated = (statementReference: string): WorkforceEvent => ({
      type: 'workforce.leave-statement-recorded',
      occurredOn: DAY,
      data: { ...LEAVE_STATEMENT, statementReference },
    });
    expect(after(stated('B'), shared('PANEL-8'), stated('A'), shared('PANEL-7'))).toStrictEqual({
      ...JUST_STARTED,
      leaveStatements: [
        { ...LEAVE_STATEMENT, statementReference: 'B' },
        { ...LEAVE_STATEMENT, statementReference: 'A' },
      ],
      shared: [shared('PANEL-8').data, shared('PANEL-7').data],
    });
  });

  it('is the last end, the last news of the insurer and the last statement of service', () => {
    expect(
      after(
        ended('2024-04-30'),
        { type: 'workforce.insurance-claim-updated', occurredOn: DAY, data: { claim: 'pending' } },
        { type: 'workforce.insurance-claim-updated', occurredOn: DAY, data: { claim: 'not-claimed' } },
        {
          type: 'workforce.continuous-service-stated',
          occurredOn: DAY,
          data: { cause: 'became-employee', earliestStart: DAY, latestStart: DAY },
        },
        ended('2024-04-29', numberedUuid(2)),
      ),
    ).toStrictEqual({
      ...JUST_STARTED,
      stage: 'ended',
      insuranceClaim: { claim: 'not-claimed' },
      service: { cause: 'became-employee', earliestStart: '2024-05-02', latestStart: '2024-05-02' },
      end: { lastDay: '2024-04-29', reason: 'redundancy', eventId: numberedUuid(6) },
    });
  });

  it('is the assessment or the question for an adviser, whichever came last', () => {
    expect(after(ASSESSED, referred)).toStrictEqual({ ...JUST_STARTED, referral: REFERRAL });
    expect(after(referred, ASSESSED)).toStrictEqual({ ...JUST_STARTED, assessment: ASSESSED.data });
  });

  it('of several jobs is each by its own stream, with the revision of that stream', () => {
    const other = { ...STARTED, data: { ...STARTED.data, assistantRef: 'PA-2' } };
    const history = recordedAcrossStreams<WorkforceEvent>([
      { stream: 'employment-1', event: STARTED },
      { stream: 'employment-2', event: other },
      { stream: 'employment-1', event: ended('2024-04-30') },
    ]);
    expect(foldEmployments(history)).toMatchObject([
      { employment: { assistantRef: 'PA-1', stage: 'ended' }, revision: 2 },
      { employment: { assistantRef: 'PA-2', stage: 'working' }, revision: 1 },
    ]);
    expect(foldEmployments([])).toEqual([]);
  });

  it('is an employee for redundancy since a contract of employment, and not by any other statement of service', () => {
    const service = { cause: 'became-employee', earliestStart: DAY, latestStart: DAY } as const;
    const status = 'self-employed';
    expect(statusForRedundancy({ status, service })).toBe('employed');
    expect(statusForRedundancy({ status, service: { ...service, cause: 'start-estimated' } })).toBe(status);
    expect(statusForRedundancy({ status })).toBe(status);
    expect(statusForRedundancy({ status: 'employed' })).toBe('employed');
  });
});
