import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { Acting } from './acting.js';
import { COUNCIL, eightWeeks, NHS_BODY } from './bridging.fixtures.js';
import type { ApproveTerms } from './approve/approve.decision.js';
import type { CalculateTerms } from './calculate/calculate.decision.js';
import type { CreditTerms } from './credit/credit.decision.js';
import type { FactsBehind } from './duties/facts-behind.js';
import type { IssueTerms } from './issue/issue.decision.js';
import type { RechargeFact } from './recharge.events.js';
import { bridgingRecharge } from './rules/bridging-recharge.js';

export const preparer: Acting = { by: 'council-finance-1', standsFor: [COUNCIL], role: 'council-finance' };
export const approver: Acting = { by: 'council-approver-1', standsFor: [COUNCIL], role: 'council-approver' };
export const nhsFinance: Acting = { by: 'nhs-finance-1', standsFor: [NHS_BODY], role: 'nhs-finance' };
export const outsider: Acting = {
  by: 'council-finance-9',
  standsFor: ['E10000028'],
  role: 'council-finance',
};

/** The recharge of the plain eight weeks, one line of £5,940.00, worked out after the transfer was complete. */
export const calculateTerms: CalculateTerms = {
  rechargeRef: 'RC-0000000001',
  caseRef: 'TC-0000000001',
  caseStage: 'complete',
  endedEarly: false,
  timing: 'when-transfer-complete',
  direction: 'bridging',
  calculatedOn: plainDate('2024-07-01'),
  bridging: bridgingRecharge(eightWeeks),
  liableBody: NHS_BODY,
  payingBody: COUNCIL,
  adjustments: { oneOffs: [], leave: [] },
  agreement: { agreementId: 'LA-0000000001', agreementVersion: 2, documentRoute: 'council-invoices-nhs' },
  acting: preparer,
};

export const calculated: RechargeFact<'recharge.calculated'> = {
  type: 'recharge.calculated',
  occurredOn: plainDate('2024-07-01'),
  data: {
    rechargeRef: 'RC-0000000001',
    caseRef: 'TC-0000000001',
    document: 'recharge',
    creditor: COUNCIL,
    debtor: NHS_BODY,
    documentRoute: 'council-invoices-nhs',
    agreementId: 'LA-0000000001',
    agreementVersion: 2,
    lines: [
      {
        number: 1,
        kind: 'bridging',
        from: plainDate('2024-05-01'),
        until: plainDate('2024-06-26'),
        days: 56,
        weeklyPence: pence(74_250),
        amountPence: pence(594_000),
        bodyAtTime: NHS_BODY,
        evidence: ['payment 2024-05-01', 'payment 2024-05-29'],
        claimBefore: plainDate('2030-05-01'),
        rule: 'BRIDGING-LINE',
        ruleVersion: 1,
        figures: {
          from: '2024-05-01',
          lastDay: '2024-06-25',
          days: 56,
          weeklyGrossPence: 74_250,
          weeklyContributionPence: 0,
          liableBody: NHS_BODY,
          grossPence: 594_000,
          netPence: 594_000,
          contributionPence: 0,
          contributionReceivedPence: 0,
          amountPence: 594_000,
          grossBasis: 'evidenced',
        },
      },
    ],
    totalPence: pence(594_000),
    refundToPersonPence: pence(0),
    contributionCancelledPence: pence(0),
    leavePendingFor: [],
    paidBeforePence: pence(0),
    by: preparer.by,
  },
};

/** The same recharge in two lines of 25 and 31 days, so that one can be queried while the other is paid. */
export const calculatedInTwo: RechargeFact<'recharge.calculated'> = {
  ...calculated,
  data: {
    ...calculated.data,
    lines: calculated.data.lines.flatMap((line) => [
      { ...line, until: plainDate('2024-05-26'), days: 25, amountPence: pence(265_179) },
      { ...line, number: 2, from: plainDate('2024-05-26'), days: 31, amountPence: pence(328_821) },
    ]),
  },
};

