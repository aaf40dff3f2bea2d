import { describe, expect, it } from '@jest/globals';
import { recordedAcrossStreams } from '../../../../test/support/recorded.js';
import { projectionScenario } from '../../../../test/support/projection-scenario.js';
import { DEFAULT_OPTIONS } from '../../../agreement/index.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ALERT_RAISED, LIABLE_FROM_14_OCTOBER } from '../../domain/case-history.fixtures.js';
import { COUNCIL, LEAVE_STATEMENT, NHS_BODY, STARTED } from '../../domain/workforce.fixtures.js';
import { AccruedLeaveRow } from './accrued-leave.entity.js';
import { leaveOwedByCouncil } from './leave-owed.js';
import { accruedLeaveProjection } from './project.js';

const SUBJECT = 'TC-0000000001';
const CASE = `transfer-case-${SUBJECT}`;
const JOB = 'employment-EM-0000000001';
const STATEMENT: DomainEvent = {
  type: 'workforce.leave-statement-recorded',
  occurredOn: plainDate('2024-10-20'),
  data: LEAVE_STATEMENT,
};
const bound = (options: object): DomainEvent => ({
  type: 'transfer-case.agreement-bound',
  occurredOn: plainDate('2024-10-15'),
  data: {
    agreementId: 'AG-0A1B2C3D4E',
    version: 2,
    legalVehicle: 'nhs-act-section-75',
    options: { ...DEFAULT_OPTIONS, ...options },
  },
});
const STATEMENT_MISSING = {
  fact: 'leave-statement',
  reason: 'No leave statement for the leave year that holds 14 October 2024 is recorded',
  suppliedBy: 'payroll, through the council’s direct payment team',
};
const historyOf = (onCase: readonly DomainEvent[], onJob: readonly DomainEvent[]) => ({
  subject: SUBJECT,
  events: recordedAcrossStreams(
    [...onCase.map((event) => ({ stream: CASE, event })), ...onJob.map((event) => ({ stream: JOB, event }))],
    { subject: SUBJECT },
  ),
});
const rowAfter = (...histories: Parameters<typeof historyOf>) =>
  accruedLeaveProjection.project(historyOf(...histories))[0]?.rows[0];

const ROW = {
  employmentId: 'EM-0000000001',
  subject: SUBJECT,
  assistantRef: 'PA-1',
  owedBy: COUNCIL,
  owedTo: NHS_BODY,
  settlement: 'net-off-recharge',
};

describe('the read model of accrued leave', () => {
  it('keeps the hours exact and the pence that the council owes', () => {
    expect(rowAfter([ALERT_RAISED, LIABLE_FROM_14_OCTOBER], [STARTED, STATEMENT])).toEqual({
      ...ROW,
      status: 'known',
      missing: [],
      accruedHours: '32928/365',
      takenHours: '60',
      outstandingHours: '11028/365',
      owedPence: 36256,
      owedIfCutAtCoverStartPence: null,
      basis: expect.objectContaining({ rule: 'LEAVE-VALUE' }),
      referrals: [],
      candidates: [],
      differences: [],
      consequence: {
        status: 'known',
        value: { method: 'net-off-recharge', creditLinePence: 36256 },
        basis: expect.objectContaining({ rule: 'LEAVE-NETTED-OFF-RECHARGE' }),
      },
      uplift: null,
      opening: { status: 'pending', missing: [expect.objectContaining({ fact: 'budget-start' })] },
    });
  });

  it('waits for the day of liability and for payroll’s statement', () => {
    const pending = {
      ...ROW,
      status: 'pending',
      accruedHours: null,
      takenHours: null,
      outstandingHours: null,
      owedPence: null,
      owedIfCutAtCoverStartPence: null,
      basis: null,
      referrals: [],
      candidates: [],
      differences: [],
      uplift: null,
    };
    const waiting = { status: 'pending', missing: [expect.objectContaining({ fact: 'liability-start' })] };
    expect(rowAfter([ALERT_RAISED], [STARTED, STATEMENT])).toEqual({
      ...pending,
      ...waiting,
      consequence: waiting,
      opening: waiting,
    });
    expect(rowAfter([ALERT_RAISED, LIABLE_FROM_14_OCTOBER], [STARTED])).toEqual({
      ...pending,
      missing: [STATEMENT_MISSING],
      consequence: { status: 'pending', missing: [STATEMENT_MISSING] },
      opening: { status: 'pending', missing: [expect.objectContaining({ fact: 'budget-start' })] },
    });
  });

  it('waits for a new statement where liability moved after payroll stated its leave (odd input 1)', () => {
    const tied = {
      ...STATEMENT,
      data: { ...LEAVE_STATEMENT, statedForLiabilityOn: plainDate('2024-10-14') },
    };
    const backdated = {
      ...LIABLE_FROM_14_OCTOBER,
      data: { ...LIABLE_FROM_14_OCTOBER.data, startsOn: plainDate('2024-07-15') },
    };
    const onCase = [ALERT_RAISED, LIABLE_FROM_14_OCTOBER];
    expect(rowAfter(onCase, [STARTED, tied])).toMatchObject({ status: 'known', owedPence: 36256 });
    const moved = [...onCase, backdated];
    const missing = [expect.objectContaining({ fact: 'leave-statement' })];
    expect(rowAfter(moved, [STARTED, tied])).toMatchObject({
      status: 'pending',
      owedPence: null,
      missing,
      consequence: { status: 'pending', missing },
      uplift: null,
    });
    expect(leaveOwedByCouncil(historyOf(moved, [STARTED, tied]))).toMatchObject([
      { owed: { status: 'pending', missing } },
    ]);
    // What was stored before the day was remembered stands for the day that stands.
    expect(rowAfter(moved, [STARTED, STATEMENT])).toMatchObject({ status: 'known', owedPence: -14005 });
  });

  it('follows the agreement that the case is bound to', () => {
    const onCase = [ALERT_RAISED, LIABLE_FROM_14_OCTOBER, bound({ leaveSettlement: 'nhs-absorbs' })];
    expect(rowAfter(onCase, [STARTED, STATEMENT])).toMatchObject({
      settlement: 'nhs-absorbs',
      owedPence: 0,
      basis: { inputs: { termsFrom: 'agreement AG-0A1B2C3D4E version 2' } },
    });
  });

  it('projects the same rows twice, and none for what is not a case', () => {
    projectionScenario(accruedLeaveProjection, { subject: SUBJECT })
      .given(JOB, STARTED)
      .thenRows(AccruedLeaveRow, []);
  });
});

describe('the leave that the council owes for', () => {
  it('is one line per PA, known or waiting', () => {
    expect(
      leaveOwedByCouncil(historyOf([ALERT_RAISED, LIABLE_FROM_14_OCTOBER], [STARTED, STATEMENT])),
    ).toEqual([
      {
        employmentId: 'EM-0000000001',
        assistantRef: 'PA-1',
        settlement: 'net-off-recharge',
        owed: { status: 'known', value: 36256, basis: expect.objectContaining({ rule: 'LEAVE-VALUE' }) },
        inAccount: {
          status: 'known',
          value: 0,
          basis: expect.objectContaining({ rule: 'LEAVE-IN-ACCOUNT' }),
        },
      },
    ]);
    expect(leaveOwedByCouncil(historyOf([ALERT_RAISED], [STARTED, STATEMENT]))).toMatchObject([
      { owed: { status: 'pending', missing: [{ fact: 'liability-start' }] } },
    ]);
  });

  it('is nothing where there is no case', () => {
    expect(leaveOwedByCouncil(historyOf([], [STARTED]))).toEqual([]);
  });
});
