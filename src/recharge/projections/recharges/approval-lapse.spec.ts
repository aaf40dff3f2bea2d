import { describe, expect, it } from '@jest/globals';
import {
  awardRateSet,
  CASE_REF,
  HISTORY_TO,
  paymentMade,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedAcrossStreams } from '../../../../test/support/recorded.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { isBehindCharges } from '../../../transfer-case/index.js';
import { LEAVE_STATEMENT, STARTED } from '../../../workforce/domain/workforce.fixtures.js';
import { approved, calculated, creditRequested, issued } from '../../domain/recharge.fixtures.js';
import { rechargesProjection } from './project.js';

const ofCase = (...events: readonly DomainEvent[]) =>
  events.map((event) => ({ stream: `transfer-case-${CASE_REF}`, event }));
const ofJob = (...events: readonly DomainEvent[]) =>
  events.map((event) => ({ stream: 'employment-EM-1', event }));
const ofRecharge = (...events: readonly DomainEvent[]) =>
  events.map((event) => ({ stream: 'recharge-RC-0000000001', event }));
const before = [...ofCase(...HISTORY_TO.complete), ...ofJob(STARTED)];
const caseFacts = HISTORY_TO.complete.filter(({ type }) => isBehindCharges(type)).length;
const resting = (restsOn: object) =>
  ofRecharge(calculated, { ...approved, data: { ...approved.data, restsOn } });
const statement = { ...STARTED, type: 'workforce.leave-statement-recorded', data: LEAVE_STATEMENT };

/** The head of the recharge after a history. */
function headAfter(...history: readonly ReturnType<typeof ofCase>[]) {
  const events = recordedAcrossStreams([...before, ...history.flat()], { subject: CASE_REF });
  return rechargesProjection.project({ subject: CASE_REF, events })[0]?.rows[0];
}

describe('An approved recharge, as it is shown', () => {
  const approval = resting({ caseFacts });

  it('has its approval while nothing behind the sum is recorded', () => {
    const silent = HISTORY_TO.complete.at(-1)!;
    expect(headAfter(approval, ofCase(silent))).toMatchObject({ status: 'approved', approvalLapse: null });
  });

  it('has lost it with the next fact behind the sum, and says how many there are and which came first', () => {
    expect(headAfter(approval, ofCase(paymentMade, awardRateSet))).toMatchObject({
      status: 'approval-lapsed',
      approvalLapse: {
        recordedSince: 2,
        eventId: numberedUuid(before.length + approval.length + 1),
        eventType: 'transfer-case.payment-made',
      },
    });
  });

  it('has lost it with a fact of leave only where it rested on leave', () => {
    expect(headAfter(approval, ofJob(statement))).toMatchObject({ status: 'approved' });
    expect(headAfter(resting({ caseFacts, leaveFacts: 1 }), ofJob(statement))).toMatchObject({
      status: 'approval-lapsed',
      approvalLapse: { recordedSince: 1, eventType: 'workforce.leave-statement-recorded' },
    });
  });

  it('has it again once it was approved again, and keeps it once it was issued', () => {
    const again = { ...approved, data: { ...approved.data, restsOn: { caseFacts: caseFacts + 1 } } };
    const lapsed = [approval, ofCase(paymentMade)];
    expect(headAfter(...lapsed, ofRecharge(again))).toMatchObject({ status: 'approved' });
    expect(headAfter(approval, ofRecharge(issued), ofCase(paymentMade))).toMatchObject({
      status: 'issued',
      approvalLapse: null,
    });
  });

  it('shows a credit that waits for its second person', () => {
    expect(headAfter(approval, ofRecharge(issued, creditRequested))).toMatchObject({
      status: 'issued',
      creditRequest: {
        reasonCode: 'facts-changed',
        requestedOn: '2024-07-21',
        requestedBy: 'council-finance-1',
      },
    });
  });
});
