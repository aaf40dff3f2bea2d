import { describe, expect, it } from '@jest/globals';
import {
  BOUND_AGREEMENT,
  COUNCIL,
  HISTORY_TO,
  NHS_BODY,
  CASE_REF,
} from '../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import { closeAccount } from './account/close-account.decision.js';
import { reclaimBalance } from './account/reclaim-balance.decision.js';
import { stateOpeningBalance } from './account/state-opening-balance.decision.js';
import { acknowledgeAlert } from './acknowledge-alert/acknowledge-alert.decision.js';
import { agreeLiabilityDate } from './agree-liability-date/agree-liability-date.decision.js';
import { AlreadyRecorded } from './already-recorded.js';
import { assignCase } from './assign-case/assign-case.decision.js';
import { unassignCase } from './assign-case/unassign-case.decision.js';
import type { CaseDecision } from './case-decision.js';
import type { TransferCase } from './case-record.js';
import { agreeInterimPayer } from './change-area/agree-interim-payer.decision.js';
import { changeArea } from './change-area/change-area.decision.js';
import { changeAgreement } from './change-agreement/change-agreement.decision.js';
import { chooseBudgetForm } from './choose-budget-form/choose-budget-form.decision.js';
import { classifyDelay } from './classify-delay/classify-delay.decision.js';
import { completeTransfer } from './complete-transfer/complete-transfer.decision.js';
import { declineChc } from './decline-chc/decline-chc.decision.js';
import { decideEligibility } from './decide-eligibility/decide-eligibility.decision.js';
import { extendBridging } from './extend-bridging/extend-bridging.decision.js';
import { mergeCase } from './merge-case/merge-case.decision.js';
import { reopenCase } from './reopen-case/reopen-case.decision.js';
import { openBridging } from './open-bridging/open-bridging.decision.js';
import { raiseAlert } from './raise-alert/raise-alert.decision.js';
import { recordChecklist } from './record-checklist/record-checklist.decision.js';
import { recordContributionReceipt } from './record-contribution-receipt/record-contribution-receipt.decision.js';
import { recordDeath } from './record-death/record-death.decision.js';
import { retractDeath } from './record-death/retract-death.decision.js';
import { recordFastTrack } from './record-fast-track/record-fast-track.decision.js';
import { recordPayment } from './record-payment/record-payment.decision.js';
import { recordOneOff } from './record-one-off/record-one-off.decision.js';
import { overturnEligibility } from './transfer-back/overturn-eligibility.decision.js';
import { recordEligibilityLoss } from './transfer-back/record-eligibility-loss.decision.js';
import { setCouncilBudget } from './transfer-back/set-council-budget.decision.js';
import { setPhbRate } from './transfer-back/set-phb-rate.decision.js';
import { startCouncilCover } from './transfer-back/start-council-cover.decision.js';
import { reviseDecision } from './revise-decision/revise-decision.decision.js';
import { setAwardRate } from './set-award-rate/set-award-rate.decision.js';
import { recordSuspension } from './record-suspension/record-suspension.decision.js';
import { setJointPackage } from './set-joint-package/set-joint-package.decision.js';
import { setContribution } from './set-contribution/set-contribution.decision.js';
import { CaseNotReady, nextSteps, STEPS, type Step } from './stages.js';
import { startPhbCover } from './start-phb-cover/start-phb-cover.decision.js';
import { stopDirectPayment } from './stop-direct-payment/stop-direct-payment.decision.js';
import { transferCase, foldTransferCase } from './transfer-case.js';
import { withdraw } from './withdraw/withdraw.decision.js';

const day = plainDate('2024-07-01');
const today = plainDate('2024-07-01');
const period = { from: plainDate('2024-06-03'), until: plainDate('2024-06-10') };

