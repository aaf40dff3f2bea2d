import {
  agreementBound,
  awardRateSet,
  balanceReclaimed,
  accountClosed,
  CASE_REF,
  contributionSet,
  councilBudgetSet,
  councilCoverStarted,
  COUNCIL,
  delayClassified,
  eligibilityLost,
  HISTORY_TO,
  liabilityWithHeldDays,
  NHS_BODY,
  oneOffPaid,
  openingBalanceStated,
  paymentMade,
  phbRateSet,
} from '../support/example-transfer-case.js';
import { recordedAcrossStreams, type InStream } from '../support/recorded.js';
import { DEFAULT_OPTIONS, type AgreementOptions, type BoundAgreement } from '../../src/agreement/index.js';
import type { DomainEvent } from '../../src/kernel/event.js';
import { pence } from '../../src/kernel/pence.js';
import { addDays, plainDate } from '../../src/kernel/plain-date.js';
import type { SubjectHistory } from '../../src/platform/projections/projection.js';
import type { TransferCaseEvent } from '../../src/transfer-case/index.js';
import type { WorkforceEvent } from '../../src/workforce/index.js';
import { ASSESSED, LEAVE_STATEMENT, STARTED } from '../../src/workforce/domain/workforce.fixtures.js';

const day = plainDate;
const OTHER_NHS_BODY = 'QJG';

/** The agreement of a case that chooses nothing but what is named. */
export const agreementWith = (options: Partial<AgreementOptions> = {}): BoundAgreement => ({
  agreementId: 'AG-0A1B2C3D4E',
  version: 1,
  legalVehicle: 'nhs-act-section-75',
  options: { ...DEFAULT_OPTIONS, ...options },
});

function history(
  ofCase: readonly TransferCaseEvent[],
  ofJob: readonly WorkforceEvent[] = [],
): SubjectHistory {
  const events: readonly InStream<DomainEvent>[] = [
    ...ofCase.map((event) => ({ stream: `transfer-case-${CASE_REF}`, event })),
    ...ofJob.map((event) => ({ stream: 'employment-EM-0000000001', event })),
  ];
  return { subject: CASE_REF, events: recordedAcrossStreams(events, { subject: CASE_REF }) };
}

/** Liable from 10 April 2024, bridged until 2 June, complete on 10 June. */
const complete: readonly TransferCaseEvent[] = [
  ...HISTORY_TO.complete,
  delayClassified('justified'),
  { ...liabilityWithHeldDays, data: { startsOn: day('2024-04-10'), rule: 'R1' } },
  { ...agreementBound, data: { ...agreementWith(), options: { ...DEFAULT_OPTIONS } } },
  awardRateSet,
];

/** Payments a week, net of the contribution of 87.43, for every day of bridging and the week before. */
const payments = Array.from({ length: 9 }, (_, week): TransferCaseEvent => {
  const from = addDays(day('2024-04-01'), week * 7);
  return {
    ...paymentMade,
    occurredOn: from,
    data: {
      ...paymentMade.data,
      paymentReference: `DP-${week}`,
      paidOn: from,
      from,
      until: addDays(from, 7),
      amountPence: pence(51_219 - 8_743),
    },
  };
});

const contributed: readonly TransferCaseEvent[] = [
  contributionSet,
  {
    type: 'transfer-case.contribution-received',
    occurredOn: day('2024-04-30'),
    data: {
      receiptReference: 'CR-1',
      receivedOn: day('2024-04-30'),
      from: day('2024-04-08'),
      until: day('2024-05-06'),
      amountPence: pence(4 * 8_743),
    },
  },
];

const oneOff = (
  receiptReference: string,
  kind: (typeof oneOffPaid)['data']['kind'],
  rest: Partial<(typeof oneOffPaid)['data']>,
): TransferCaseEvent => {
  const { approval: _, benefit: __, ...paid } = oneOffPaid.data;
  return { ...oneOffPaid, data: { ...paid, receiptReference, kind, ...rest } };
};
const benefit = { from: day('2024-03-01'), until: day('2025-03-01') };
const oneOffs: readonly TransferCaseEvent[] = [
  oneOff('LATER', 'for-later-use', { approval: { outcome: 'approved', on: day('2024-05-02') } }),
  oneOff('ANNUAL', 'annual', { incurredOn: day('2024-05-07'), benefit }),
  oneOff('BEFORE', 'before-liability', { incurredOn: day('2024-03-01'), benefit }),
  oneOff('BACK-PAY', 'back-pay', {
    incurredOn: day('2024-05-07'),
    benefit: { from: day('2024-01-01'), until: day('2024-03-01') },
  }),
  oneOff('RESPITE', 'respite-or-emergency', { incurredOn: day('2024-05-07') }),
];

