import { DEFAULT_OPTIONS } from '../../src/agreement/domain/options.js';
import { pence } from '../../src/kernel/pence.js';
import { plainDate } from '../../src/kernel/plain-date.js';
import type { CaseAgreement, Stage } from '../../src/transfer-case/domain/case-record.js';
import {
  COMPLETION_ITEMS,
  type TransferCaseEvent,
} from '../../src/transfer-case/domain/transfer-case.events.js';

/**
 * A made-up case of Hertfordshire County Council and Herts and West Essex ICB in 2024, event by event: checklist received on
 * 31 January, decided late on 10 April, budget from 3 June. Specs change one fact at a time.
 */
export const CASE_REF = 'TC-7F3K92QD1M';
export const COUNCIL = 'E10000015';
export const NHS_BODY = 'QM7';

export const BOUND_AGREEMENT: CaseAgreement = {
  agreementId: 'AG-0A1B2C3D4E',
  version: 1,
  legalVehicle: 'nhs-act-section-75',
  options: { ...DEFAULT_OPTIONS },
};

type Fact<Type extends TransferCaseEvent['type']> = Extract<TransferCaseEvent, { type: Type }>;

export const alertRaised: Fact<'transfer-case.alert-raised'> = {
  type: 'transfer-case.alert-raised',
  occurredOn: plainDate('2024-01-15'),
  data: {
    caseRef: CASE_REF,
    personReference: 'P-20417',
    council: COUNCIL,
    nhsBody: NHS_BODY,
    assistants: [
      {
        assistantRef: 'PA-1',
        status: 'employed',
        startedOn: plainDate('2019-02-11'),
        weeklyHours: '30.5',
        hourlyRatePence: pence(1250),
      },
    ],
    wishesToKeepAssistants: true,
  },
};

export const alertAcknowledged: Fact<'transfer-case.alert-acknowledged'> = {
  type: 'transfer-case.alert-acknowledged',
  occurredOn: plainDate('2024-01-18'),
  data: { counterpart: 'staff-nhs-1' },
};

export const caseAssigned: Fact<'transfer-case.assigned'> = {
  type: 'transfer-case.assigned',
  occurredOn: plainDate('2024-01-16'),
  data: { side: 'council', assignee: 'rosalind' },
};

export const caseUnassigned: Fact<'transfer-case.unassigned'> = {
  type: 'transfer-case.unassigned',
  occurredOn: plainDate('2024-01-16'),
  data: { side: 'council', reason: 'left-the-team' },
};

export const checklistReceived: Fact<'transfer-case.checklist-received'> = {
  type: 'transfer-case.checklist-received',
  occurredOn: plainDate('2024-01-31'),
  data: { completedOn: plainDate('2024-01-29'), receivedOn: plainDate('2024-01-31') },
};

export const fastTrackReceived: Fact<'transfer-case.fast-track-received'> = {
  type: 'transfer-case.fast-track-received',
  occurredOn: plainDate('2024-03-05'),
  data: { receivedOn: plainDate('2024-03-05') },
};

export const decidedEligible: Fact<'transfer-case.eligibility-decided'> = {
  type: 'transfer-case.eligibility-decided',
  occurredOn: plainDate('2024-04-10'),
  data: { outcome: 'eligible', decidedOn: plainDate('2024-04-10'), notifiedOn: plainDate('2024-04-12') },
};

export const decidedNotEligible: Fact<'transfer-case.eligibility-decided'> = {
  ...decidedEligible,
  data: { ...decidedEligible.data, outcome: 'not-eligible' },
};

export const decisionRevised: Fact<'transfer-case.decision-revised'> = {
  type: 'transfer-case.decision-revised',
  occurredOn: plainDate('2024-09-02'),
  data: {
    originalDecidedOn: plainDate('2024-04-10'),
    revisedOn: plainDate('2024-09-02'),
    notifiedOn: plainDate('2024-09-04'),
  },
};

