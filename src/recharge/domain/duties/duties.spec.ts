import { describe, expect, it } from '@jest/globals';
import { scenario } from '../../../../test/support/scenario.js';
import { recordedHistory, SOMEBODY } from '../../../../test/support/recorded.js';
import { fold } from '../../../kernel/aggregate.js';
import type { Actor } from '../../../kernel/event.js';
import { pence } from '../../../kernel/pence.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { acceptLine } from '../accept-line/accept-line.decision.js';
import type { Acting } from '../acting.js';
import { approveRecharge, type ApproveTerms } from '../approve/approve.decision.js';
import { NHS_BODY } from '../bridging.fixtures.js';
import { creditRecharge } from '../credit/credit.decision.js';
import { issueRecharge } from '../issue/issue.decision.js';
import { payRecharge } from '../pay/pay.decision.js';
import type { RechargeEvent } from '../recharge.events.js';
import { recharge, type RechargeRecord } from '../recharge.js';
import {
  accepted,
  approved,
  approver,
  approveTerms,
  calculated,
  creditRequested,
  creditTerms,
  facts,
  issued,
  issueTerms,
  nhsFinance,
  preparer,
} from '../recharge.fixtures.js';
import { approvedBeside, COUNTED_DAYS } from './approval-limits.js';
import {
  AboveAgreedLimit,
  ApprovalLapsed,
  ChargedByYourself,
  EnteredWhatIsCharged,
  NotAnApprover,
  OverApprovalLimit,
  PreparerMayNotApprove,
} from './duties.refusals.js';
import { recordedSince } from './facts-behind.js';

const approving = (changes: Partial<ApproveTerms> = {}) => approveRecharge({ ...approveTerms, ...changes });
const draft = scenario(recharge).given(calculated);
const recorded = (events: readonly RechargeEvent[], by: Partial<Actor> = {}) => {
  const state = fold(recharge, recordedHistory(events, { recordedBy: { ...SOMEBODY, ...by } }));
  if (state.stage === 'none') throw new Error('The recharge is there');
  return state;
};

describe('Who approves a charge (DUTIES-APART)', () => {
  const asApprover = (who: Partial<Acting>): ApproveTerms['acting'] => ({ ...approver, ...who });

  it('has not worked it out, also in an earlier round of the same version', () => {
    const again = { ...calculated, data: { ...calculated.data, by: 'council-finance-2' } };
    const rounds = scenario(recharge).given(calculated, again);
    for (const by of ['council-finance-1', 'council-finance-2']) {
      rounds.when(approving({ acting: asApprover({ by }) })).thenRefused(PreparerMayNotApprove);
    }
    rounds.when(approving()).thenEvents([approved]);
  });

  it('has not recorded a fact that it rests on: of the case, or of leave', () => {
    draft
      .when(approving({ acting: asApprover({ by: 'direct-payment-worker-1' }) }))
      .thenRefused(EnteredWhatIsCharged);
    const ofLeave = { count: 1, by: [{ id: approver.by }] };
    draft.when(approving({ facts: { ...facts, ofLeave } })).thenRefused(EnteredWhatIsCharged);
  });

  it('is another person and not another account', () => {
    const state = recorded([calculated], { id: preparer.by, staff: 'SM-1' });
    const acting = asApprover({ by: 'second-account', staff: 'SM-1' });
    expect(() => approving({ acting })(state)).toThrow(PreparerMayNotApprove);
    const entered = { ofCase: { count: 4, by: [{ id: 'first-account', staff: 'SM-1' }] } };
    expect(() => approving({ acting, facts: entered })(recorded([calculated]))).toThrow(EnteredWhatIsCharged);
  });

  it('is an approver, and neither finance, nor an administrator, nor the product itself', () => {
    for (const role of ['council-finance', 'administrator', 'auditor', 'worker']) {
      draft
        .when(approving({ acting: asApprover({ role }) }))
        .thenRefused(NotAnApprover, new RegExp(`you act as ${role}$`));
    }
  });

  it('does not answer for the body that owes as well, nor does who prepared it', () => {
    const both = (by: string): Acting => ({ ...nhsFinance, by, standsFor: [NHS_BODY] });
    const onTheTable = scenario(recharge).given(calculated, approved, issued);
    for (const by of [preparer.by, approver.by]) {
      const day = plainDate('2024-07-20');
      onTheTable
        .when(acceptLine({ line: 1, acceptedOn: day, acting: both(by) }))
        .thenRefused(ChargedByYourself);
      const paying = { paymentReference: 'B-1', paidOn: day, today: day, amountPence: pence(100) };
      onTheTable
        .given(accepted(1))
        .when(payRecharge({ ...paying, acting: both(by) }))
        .thenRefused(ChargedByYourself);
    }
  });
});