export const approved: RechargeFact<'recharge.approved'> = {
  type: 'recharge.approved',
  occurredOn: plainDate('2024-07-02'),
  data: { by: approver.by, totalPence: pence(594_000), restsOn: { caseFacts: 4 } },
};

/** Four facts of the case, recorded by two people of whom neither approves. */
export const facts: FactsBehind = {
  ofCase: { count: 4, by: [{ id: 'direct-payment-worker-1' }, { id: 'phb-worker-1' }] },
};

export const approveTerms: ApproveTerms = {
  approvedOn: plainDate('2024-07-02'),
  bridging: bridgingRecharge(eightWeeks),
  adjustments: { oneOffs: [] },
  facts,
  limits: { agreedLimitPence: pence(0), besidePence: pence(0) },
  acting: approver,
};

export const issueTerms: IssueTerms = {
  documentDate: plainDate('2024-07-08'),
  today: plainDate('2024-07-08'),
  invoiceReference: 'INV-1001',
  purchaseOrder: 'PO-77',
  agreed: { rechargePurchaseOrder: 'not-required', rechargeVat: 'outside-scope' },
  payer: { status: 'known', organisation: { code: NHS_BODY } },
  due: { paymentDueOn: plainDate('2024-08-07'), queryDueOn: plainDate('2024-07-29') },
  bridging: bridgingRecharge(eightWeeks),
  adjustments: { oneOffs: [] },
  facts,
  acting: preparer,
};

/** Made-up codes: NHS_BODY was split before the date of the document, and one of those that took over pays. */
export const successorChosen: RechargeFact<'recharge.successor-chosen'> = {
  type: 'recharge.successor-chosen',
  occurredOn: plainDate('2024-07-08'),
  data: {
    debtor: NHS_BODY,
    payableBy: 'ZNORTH',
    reasonCode: 'area-of-the-person',
    documentReference: 'SCHEME-1',
    by: preparer.by,
  },
};

export const issued: RechargeFact<'recharge.issued'> = {
  type: 'recharge.issued',
  occurredOn: plainDate('2024-07-08'),
  data: {
    documentDate: plainDate('2024-07-08'),
    invoiceReference: 'INV-1001',
    purchaseOrder: 'PO-77',
    payableBy: NHS_BODY,
    paymentDueOn: plainDate('2024-08-07'),
    queryDueOn: plainDate('2024-07-29'),
    by: preparer.by,
  },
};

export const queried = (line: number): RechargeFact<'recharge.line-queried'> => ({
  type: 'recharge.line-queried',
  occurredOn: plainDate('2024-07-15'),
  data: { line, reasonCode: 'rate-not-evidenced', by: nhsFinance.by },
});

export const accepted = (line: number): RechargeFact<'recharge.line-accepted'> => ({
  type: 'recharge.line-accepted',
  occurredOn: plainDate('2024-07-15'),
  data: { line, by: nhsFinance.by },
});

export const paid = (amountPence: number): RechargeFact<'recharge.paid'> => ({
  type: 'recharge.paid',
  occurredOn: plainDate('2024-07-20'),
  data: {
    paidOn: plainDate('2024-07-20'),
    amountPence: pence(amountPence),
    paymentReference: 'BACS-1',
    by: nhsFinance.by,
  },
});

export const creditRequested: RechargeFact<'recharge.credit-requested'> = {
  type: 'recharge.credit-requested',
  occurredOn: plainDate('2024-07-21'),
  data: { reasonCode: 'facts-changed', by: preparer.by },
};

export const creditTerms: CreditTerms = {
  reasonCode: 'facts-changed',
  creditedOn: plainDate('2024-07-22'),
  facts,
  agreedLimitPence: pence(0),
  acting: approver,
};

export const credited: RechargeFact<'recharge.credited'> = {
  type: 'recharge.credited',
  occurredOn: plainDate('2024-07-22'),
  data: { amountPence: pence(-594_000), reasonCode: 'facts-changed', by: approver.by },
};

export const withdrawn: RechargeFact<'recharge.withdrawn'> = {
  type: 'recharge.withdrawn',
  occurredOn: plainDate('2024-07-03'),
  data: { reasonCode: 'calculated-in-error', by: preparer.by },
};