export const delayClassified = (
  delay: 'justified' | 'unjustified' | 'unknown',
): Fact<'transfer-case.delay-classified'> => ({
  type: 'transfer-case.delay-classified',
  occurredOn: plainDate('2024-04-10'),
  data: {
    delay,
    reasonCode: delay === 'justified' ? 'evidence-late-from-third-party' : 'assessor-shortage',
    decidedBy: 'nhs-body',
  },
});

/** From the decision on, with day 29 up to it held, since nobody has said whether the delay was justified. */
export const liabilityWithHeldDays: Fact<'transfer-case.liability-date-determined'> = {
  type: 'transfer-case.liability-date-determined',
  occurredOn: plainDate('2024-04-10'),
  data: {
    startsOn: plainDate('2024-04-10'),
    rule: 'R1',
    held: { from: plainDate('2024-02-28'), until: plainDate('2024-04-10') },
  },
};

export const liabilityFromDay29: Fact<'transfer-case.liability-date-determined'> = {
  type: 'transfer-case.liability-date-determined',
  occurredOn: plainDate('2024-04-10'),
  data: { startsOn: plainDate('2024-02-28'), rule: 'R3' },
};

export const agreementBound: Fact<'transfer-case.agreement-bound'> = {
  type: 'transfer-case.agreement-bound',
  occurredOn: plainDate('2024-04-15'),
  data: BOUND_AGREEMENT,
};

/** The council proposes that the case keeps the second version. */
export const agreementChangeSigned: Fact<'transfer-case.agreement-change-signed'> = {
  type: 'transfer-case.agreement-change-signed',
  occurredOn: plainDate('2024-06-17'),
  data: {
    agreementId: BOUND_AGREEMENT.agreementId,
    version: 2,
    side: 'council',
    by: 'staff-council-2',
    reasonCode: 'rate-basis-agreed',
  },
};

/** The review is due eight weeks after the decision was notified. */
export const bridgingOpened: Fact<'transfer-case.bridging-opened'> = {
  type: 'transfer-case.bridging-opened',
  occurredOn: plainDate('2024-04-15'),
  data: { reviewDueOn: plainDate('2024-06-07') },
};

export const awardRateSet: Fact<'transfer-case.award-rate-set'> = {
  type: 'transfer-case.award-rate-set',
  occurredOn: plainDate('2023-04-03'),
  data: { from: plainDate('2023-04-03'), weeklyGrossPence: pence(51_219) },
};

export const contributionSet: Fact<'transfer-case.contribution-set'> = {
  type: 'transfer-case.contribution-set',
  occurredOn: plainDate('2023-04-03'),
  data: { from: plainDate('2023-04-03'), weeklyPence: pence(8_743) },
};

export const paymentMade: Fact<'transfer-case.payment-made'> = {
  type: 'transfer-case.payment-made',
  occurredOn: plainDate('2024-04-15'),
  data: {
    paymentReference: 'DP-0001',
    payer: COUNCIL,
    paidOn: plainDate('2024-04-15'),
    from: plainDate('2024-04-15'),
    until: plainDate('2024-05-13'),
    amountPence: pence(204_876),
  },
};

export const phbCoverStarted: Fact<'transfer-case.phb-cover-started'> = {
  type: 'transfer-case.phb-cover-started',
  occurredOn: plainDate('2024-06-03'),
  data: { startsOn: plainDate('2024-06-03') },
};

export const directPaymentStopped: Fact<'transfer-case.direct-payment-stopped'> = {
  type: 'transfer-case.direct-payment-stopped',
  occurredOn: plainDate('2024-06-02'),
  data: { lastDayCovered: plainDate('2024-06-02') },
};

export const deathRecorded: Fact<'transfer-case.death-recorded'> = {
  type: 'transfer-case.death-recorded',
  occurredOn: plainDate('2024-05-07'),
  data: { diedOn: plainDate('2024-05-07') },
};