/** Each step with terms that nobody has said before. */
const decisions: Readonly<Record<Step, CaseDecision>> = {
  'raise-alert': raiseAlert({
    caseRef: CASE_REF,
    personReference: 'P-99999',
    council: { code: COUNCIL, known: { name: 'Hertfordshire', kind: 'council', isLegal: true } },
    nhsBody: { code: NHS_BODY, known: { name: 'HWE', kind: 'integrated-care-board', isLegal: true } },
    alertedOn: day,
    assistants: [],
    wishesToKeepAssistants: true,
    today,
  }),
  'acknowledge-alert': acknowledgeAlert({ acknowledgedOn: day, counterpart: 'staff-nhs-2', today }),
  'record-checklist': recordChecklist({ completedOn: day, receivedOn: day, today }),
  'record-fast-track': recordFastTrack({ receivedOn: plainDate('2024-02-01'), today }),
  'decide-eligibility': decideEligibility({ outcome: 'eligible', decidedOn: day, notifiedOn: day, today }),
  'revise-decision': reviseDecision({
    originalDecidedOn: plainDate('2024-04-10'),
    revisedOn: day,
    notifiedOn: day,
    today,
  }),
  'classify-delay': classifyDelay({
    delay: 'unjustified',
    reasonCode: 'assessor-shortage',
    decidedBy: 'nhs-body',
    today,
  }),
  'agree-liability-date': agreeLiabilityDate({
    startsOn: day,
    documentReference: 'LETTER-7',
    agreedOn: day,
    today,
  }),
  'change-agreement': changeAgreement({
    agreement: { ...BOUND_AGREEMENT, version: 2 },
    side: 'council',
    signer: { id: 'staff-council-2' },
    reasonCode: 'rate-basis-agreed',
    signedOn: day,
  }),
  'open-bridging': openBridging({
    openedOn: day,
    inForce: { agreement: BOUND_AGREEMENT, reviewWeeks: 8 },
    today,
  }),
  'extend-bridging': extendBridging({
    agreed: { bridgingReviewStepDays: 14, bridgingExtensionBy: 'either-body', bridgingHardStopWeeks: 0 },
    side: 'council',
    until: plainDate('2024-08-01'),
    approver: { id: 'staff-council-2' },
    reasonCode: 'plan-not-signed',
    approvedOn: day,
    today,
  }),
  'set-award-rate': setAwardRate({ from: day, weeklyPence: pence(51_219) }),
  'set-contribution': setContribution({ from: day, weeklyPence: pence(8_743) }),
  'record-payment': recordPayment({
    reference: 'DP-0002',
    payer: COUNCIL,
    side: 'council',
    paidOn: day,
    ...period,
    amountPence: pence(51_219),
    today,
  }),
  'record-contribution-receipt': recordContributionReceipt({
    reference: 'CR-0001',
    paidOn: day,
    ...period,
    amountPence: pence(8_743),
    today,
  }),
  'record-one-off': recordOneOff({
    receiptReference: 'REC-1',
    kind: 'annual',
    payer: COUNCIL,
    incurredOn: day,
    amountPence: pence(11_900),
    today,
  }),
  'state-opening-balance': stateOpeningBalance({
    balanceOn: day,
    balancePence: pence(40_000),
    statementReference: 'STATEMENT-1',
    today,
  }),
  'close-account': closeAccount({
    closedOn: day,
    balancePence: pence(124_000),
    statementReference: 'STATEMENT-2',
    today,
  }),
  'reclaim-balance': reclaimBalance({
    reclaimedOn: day,
    amountPence: pence(124_000),
    reclaimReference: 'RECLAIM-1',
    today,
  }),
  'record-eligibility-loss': recordEligibilityLoss({ decidedOn: day, notifiedOn: day, today }),
  'overturn-eligibility': overturnEligibility({
    decidedOn: day,
    lastDayLiable: day,
    documentReference: 'PANEL-1',
    today,
  }),
  'set-council-budget': setCouncilBudget({ from: day, weeklyPence: pence(84_000) }),
  'set-phb-rate': setPhbRate({ from: day, weeklyPence: pence(98_000) }),
  'start-council-cover': startCouncilCover({ startsOn: plainDate('2025-04-07') }),
  'set-joint-package': setJointPackage({
    from: day,
    parts: [{ part: 'council-own', share: '0.4' }],
    remainder: 'bridged',
    dividedBy: 'as-the-case-says',
  }),
  'record-suspension': recordSuspension({ ...period, reason: 'hospital', paid: 'in-full' }),
  'start-phb-cover': startPhbCover({ startsOn: day, withoutPrejudice: false, agreement: undefined }),
  'stop-direct-payment': stopDirectPayment({ lastDayCovered: day }),
  'change-area': changeArea({
    from: day,
    nhsBody: { code: 'QNC', known: { name: 'SSoT', kind: 'integrated-care-board', isLegal: true } },
    reason: 'gp-registration',
    documentReference: 'GP-1',
  }),
  'agree-interim-payer': agreeInterimPayer({
    from: day,
    interimPayer: { code: 'QNC', known: { name: 'SSoT', kind: 'integrated-care-board', isLegal: true } },
    documentReference: 'LETTER-9',
  }),
  'record-death': recordDeath({ diedOn: day, today }),
  'retract-death': retractDeath({ corrects: 'an-event', reasonCode: 'wrong-person', today }),
  'decline-chc': declineChc({ declinedFrom: day, documentReference: 'LETTER-8', today }),
  'complete-transfer': completeTransfer({ completedOn: day, items: [], today }),
  'choose-budget-form': chooseBudgetForm({ form: 'notional', from: day, documentReference: 'PLAN-1' }),
  'reopen-case': reopenCase({
    reopenedOn: day,
    reasonCode: 'decision-came-late',
    documentReference: 'LETTER-10',
    by: { id: 'anna' },
    today,
  }),
  'merge-case': mergeCase({
    mergedOn: day,
    into: { caseRef: 'TC-0000000002', council: COUNCIL, stage: 'bridging' },
    reasonCode: 'duplicate',
    documentReference: 'NOTE-1',
    today,
  }),
  'assign-case': assignCase({ side: 'council', assignee: 'anna', today }),
  'unassign-case': unassignCase({ side: 'council', reason: 'workload', today }),
  withdraw: withdraw({ withdrawnOn: day, reasonCode: 'person-stays-with-council', today }),
};

