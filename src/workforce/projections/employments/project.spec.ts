import { describe, it } from '@jest/globals';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { projectionScenario } from '../../../../test/support/projection-scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { COUNCIL, LEAVE_STATEMENT, STARTED } from '../../domain/workforce.fixtures.js';
import { EmploymentRow } from './employment.entity.js';
import { employmentsProjection } from './project.js';

const STREAM = 'employment-EM-0000000001';
const fundedFrom = (from: string, corrects?: string) => ({
  type: 'workforce.funding-period-recorded',
  occurredOn: plainDate(from),
  data: {
    from: plainDate(from),
    shares: [{ funder: COUNCIL, share: '1' }],
    ...(corrects !== undefined && { corrects }),
  },
});

describe('the read model of employments', () => {
  const known = projectionScenario(employmentsProjection, { subject: 'TC-0000000001' }).given(
    STREAM,
    STARTED,
  );
  const row = {
    employmentId: 'EM-0000000001',
    subject: 'TC-0000000001',
    assistantRef: 'PA-1',
    status: 'employed',
    stage: 'working',
    startedOn: plainDate('2016-04-01'),
    end: null,
    terms: [
      {
        from: plainDate('2016-04-01'),
        weeklyHours: '30',
        hourlyRatePence: pence(1200),
        eventId: numberedUuid(1),
      },
    ],
    fundingPeriods: [],
    leaveStatements: [],
    insuranceClaim: null,
    service: null,
    revision: 1,
  } as const;

  it('has a row for each PA, with the version of the employment', () => {
    known.thenRows(EmploymentRow, [row]);
    const other = {
      ...STARTED,
      data: { ...STARTED.data, employmentId: 'EM-0000000002', assistantRef: 'PA-2' },
    };
    known.given('employment-EM-0000000002', other).thenRows(EmploymentRow, [
      row,
      {
        ...row,
        employmentId: 'EM-0000000002',
        assistantRef: 'PA-2',
        terms: [{ ...row.terms[0], eventId: numberedUuid(2) }],
      },
    ]);
  });

  it('shows what stands, with the event that a correction names', () => {
    known
      .given(STREAM, fundedFrom('2016-05-01'), fundedFrom('2016-04-01', numberedUuid(2)))
      .thenRows(EmploymentRow, [
        {
          ...row,
          fundingPeriods: [
            {
              from: plainDate('2016-04-01'),
              shares: [{ funder: COUNCIL, share: '1' }],
              eventId: numberedUuid(3),
            },
          ],
          revision: 3,
        },
      ]);
  });

  it('shows leave statements, the insurance claim and the end', () => {
    const day = plainDate('2025-01-10');
    known
      .given(
        STREAM,
        { type: 'workforce.leave-statement-recorded', occurredOn: day, data: LEAVE_STATEMENT },
        { type: 'workforce.insurance-claim-updated', occurredOn: day, data: { claim: 'pending' } },
        {
          type: 'workforce.employment-ended',
          occurredOn: day,
          data: { lastDay: day, reason: 'employer-died' },
        },
      )
      .thenRows(EmploymentRow, [
        {
          ...row,
          stage: 'ended',
          end: { lastDay: day, reason: 'employer-died', eventId: numberedUuid(4) },
          leaveStatements: [LEAVE_STATEMENT],
          insuranceClaim: { claim: 'pending' },
          revision: 4,
        },
      ]);
  });
});