export const chcDeclined: Fact<'transfer-case.chc-declined'> = {
  type: 'transfer-case.chc-declined',
  occurredOn: plainDate('2024-05-13'),
  data: { declinedFrom: plainDate('2024-05-13'), documentReference: 'LETTER-8' },
};

export const jointPackageSet: Fact<'transfer-case.joint-package-set'> = {
  type: 'transfer-case.joint-package-set',
  occurredOn: plainDate('2024-05-13'),
  data: {
    from: plainDate('2024-05-13'),
    parts: [{ part: 'council-own', share: '0.4' }],
    remainder: 'bridged',
  },
};

export const suspensionRecorded: Fact<'transfer-case.suspension-recorded'> = {
  type: 'transfer-case.suspension-recorded',
  occurredOn: plainDate('2024-05-20'),
  data: {
    from: plainDate('2024-05-20'),
    until: plainDate('2024-06-03'),
    reason: 'hospital',
    paid: 'reduced',
    weeklyPence: pence(20_000),
  },
};

export const areaChanged: Fact<'transfer-case.area-changed'> = {
  type: 'transfer-case.area-changed',
  occurredOn: plainDate('2024-05-13'),
  data: {
    from: plainDate('2024-05-13'),
    nhsBody: 'QNC',
    reason: 'gp-registration',
    documentReference: 'GP-1',
  },
};

export const interimPayerAgreed: Fact<'transfer-case.interim-payer-agreed'> = {
  type: 'transfer-case.interim-payer-agreed',
  occurredOn: plainDate('2024-05-13'),
  data: { from: plainDate('2024-05-13'), interimPayer: 'QNC', documentReference: 'LETTER-9' },
};

export const transferCompleted: Fact<'transfer-case.transfer-completed'> = {
  type: 'transfer-case.transfer-completed',
  occurredOn: plainDate('2024-06-10'),
  data: { items: COMPLETION_ITEMS.map((item) => ({ item })) },
};

export const transferWithdrawn: Fact<'transfer-case.transfer-withdrawn'> = {
  type: 'transfer-case.transfer-withdrawn',
  occurredOn: plainDate('2024-05-01'),
  data: { reasonCode: 'person-stays-with-council' },
};

export const oneOffPaid: Fact<'transfer-case.one-off-paid'> = {
  type: 'transfer-case.one-off-paid',
  occurredOn: plainDate('2024-05-07'),
  data: {
    receiptReference: 'REC-118',
    kind: 'for-later-use',
    payer: COUNCIL,
    incurredOn: plainDate('2024-05-07'),
    benefit: { from: plainDate('2024-06-03'), until: plainDate('2025-06-03') },
    amountPence: pence(18_500),
    approval: { outcome: 'approved', by: 'phb-team-4', on: plainDate('2024-05-02') },
  },
};

/** As liability begins, on the day of the decision. */
export const openingBalanceStated: Fact<'transfer-case.opening-balance-stated'> = {
  type: 'transfer-case.opening-balance-stated',
  occurredOn: plainDate('2024-04-10'),
  data: {
    balanceOn: plainDate('2024-04-10'),
    balancePence: pence(40_000),
    statementReference: 'STATEMENT-2024-04',
  },
};

export const accountClosed: Fact<'transfer-case.account-closed'> = {
  type: 'transfer-case.account-closed',
  occurredOn: plainDate('2024-06-28'),
  data: {
    closedOn: plainDate('2024-06-28'),
    balancePence: pence(124_000),
    statementReference: 'STATEMENT-2024-06',
  },
};

export const balanceReclaimed: Fact<'transfer-case.balance-reclaimed'> = {
  type: 'transfer-case.balance-reclaimed',
  occurredOn: plainDate('2024-07-12'),
  data: {
    reclaimedOn: plainDate('2024-07-12'),
    amountPence: pence(124_000),
    reclaimReference: 'RECLAIM-31',
  },
};