const stages = Object.keys(HISTORY_TO) as TransferCase['stage'][];

describe('What may happen next', () => {
  it.each(stages)('the example history leads to the stage %s', (stage) => {
    expect(foldTransferCase(recordedHistory(HISTORY_TO[stage])).stage).toBe(stage);
  });

  describe.each(stages)('while the case is %s', (stage) => {
    const allowed: readonly Step[] = nextSteps[stage];

    it.each(STEPS)('%s', (step) => {
      const state = foldTransferCase(recordedHistory(HISTORY_TO[stage]));
      expect(isTurnedAway(step, state, stage)).toBe(!allowed.includes(step));
    });
  });

  it('is told to whoever comes at the wrong stage', () => {
    const refusal = new CaseNotReady('start-phb-cover', 'not-eligible');
    expect(refusal.message).toBe('"Start PHB cover" is not possible while the case is not eligible');
    expect(refusal.facts).toEqual({ stage: 'not-eligible', nextSteps: nextSteps['not-eligible'] });
    expect([refusal.name, refusal.code, refusal.kind]).toEqual([
      'CaseNotReady',
      'case-not-ready',
      'conflict',
    ]);
  });

  it.each<[Step, TransferCase['stage'], string]>([
    ['withdraw', 'none', '"Withdraw" needs a case, and no alert has been raised'],
    ['decline-chc', 'phb-started', '"Decline CHC" is not possible while the case is PHB started'],
    ['set-phb-rate', 'bridging', '"Set PHB rate" is not possible while the case is bridging'],
    [
      'agree-interim-payer',
      'back-with-council',
      '"Agree interim payer" is not possible while the case is back with council',
    ],
    ['withdraw', 'transferring-back', '"Withdraw" is not possible while the case is transferring back'],
  ])('%s is told while the case is %s', (step, stage, sentence) => {
    expect(new CaseNotReady(step, stage).message).toBe(sentence);
  });

  it('begins with an alert', () => {
    expect(transferCase.beginsWith).toBe('transfer-case.alert-raised');
  });
});

/**
 * True when the stage is what the decision refuses. Other refusals look at the facts, so the stage was right; but an alert,
 * or an opening or completion, that is there already can only be repeated. Whatever is not refused is answered with events.
 */
function isTurnedAway(step: Step, state: TransferCase, stage: TransferCase['stage']): boolean {
  const answer = answerOf(decisions[step], state);
  if (answer instanceof CaseNotReady) {
    expect(answer).toMatchObject({ step, stage });
    return true;
  }
  if (answer instanceof AlreadyRecorded) return answer.facts.eventId === undefined;
  if (!(answer instanceof Refusal)) expect(answer).toEqual(expect.any(Array));
  return false;
}

function answerOf(decide: CaseDecision, state: TransferCase): unknown {
  try {
    return decide(state);
  } catch (refusal) {
    return refusal;
  }
}