describe('Up to how much somebody approves', () => {
  const limited = (limitPence: number, besidePence = 0, agreedLimitPence = 0) =>
    approving({
      acting: { ...approver, limitPence: pence(limitPence) },
      limits: { besidePence: pence(besidePence), agreedLimitPence: pence(agreedLimitPence) },
    });

  it('is up to the limit of their right and not a penny more, and both figures are told', () => {
    const data = { ...approved.data, countedPence: pence(594_000) };
    draft.when(limited(594_000)).thenEvents([{ ...approved, data }]);
    draft
      .when(limited(593_999))
      .thenRefused(OverApprovalLimit, /^You may approve up to £5,939.99, and it comes to £5,940.00$/);
  });

  it('counts what they approved on the case beside it, so that nothing is split to stay below', () => {
    draft
      .when(limited(600_000, 6_001))
      .thenRefused(
        OverApprovalLimit,
        /^You may approve up to £6,000.00, and it comes to £6,000.01 with the £60.01 that you approved on this case before$/,
      );
    draft
      .when(limited(600_000, 6_000))
      .thenEvents([{ ...approved, data: { ...approved.data, countedPence: pence(600_000) } }]);
  });

  it('is above the limit of the agreement only for a right on record that reaches so far', () => {
    const limits = { besidePence: pence(0), agreedLimitPence: pence(500_000) };
    const words =
      /^By the local agreement a sum above £5,000.00 is approved by the chief finance officer .* and it comes to £5,940.00$/;
    const data = { ...approved.data, countedPence: pence(594_000) };
    draft.when(approving({ limits })).thenRefused(AboveAgreedLimit, words);
    draft
      .when(approving({ limits, acting: { ...approver, grant: 'SM-1-1' } }))
      .thenEvents([{ ...approved, data }]);
    draft.when(limited(594_000, 0, 500_000)).thenEvents([{ ...approved, data }]);
    draft.when(limited(500_000, 0, 500_000)).thenRefused(OverApprovalLimit);
    const atTheLimit = { besidePence: pence(0), agreedLimitPence: pence(594_000) };
    draft.when(approving({ limits: atTheLimit })).thenEvents([{ ...approved, data }]);
  });

  it('holds for a credit as for the sum that it takes back', () => {
    const onTheTable = scenario(recharge).given(calculated, approved, issued, creditRequested);
    const acting = { ...approver, limitPence: pence(593_999) };
    onTheTable.when(creditRecharge({ ...creditTerms, acting })).thenRefused(OverApprovalLimit);
    onTheTable
      .when(creditRecharge({ ...creditTerms, agreedLimitPence: pence(1_000) }))
      .thenRefused(AboveAgreedLimit);
    onTheTable
      .when(creditRecharge({ ...creditTerms, acting: { ...approver, role: 'council-finance' } }))
      .thenRefused(NotAnApprover);
  });
});

describe('What counts together against a limit (APPROVAL-COUNTED-TOGETHER)', () => {
  const today = plainDate('2024-07-31');
  const on = (day: string) => recorded([calculated, { ...approved, occurredOn: plainDate(day) }]);
  const beside = (others: readonly RechargeRecord[], person = { id: approver.by }) =>
    approvedBeside('bridging', person, others, today);

  it('is what the same person approved in the thirty days before, the first of them not', () => {
    expect(addDays(today, -COUNTED_DAYS)).toBe('2024-07-01');
    expect(beside([on('2024-07-01'), on('2024-07-02'), on('2024-07-31')])).toHaveLength(2);
  });

  it('is nothing that somebody else approved, or nobody yet', () => {
    expect(beside([on('2024-07-30')], { id: 'council-approver-2' })).toEqual([]);
    expect(beside([recorded([calculated])])).toEqual([]);
  });

  it('is nothing of the other direction, and nothing that was credited or withdrawn', () => {
    const standing = on('2024-07-30');
    const [line] = standing.lines;
    const back = { ...standing, lines: [{ ...line!, kind: 'transfer-back' as const }] };
    const ended = (['credited', 'withdrawn'] as const).map((stage) => ({ ...standing, stage }));
    expect(beside([back, ...ended])).toEqual([]);
    expect(beside([{ ...standing, stage: 'issued' }])).toHaveLength(1);
  });
});

describe('An approval (APPROVAL-LAPSES)', () => {
  const more = (count: number) => ({ ofCase: { ...facts.ofCase, count } });

  it('lapses with the next fact behind the sum, and nothing is issued until it is approved again', () => {
    const sum = scenario(recharge).given(calculated, approved);
    sum
      .when(issueRecharge({ ...issueTerms, facts: more(5) }))
      .thenRefused(
        ApprovalLapsed,
        /a fact behind the sum was recorded after it\. Have the recharge approved again$/,
      );
    sum
      .when(issueRecharge({ ...issueTerms, facts: more(6) }))
      .thenRefused(ApprovalLapsed, /: 2 facts behind the sum were recorded/);
    const again = { ...approved, data: { ...approved.data, restsOn: { caseFacts: 5 } } };
    sum
      .given(again)
      .when(issueRecharge({ ...issueTerms, facts: more(5) }))
      .thenEvents([issued]);
  });

  it('counts facts of leave only where it rested on some, and none where it is from before they were counted', () => {
    const leave = (count: number) => ({ ...facts, ofLeave: { count, by: [] } });
    expect(recordedSince({ restsOn: { caseFacts: 4 } }, leave(3))).toBe(0);
    expect(recordedSince({ restsOn: { caseFacts: 4, leaveFacts: 2 } }, leave(3))).toBe(1);
    expect(recordedSince({ restsOn: { caseFacts: 3, leaveFacts: 2 } }, leave(3))).toBe(2);
    expect(recordedSince({}, leave(3))).toBe(0);
  });
});