/** Eleven days in hospital, three at home, and twelve in hospital again. */
const hospital = [
  { from: '2024-05-06', until: '2024-05-17' },
  { from: '2024-05-20', until: '2024-06-01' },
].map(({ from, until }): TransferCaseEvent => ({
  type: 'transfer-case.suspension-recorded',
  occurredOn: day(from),
  data: { from: day(from), until: day(until), reason: 'hospital', paid: 'in-full' },
}));

const account = [openingBalanceStated, accountClosed, balanceReclaimed];

const started: WorkforceEvent = { ...STARTED, data: { ...STARTED.data, caseRef: CASE_REF } };
const statement = (
  takenHours: string,
  more: { readonly takenInBridgingHours?: string } = {},
): WorkforceEvent => ({
  type: 'workforce.leave-statement-recorded',
  occurredOn: day('2024-06-05'),
  data: { ...LEAVE_STATEMENT, takenHours, ...more },
});
const funded = (
  from: string,
  until: string,
  shares: Readonly<Record<string, string>>,
  paid: { readonly hoursPaid: string; readonly moneyPaidPence: number },
): WorkforceEvent => ({
  type: 'workforce.funding-period-recorded',
  occurredOn: day(from),
  data: {
    from: day(from),
    until: day(until),
    shares: Object.entries(shares).map(([funder, share]) => ({ funder, share })),
    hoursPaid: paid.hoursPaid,
    moneyPaidPence: pence(paid.moneyPaidPence),
  },
});
const ended = (reason: 'redundancy' | 'employer-died'): WorkforceEvent => ({
  type: 'workforce.employment-ended',
  occurredOn: day('2024-04-30'),
  data: { lastDay: day('2024-04-30'), reason },
});
const assessed = (more: Partial<(typeof ASSESSED)['data']>): WorkforceEvent => ({
  ...ASSESSED,
  data: { ...ASSESSED.data, ...more },
});
const claim = (amountPence: number): WorkforceEvent => ({
  type: 'workforce.insurance-claim-updated',
  occurredOn: day('2024-05-20'),
  data: { claim: 'paid', amountPence: pence(amountPence) },
});

/**
 * A job from 1 April 2016 to 30 April 2024: the council's at first, then joint with Access to Work and another NHS body, three
 * months that nobody funded, a year of the council's, one of the employer alone, and the council's again, also while it bridged.
 */
const service: readonly WorkforceEvent[] = [
  started,
  funded('2016-04-01', '2018-04-11', { [COUNCIL]: '1' }, { hoursPaid: '3000', moneyPaidPence: 3_600_000 }),
  funded(
    '2018-04-11',
    '2019-04-01',
    { [COUNCIL]: '1/4', [OTHER_NHS_BODY]: '1/2', 'access-to-work': '1/4' },
    { hoursPaid: '1500', moneyPaidPence: 2_400_000 },
  ),
  funded('2019-07-01', '2020-07-01', { [COUNCIL]: '1' }, { hoursPaid: '1500', moneyPaidPence: 1_900_000 }),
  funded('2020-07-01', '2021-07-01', {}, { hoursPaid: '900', moneyPaidPence: 900_000 }),
  funded('2021-07-01', '2024-05-01', { [COUNCIL]: '1' }, { hoursPaid: '4600', moneyPaidPence: 6_200_000 }),
];
/** Since 1999, of which the council paid the first fifteen years. */
const longService: readonly WorkforceEvent[] = [
  { ...started, data: { ...STARTED.data, caseRef: CASE_REF, startedOn: day('1999-01-01') } },
  funded('1999-01-01', '2014-05-01', { [COUNCIL]: '1' }, { hoursPaid: '1', moneyPaidPence: 1 }),
  funded('2014-05-01', '2024-05-01', { [OTHER_NHS_BODY]: '1' }, { hoursPaid: '1', moneyPaidPence: 1 }),
];
/** Two funders of 1,476 days each, and an insurer that leaves them an odd sum. */
const halves: readonly WorkforceEvent[] = [
  started,
  funded('2016-04-01', '2020-04-16', { [COUNCIL]: '1' }, { hoursPaid: '1', moneyPaidPence: 1 }),
  funded('2020-04-16', '2024-05-01', { [OTHER_NHS_BODY]: '1' }, { hoursPaid: '1', moneyPaidPence: 1 }),
];
const raised: WorkforceEvent = {
  type: 'workforce.terms-changed',
  occurredOn: day('2021-04-01'),
  data: { from: day('2021-04-01'), weeklyHours: '40', hourlyRatePence: pence(1300) },
};
const raisedInBridging: WorkforceEvent = {
  type: 'workforce.terms-changed',
  occurredOn: day('2024-05-01'),
  data: { from: day('2024-05-01'), weeklyHours: '30.25', hourlyRatePence: pence(1350) },
};
const redundant = (...more: readonly WorkforceEvent[]): readonly WorkforceEvent[] => [
  ...service,
  raised,
  ended('redundancy'),
  ...more,
];