/** Notice runs from 3 February to 2 March 2025, so the council is liable from 3 March. */
export const eligibilityLost: Fact<'transfer-case.eligibility-lost'> = {
  type: 'transfer-case.eligibility-lost',
  occurredOn: plainDate('2025-02-03'),
  data: { decidedOn: plainDate('2025-02-03'), notifiedOn: plainDate('2025-02-05') },
};

export const eligibilityOverturned: Fact<'transfer-case.eligibility-overturned'> = {
  type: 'transfer-case.eligibility-overturned',
  occurredOn: plainDate('2024-05-20'),
  data: {
    decidedOn: plainDate('2024-05-20'),
    lastDayLiable: plainDate('2024-05-19'),
    documentReference: 'PANEL-2024-17',
  },
};

export const councilBudgetSet: Fact<'transfer-case.council-budget-set'> = {
  type: 'transfer-case.council-budget-set',
  occurredOn: plainDate('2025-03-03'),
  data: { from: plainDate('2025-03-03'), weeklyPence: pence(84_000) },
};

export const phbRateSet: Fact<'transfer-case.phb-rate-set'> = {
  type: 'transfer-case.phb-rate-set',
  occurredOn: plainDate('2024-06-03'),
  data: { from: plainDate('2024-06-03'), weeklyPence: pence(98_000) },
};

export const councilCoverStarted: Fact<'transfer-case.council-cover-started'> = {
  type: 'transfer-case.council-cover-started',
  occurredOn: plainDate('2025-03-31'),
  data: { startsOn: plainDate('2025-03-31') },
};

export const budgetFormChosen: Fact<'transfer-case.budget-form-chosen'> = {
  type: 'transfer-case.budget-form-chosen',
  occurredOn: plainDate('2024-06-03'),
  data: { form: 'notional', from: plainDate('2024-06-03'), documentReference: 'PLAN-2024-41' },
};

export const reopeningRequested: Fact<'transfer-case.reopening-requested'> = {
  type: 'transfer-case.reopening-requested',
  occurredOn: plainDate('2024-07-01'),
  data: { reasonCode: 'decision-came-late', documentReference: 'LETTER-2024-77' },
};

export const caseReopened: Fact<'transfer-case.case-reopened'> = {
  type: 'transfer-case.case-reopened',
  occurredOn: plainDate('2024-07-02'),
  data: { reasonCode: 'decision-came-late', documentReference: 'LETTER-2024-77' },
};

export const caseMerged: Fact<'transfer-case.case-merged'> = {
  type: 'transfer-case.case-merged',
  occurredOn: plainDate('2024-05-20'),
  data: { into: 'TC-2B8M61WXC4', reasonCode: 'duplicate', documentReference: 'NOTE-2024-12' },
};

const toAcknowledged = [alertRaised, alertAcknowledged];
const toAssessing = [...toAcknowledged, checklistReceived];
const toEligible = [...toAssessing, decidedEligible, liabilityWithHeldDays];
const toBridging = [...toEligible, agreementBound, bridgingOpened];
const toPhbStarted = [...toBridging, phbCoverStarted, directPaymentStopped];
const toComplete = [...toPhbStarted, transferCompleted];
const toTransferringBack = [...toComplete, eligibilityLost];

/** The history that leads to each stage. */
export const HISTORY_TO: Readonly<Record<'none' | Stage, readonly TransferCaseEvent[]>> = {
  none: [],
  alerted: [alertRaised],
  acknowledged: toAcknowledged,
  assessing: toAssessing,
  'not-eligible': [...toAssessing, decidedNotEligible],
  eligible: toEligible,
  bridging: toBridging,
  'phb-started': toPhbStarted,
  complete: toComplete,
  'transferring-back': toTransferringBack,
  'back-with-council': [...toTransferringBack, councilBudgetSet, councilCoverStarted],
  withdrawn: [...toAcknowledged, transferWithdrawn],
  merged: [...toBridging, caseMerged],
};
