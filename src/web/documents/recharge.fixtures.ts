import type { Basis } from '../../kernel/basis.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { RechargeAnswer } from '../../recharge/index.js';

const pounds = (amount: string) => ({ amount, currency: 'GBP' as const });
const weeklyRate: Basis = {
  ...{ rule: 'WEEKLY-RATE', version: 1, title: 'Rate of the direct payment', source: 'Agreement clause 4' },
  certainty: 'sourced',
  inputs: { weeklyGrossPence: 74_250, from: '2024-05-01' },
  from: [],
};
const line: Basis = {
  ...{ rule: 'BRIDGING-LINE', version: 1, title: 'Days at one rate', source: 'Agreement clause 7.3' },
  certainty: 'unverified',
  inputs: { days: 56, weeklyPence: 74_250 },
  from: [weeklyRate],
};
const credit: Basis = {
  ...line,
  rule: 'LEAVE-CREDIT',
  title: 'Leave that was owed',
  inputs: {},
  from: [weeklyRate],
};
const total: Basis = {
  ...{ rule: 'RECHARGE-TOTAL', version: 1, title: 'The sum of the lines', source: 'Agreement clause 7' },
  certainty: 'product-decision',
  inputs: { totalPence: 581_499 },
  from: [line, credit],
};

/** Eight weeks in two lines, the second a credit, as the API answers once it is issued. */
export const issuedRecharge: Readonly<RechargeAnswer> = {
  rechargeRef: 'RC-0000000001',
  caseRef: 'TC-0000000001',
  status: 'issued',
  nextSteps: ['query-line', 'accept-line', 'credit'],
  waitingOn: ['debtor'],
  direction: 'bridging',
  document: 'recharge',
  creditor: 'E10000015',
  debtor: '06N',
  payableBy: 'QM7',
  total: pounds('5814.99'),
  outstanding: pounds('5814.99'),
  paymentDueOn: plainDate('2024-08-07'),
  queryDueOn: plainDate('2024-07-29'),
  documentRoute: 'council-invoices-nhs',
  agreementId: 'LA-0000000001',
  agreementVersion: 2,
  accepted: pounds('0.00'),
  paid: pounds('0.00'),
  credited: pounds('0.00'),
  refundToPerson: pounds('31.20'),
  contributionCancelled: pounds('0.00'),
  leavePendingFor: ['EM-0000000001'],
  calculatedOn: plainDate('2024-07-01'),
  documentDate: plainDate('2024-07-08'),
  invoiceReference: 'INV-1001',
  purchaseOrder: '=PO(77)',
  preparedBy: 'council-finance-1',
  approvedBy: 'council-approver-1',
  approvedOn: plainDate('2024-07-02'),
  basis: total,
  lines: [
    {
      number: 1,
      kind: 'bridging',
      from: plainDate('2024-05-01'),
      lastDay: plainDate('2024-06-25'),
      days: 56,
      weekly: pounds('742.50'),
      amount: pounds('5940.00'),
      runningTotal: pounds('5940.00'),
      basis: line,
      bodyAtTime: '06N',
      evidence: ['DP-0001', 'DP-0002'],
      outOfTime: false,
      answer: 'open',
    },
    {
      number: 2,
      kind: 'leave-credit',
      from: plainDate('2024-05-01'),
      lastDay: plainDate('2024-06-25'),
      days: 56,
      amount: pounds('-125.01'),
      runningTotal: pounds('5814.99'),
      basis: credit,
      bodyAtTime: '06N',
      evidence: [],
      outOfTime: true,
      answer: 'open',
    },
  ],
  payments: [],
};

/** The same before anybody issued it. */
const { documentDate: _documentDate, invoiceReference: _invoiceReference, ...unissued } = issuedRecharge;
export const draftRecharge: Readonly<RechargeAnswer> = {
  ...unissued,
  status: 'draft',
  nextSteps: ['approve'],
};