/** The cases of the table, each with what one group of options needs and nothing that another group would change. */
export const CASES = {
  /** 54 days, part of the contribution paid, one payment of each kind. */
  charged: history([...complete, ...payments, ...contributed, ...oneOffs]),
  /** The balance of the account was taken back. */
  reclaimed: history([...complete, ...payments, ...account]),
  /** The same account before the council took anything back. */
  unreclaimed: history([...complete, ...payments, openingBalanceStated, accountClosed]),
  inHospital: history([...complete, ...payments, ...hospital]),
  /** Nobody has said whether the payment for later use was approved. */
  unsaid: history([...complete, ...payments, oneOff('LATER', 'for-later-use', {})]),
  /** Eligibility was lost on 3 February 2025, and the NHS body pays on until 30 March. */
  returned: history([
    ...complete,
    ...payments,
    phbRateSet,
    eligibilityLost,
    councilBudgetSet,
    councilCoverStarted,
    ...[0, 1, 2, 3].map((week): TransferCaseEvent => ({
      ...paymentMade,
      occurredOn: addDays(day('2025-03-03'), week * 7),
      data: {
        paymentReference: `PHB-${week}`,
        payer: NHS_BODY,
        paidOn: addDays(day('2025-03-03'), week * 7),
        from: addDays(day('2025-03-03'), week * 7),
        until: addDays(day('2025-03-10'), week * 7),
        amountPence: pence(98_000),
      },
    })),
  ]),
  /** One PA with leave that was earned, and one who took more than that. */
  leave: history([...complete, ...payments], [started, statement('0')]),
  /** The same PA, with six hours taken in bridging and a rise from 1 May 2024. */
  leaveInBridging: history(
    [...complete, ...payments],
    [started, statement('0', { takenInBridgingHours: '6' }), raisedInBridging],
  ),
  leaveTakenEarly: history([...complete, ...payments], [started, statement('60')]),
  redundancy: history(complete, redundant(assessed({}), claim(0))),
  /** Insurance and reserves that pay more than everything. */
  insured: history(complete, redundant(assessed({ reservesPence: pence(300_000) }), claim(400_000))),
  long: history(complete, [...longService, ended('redundancy'), assessed({ completeYears: 25 }), claim(0)]),
  tied: history(complete, [...halves, ended('redundancy'), assessed({}), claim(1)]),
  died: history(complete, [...service, ended('employer-died'), assessed({}), claim(0)]),
  aboveStatutory: history(
    complete,
    redundant(
      assessed({ aboveStatutoryPence: pence(100_000), aboveStatutoryApprovedOn: day('2024-03-01') }),
      claim(0),
    ),
  ),
  notice: history(
    complete,
    redundant(
      assessed({
        noticePay: {
          noticeWeeks: 8,
          unservedDays: 56,
          amountPence: pence(369_600),
          basis: ASSESSED.data.basis,
        },
        untakenLeavePence: pence(30_400),
      }),
      claim(0),
    ),
  ),
} as const;
