import type { AgreementOptions } from '../../src/agreement/index.js';
import type { CASES } from './every-option.fixtures.js';

/** One value of an option, tried on a case instead of the default (or of what `under` chooses). */
export interface TriedValue {
  readonly to: string | number;
  readonly on: keyof typeof CASES;
  /** What else the agreement chooses, where the option says something only beside another. */
  readonly under?: Partial<AgreementOptions>;
  /** Every figure that changes, `before -> after`: pence, days or words. A figure that is not named stays. */
  readonly changes: Readonly<Record<string, string>>;
  /** What the option decides instead, where it changes no figure of any case; only there. */
  readonly governs?: string;
}

const NOBODY_YET = 'It is kept and shown; nothing is worked out or refused by it yet.';

/**
 * What each value of each option of an agreement changes. An option without a row does not compile; one that has a single
 * value has nothing to try.
 */
export const EVERY_OPTION: Readonly<Record<keyof AgreementOptions, readonly TriedValue[]>> = {
  documentRoute: [
    {
      to: 'nhs-self-bills',
      on: 'charged',
      changes: {
        'recharge.document-route': 'council-invoices-nhs -> nhs-self-bills',
      },
    },
    {
      to: 'pooled-fund-journal',
      on: 'charged',
      changes: {
        'recharge.document-route': 'council-invoices-nhs -> pooled-fund-journal',
      },
    },
  ],
  bridgingReviewWeeks: [
    {
      to: 6,
      on: 'charged',
      changes: {
        'bridging.first-review': '2024-06-07 -> 2024-05-24',
        'bridging.next-review': '2024-06-21 -> 2024-06-07',
      },
    },
  ],
  bridgingReviewStepDays: [
    {
      to: 7,
      on: 'charged',
      changes: {
        'bridging.next-review': '2024-06-21 -> 2024-06-14',
      },
    },
  ],
  grossBasis: [
    {
      to: 'full',
      on: 'charged',
      changes: {
        'charge.total': '413619 -> 448591',
        'charge.days from 2024-04-10': '360146 -> 395118',
      },
    },
    {
      to: 'net',
      on: 'charged',
      changes: {
        'charge.total': '413619 -> 381145',
        'charge.days from 2024-04-10': '360146 -> 327672',
      },
    },
  ],
  creditMethod: [
    {
      to: 'fifo',
      on: 'reclaimed',
      changes: {
        'charge.total': '280778 -> 271118',
        'charge.account-credit': '114340 -> 124000',
      },
    },
    {
      to: 'pro-rata',
      on: 'reclaimed',
      changes: {
        'charge.total': '280778 -> 274077',
        'charge.account-credit': '114340 -> 121041',
      },
    },
  ],
  costBasis: [
    {
      to: 'actual-spend',
      on: 'unreclaimed',
      changes: {
        'charge.total': '395118 -> 280778',
        'charge.account-credit': 'none -> 114340',
      },
    },
  ],
  oneOffForLaterUse: [
    {
      to: 'refused-unless-approved-before',
      on: 'unsaid',
      changes: {
        'charge.total': 'pending -> 395118',
        'charge.one-off LATER': 'pending -> 0',
      },
    },
  ],
  oneOffAnnual: [
    {
      to: 'incurred-date',
      on: 'charged',
      changes: {
        'charge.total': '413619 -> 415646',
        'charge.one-off ANNUAL': '16473 -> 18500',
      },
    },
  ],
  oneOffBeforeLiability: [
    {
      to: 'unexpired-by-benefit-period',
      on: 'charged',
      changes: {
        'charge.total': '413619 -> 430092',
        'charge.one-off BEFORE': '0 -> 16473',
      },
    },
  ],
  oneOffBackPay: [
    {
      to: 'incurred-date',
      on: 'charged',
      changes: {
        'charge.total': '413619 -> 432119',
        'charge.one-off BACK-PAY': '0 -> 18500',
      },
    },
  ],
  oneOffRespite: [
    {
      to: 'nhs-up-to-cap',
      on: 'charged',
      under: { oneOffRespiteCapPence: 5000 },
      changes: {
        'charge.total': '413619 -> 400119',
        'charge.one-off RESPITE': '18500 -> 5000',
      },
    },
  ],
  oneOffRespiteCapPence: [
    {
      to: 5000,
      on: 'charged',
      under: { oneOffRespite: 'nhs-up-to-cap' },
      changes: {
        'charge.total': '395119 -> 400119',
        'charge.one-off RESPITE': '0 -> 5000',
      },
    },
  ],
  limitationWarningYears: [
    {
      to: 3,
      on: 'charged',
      changes: {
        'charge.claim-before from 2024-04-10': '2030-04-08 -> 2027-04-08',
      },
    },
  ],
  transferBackNoticeDays: [
    {
      to: 35,
      on: 'returned',
      changes: {
        'transfer-back.total QM7': '336000 -> 252000',
      },
    },
  ],
  transferBackRate: [
    {
      to: 'actual-phb-rate',
      on: 'returned',
      changes: {
        'transfer-back.total QM7': '336000 -> 392000',
      },
    },
  ],
  redundancyUnit: [
    {
      to: 'months',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 490463',
        'redundancy.share QJG': '39426 -> 39470',
        'redundancy.share access-to-work': '19713 -> 19735',
        'redundancy.share QM7': '4664 -> 4732',
        'redundancy.payment QM7 to assistant': '534687 -> 534665',
        'redundancy.payment E10000015 to QM7': '490597 -> 490463',
        'redundancy.payment QJG to QM7': '39426 -> 39470',
      },
    },
    {
      to: 'whole-years',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 490552',
        'redundancy.share QJG': '39426 -> 39453',
        'redundancy.share access-to-work': '19713 -> 19727',
        'redundancy.share QM7': '4664 -> 4668',
        'redundancy.payment QM7 to assistant': '534687 -> 534673',
        'redundancy.payment E10000015 to QM7': '490597 -> 490552',
        'redundancy.payment QJG to QM7': '39426 -> 39453',
      },
    },
    {
      to: 'hours-paid',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 490679',
        'redundancy.share QJG': '39426 -> 39226',
        'redundancy.share access-to-work': '19713 -> 19613',
        'redundancy.share QM7': '4664 -> 4882',
        'redundancy.payment QM7 to assistant': '534687 -> 534787',
        'redundancy.payment E10000015 to QM7': '490597 -> 490679',
        'redundancy.payment QJG to QM7': '39426 -> 39226',
      },
    },
    {
      to: 'money-paid',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 478679',
        'redundancy.share QJG': '39426 -> 47183',
        'redundancy.share access-to-work': '19713 -> 23592',
        'redundancy.share QM7': '4664 -> 4946',
        'redundancy.payment QM7 to assistant': '534687 -> 530808',
        'redundancy.payment E10000015 to QM7': '490597 -> 478679',
        'redundancy.payment QJG to QM7': '39426 -> 47183',
      },
    },
  ],
  redundancyPartYears: [
    {
      to: 'dropped',
      on: 'redundancy',
      under: { redundancyUnit: 'whole-years' },
      changes: {
        'redundancy.share E10000015': '490552 -> 554400',
        'redundancy.share QJG': '39453 -> 0',
        'redundancy.share access-to-work': '19727 -> 0',
        'redundancy.share QM7': '4668 -> 0',
        'redundancy.payment QM7 to assistant': '534673 -> 554400',
        'redundancy.payment E10000015 to QM7': '490552 -> 554400',
        'redundancy.payment QJG to QM7': '39453 -> none',
      },
    },
    {
      to: 'nearest-half',
      on: 'redundancy',
      under: { redundancyUnit: 'whole-years' },
      changes: {
        'redundancy.share E10000015': '490552 -> 495000',
        'redundancy.share QJG': '39453 -> 39600',
        'redundancy.share access-to-work': '19727 -> 19800',
        'redundancy.share QM7': '4668 -> 0',
        'redundancy.payment QM7 to assistant': '534673 -> 534600',
        'redundancy.payment E10000015 to QM7': '490552 -> 495000',
        'redundancy.payment QJG to QM7': '39453 -> 39600',
      },
    },
  ],
  redundancyService: [
    {
      to: 'last-twenty-years',
      on: 'long',
      changes: {
        'redundancy.share E10000015': '335504 -> 277162',
        'redundancy.share QJG': '218896 -> 277238',
        'redundancy.payment E10000015 to QJG': '335504 -> 277162',
      },
    },
    {
      to: 'years-that-count',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 489821',
        'redundancy.share QJG': '39426 -> 39905',
        'redundancy.share access-to-work': '19713 -> 19953',
        'redundancy.share QM7': '4664 -> 4721',
        'redundancy.payment QM7 to assistant': '534687 -> 534447',
        'redundancy.payment E10000015 to QM7': '490597 -> 489821',
        'redundancy.payment QJG to QM7': '39426 -> 39905',
      },
    },
  ],
  redundancyFundingGap: [
    {
      to: 'last-funder',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 478216',
        'redundancy.share QJG': '39426 -> 47789',
        'redundancy.share access-to-work': '19713 -> 23895',
        'redundancy.share QM7': '4664 -> 4500',
        'redundancy.payment QM7 to assistant': '534687 -> 530505',
        'redundancy.payment E10000015 to QM7': '490597 -> 478216',
        'redundancy.payment QJG to QM7': '39426 -> 47789',
      },
    },
    {
      to: 'next-funder',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 492842',
        'redundancy.share QJG': '39426 -> 38039',
        'redundancy.share access-to-work': '19713 -> 19019',
        'redundancy.share QM7': '4664 -> 4500',
        'redundancy.payment QM7 to assistant': '534687 -> 535381',
        'redundancy.payment E10000015 to QM7': '490597 -> 492842',
        'redundancy.payment QJG to QM7': '39426 -> 38039',
      },
    },
  ],
  redundancyJointDays: [
    {
      to: 'equal',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 500454',
        'redundancy.share QJG': '39426 -> 29569',
        'redundancy.payment E10000015 to QM7': '490597 -> 500454',
        'redundancy.payment QJG to QM7': '39426 -> 29569',
      },
    },
    {
      to: 'lead-funder',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 470885',
        'redundancy.share QJG': '39426 -> 59138',
        'redundancy.payment E10000015 to QM7': '490597 -> 470885',
        'redundancy.payment QJG to QM7': '39426 -> 59138',
      },
    },
  ],
  redundancyOtherFunders: [
    {
      to: 'left-out',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 508685',
        'redundancy.share QJG': '39426 -> 40879',
        'redundancy.share access-to-work': '19713 -> none',
        'redundancy.share QM7': '4664 -> 4836',
        'redundancy.payment QM7 to assistant': '534687 -> 554400',
        'redundancy.payment E10000015 to QM7': '490597 -> 508685',
        'redundancy.payment QJG to QM7': '39426 -> 40879',
      },
    },
  ],
  redundancyHoursAndPay: [
    {
      to: 'weighted-by-cost',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 498776',
        'redundancy.share QJG': '39426 -> 33290',
        'redundancy.share access-to-work': '19713 -> 16645',
        'redundancy.share QM7': '4664 -> 5689',
        'redundancy.payment QM7 to assistant': '534687 -> 537755',
        'redundancy.payment E10000015 to QM7': '490597 -> 498776',
        'redundancy.payment QJG to QM7': '39426 -> 33290',
      },
    },
  ],
  redundancyAboveStatutory: [
    {
      to: 'shared-if-approved-before',
      on: 'aboveStatutory',
      changes: {
        'redundancy.above-statutory': '0 -> 100000',
        'redundancy.residual': '554400 -> 654400',
        'redundancy.share E10000015': '490597 -> 579089',
        'redundancy.share QJG': '39426 -> 46537',
        'redundancy.share access-to-work': '19713 -> 23268',
        'redundancy.share QM7': '4664 -> 5506',
        'redundancy.payment QM7 to assistant': '534687 -> 631132',
        'redundancy.payment E10000015 to QM7': '490597 -> 579089',
        'redundancy.payment QJG to QM7': '39426 -> 46537',
      },
    },
  ],
  redundancyNoticeAndLeave: [
    {
      to: 'same-split',
      on: 'notice',
      changes: {
        'redundancy.notice-and-leave QM7': '400000 -> 3365',
        'redundancy.notice-and-leave E10000015': 'none -> 353966',
        'redundancy.notice-and-leave QJG': 'none -> 28446',
        'redundancy.notice-and-leave access-to-work': 'none -> 14223',
      },
    },
  ],
  redundancyReserves: [
    {
      to: 'before-insurance',
      on: 'insured',
      changes: {
        'redundancy.insurance-used': '400000 -> 254400',
        'redundancy.reserves-used': '154400 -> 300000',
      },
    },
  ],
  redundancyEstatePercent: [
    {
      to: '12.5',
      on: 'died',
      changes: {
        'redundancy.estate': '0 -> 69300',
        'redundancy.share E10000015': '490597 -> 429273',
        'redundancy.share QJG': '39426 -> 34497',
        'redundancy.share access-to-work': '19713 -> 17249',
        'redundancy.share QM7': '4664 -> 4081',
        'redundancy.payment QM7 to assistant': '534687 -> 467851',
        'redundancy.payment E10000015 to QM7': '490597 -> 429273',
        'redundancy.payment QJG to QM7': '39426 -> 34497',
      },
    },
  ],
  redundancyCap: [
    {
      to: 'amount',
      on: 'redundancy',
      under: { redundancyCapPence: 100000 },
      changes: {
        'redundancy.share E10000015': '490597 -> 100000',
        'redundancy.share QM7': '4664 -> 395261',
        'redundancy.payment E10000015 to QM7': '490597 -> 100000',
      },
    },
    {
      to: 'percent-of-payment',
      on: 'redundancy',
      under: { redundancyCapPercent: '25' },
      changes: {
        'redundancy.share E10000015': '490597 -> 138600',
        'redundancy.share QM7': '4664 -> 356661',
        'redundancy.payment E10000015 to QM7': '490597 -> 138600',
      },
    },
  ],
  redundancyCapPence: [
    {
      to: 200000,
      on: 'redundancy',
      under: { redundancyCap: 'amount', redundancyCapPence: 100000 },
      changes: {
        'redundancy.share E10000015': '100000 -> 200000',
        'redundancy.share QM7': '395261 -> 295261',
        'redundancy.payment E10000015 to QM7': '100000 -> 200000',
      },
    },
  ],
  redundancyCapPercent: [
    {
      to: '50',
      on: 'redundancy',
      under: { redundancyCap: 'percent-of-payment', redundancyCapPercent: '25' },
      changes: {
        'redundancy.share E10000015': '138600 -> 277200',
        'redundancy.share QM7': '356661 -> 218061',
        'redundancy.payment E10000015 to QM7': '138600 -> 277200',
      },
    },
  ],
  redundancyMinimumPence: [
    {
      to: 600000,
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 0',
        'redundancy.share QJG': '39426 -> 0',
        'redundancy.share access-to-work': '19713 -> 0',
        'redundancy.share QM7': '4664 -> 554400',
        'redundancy.payment QM7 to assistant': '534687 -> 554400',
        'redundancy.payment E10000015 to QM7': '490597 -> none',
        'redundancy.payment QJG to QM7': '39426 -> none',
      },
    },
  ],
  redundancySeveralNhsBodies: [
    {
      to: 'last-settles-and-collects',
      on: 'redundancy',
      under: { redundancyPaidFirstBy: 'each-direct' },
      changes: {
        'redundancy.payment QJG to assistant': '39426 -> none',
        'redundancy.payment QM7 to assistant': '4664 -> 44090',
        'redundancy.payment QJG to QM7': 'none -> 39426',
      },
    },
  ],
  redundancyTimeBarYears: [
    {
      to: 3,
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 549179',
        'redundancy.share QJG': '39426 -> none',
        'redundancy.share access-to-work': '19713 -> none',
        'redundancy.share QM7': '4664 -> 5221',
        'redundancy.payment QM7 to assistant': '534687 -> 554400',
        'redundancy.payment E10000015 to QM7': '490597 -> 549179',
        'redundancy.payment QJG to QM7': '39426 -> none',
      },
    },
  ],
  redundancyPaidFirstBy: [
    {
      to: 'each-direct',
      on: 'redundancy',
      changes: {
        'redundancy.payment QM7 to assistant': '534687 -> 4664',
        'redundancy.payment E10000015 to QM7': '490597 -> none',
        'redundancy.payment QJG to QM7': '39426 -> none',
        'redundancy.payment E10000015 to assistant': 'none -> 490597',
        'redundancy.payment QJG to assistant': 'none -> 39426',
      },
    },
  ],
  redundancySelfFundedTime: [
    {
      to: 'employers-own-share',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 428008',
        'redundancy.share QJG': '39426 -> 34396',
        'redundancy.share access-to-work': '19713 -> 17198',
        'redundancy.share QM7': '4664 -> 4069',
        'redundancy.payment QM7 to assistant': '534687 -> 466473',
        'redundancy.payment E10000015 to QM7': '490597 -> 428008',
        'redundancy.payment QJG to QM7': '39426 -> 34396',
        'redundancy.share employer': 'none -> 70729',
      },
    },
  ],
  redundancyBridgingDays: [
    {
      to: 'payer-of-the-day',
      on: 'redundancy',
      changes: {
        'redundancy.share E10000015': '490597 -> 495262',
        'redundancy.share QJG': '39426 -> 39425',
        'redundancy.share QM7': '4664 -> none',
        'redundancy.payment QM7 to assistant': '534687 -> none',
        'redundancy.payment E10000015 to QM7': '490597 -> none',
        'redundancy.payment QJG to QM7': '39426 -> none',
        'redundancy.payment E10000015 to assistant': 'none -> 534687',
        'redundancy.payment QJG to E10000015': 'none -> 39425',
      },
    },
  ],
  redundancyPennyTie: [
    {
      to: 'earlier-funder',
      on: 'tied',
      changes: {
        'redundancy.share E10000015': '277199 -> 277200',
        'redundancy.share QJG': '277200 -> 277199',
        'redundancy.payment E10000015 to QJG': '277199 -> 277200',
      },
    },
  ],
  leaveSettlement: [
    {
      to: 'council-pays-nhs',
      on: 'leave',
      changes: {
        'leave.credit-line': '4971 -> 0',
        'leave.paid-by-itself': '0 -> 4971',
      },
    },
    {
      to: 'retain-in-account',
      on: 'leave',
      changes: {
        'leave.credit-line': '4971 -> 0',
        'leave.held-back': '0 -> 4971',
        'account.held-back-for-leave': 'none -> 4971',
      },
    },
    {
      to: 'nhs-absorbs',
      on: 'leave',
      changes: {
        'leave.owed-by-council': '4971 -> 0',
        'leave.credit-line': '4971 -> 0',
        'leave.absorbed': '0 -> 4971',
      },
    },
  ],
  leaveNegativeBalance: [
    {
      to: 'floor-at-zero',
      on: 'leaveTakenEarly',
      changes: {
        'leave.owed-by-council': '-67029 -> 0',
        'leave.credit-line': '-67029 -> 0',
      },
    },
  ],
  leaveOnCostPercent: [
    {
      to: '13.8',
      on: 'leave',
      changes: {
        'leave.owed-by-council': '4971 -> 5657',
        'leave.credit-line': '4971 -> 5657',
      },
    },
  ],
  rechargeQueryWorkingDays: [
    {
      to: 10,
      on: 'charged',
      changes: {
        'recharge.query-due': '2024-07-01 -> 2024-06-24',
      },
    },
  ],
  rechargePaymentDays: [
    {
      to: 14,
      on: 'charged',
      changes: {
        'recharge.payment-due': '2024-07-10 -> 2024-06-24',
      },
    },
  ],
  liabilityRulesAllowed: [
    {
      to: 'R1,R3,R4,R5',
      on: 'charged',
      changes: {},
      governs: 'Which facts may be recorded: one that leads to another rule is refused.',
    },
  ],
  liabilityEffectiveDate: [
    {
      to: 'recommendation',
      on: 'charged',
      changes: {},
      governs: 'What the NHS body states with its decision, which is what it says.',
    },
    {
      to: 'decision',
      on: 'charged',
      changes: {},
      governs: 'Which decision may be recorded: one with an earlier day is refused.',
    },
  ],
  bridgingExtensionBy: [
    { to: 'council', on: 'charged', changes: {}, governs: 'Who may extend bridging.' },
    { to: 'nhs-body', on: 'charged', changes: {}, governs: 'Who may extend bridging.' },
  ],
  bridgingHardStopWeeks: [{ to: 12, on: 'charged', changes: { 'bridging.hard-stop': 'none -> 2024-07-05' } }],
  rechargeRateBasis: [],
  rechargeRounding: [],
  rechargeInterest: [],
  jointShareKind: [
    { to: 'shares', on: 'charged', changes: {}, governs: 'Which joint package may be recorded.' },
    { to: 'fixed-sums', on: 'charged', changes: {}, governs: 'Which joint package may be recorded.' },
  ],
  overturnedPayments: [
    {
      to: 'returned',
      on: 'returned',
      changes: {},
      governs:
        'The lines of a new version after a paid one was credited, since the decision was overturned: what is owed by the facts is the same.',
    },
  ],
  rechargeTiming: [
    { to: 'when-cover-starts', on: 'charged', changes: { 'recharge.issue-due': '2024-07-10 -> 2024-07-03' } },
  ],
  rechargeIssueDays: [
    { to: 14, on: 'charged', changes: { 'recharge.issue-due': '2024-07-10 -> 2024-06-24' } },
  ],
  rechargePurchaseOrder: [
    {
      to: 'required',
      on: 'charged',
      changes: { 'recharge.purchase-order': 'not-required -> required' },
    },
  ],
  rechargeVat: [{ to: 'to-be-confirmed', on: 'charged', changes: { 'recharge.vat': '0 -> pending' } }],
  leaveCutOff: [
    {
      to: 'cover-start',
      on: 'leaveInBridging',
      changes: {
        'leave.outstanding-hours': '1512/365 -> 8394/365',
        'leave.owed-by-council': '4971 -> 27597',
        'leave.credit-line': '4971 -> 27597',
      },
    },
  ],
  leaveRateDate: [
    {
      to: 'cover-start',
      on: 'leaveInBridging',
      changes: {
        'leave.owed-by-council': '4971 -> 5592',
        'leave.credit-line': '4971 -> 5592',
      },
    },
  ],
  leaveYear: [
    { to: '1-april', on: 'leave', changes: {}, governs: 'What of a leave statement is shown to differ.' },
    { to: '1-january', on: 'leave', changes: {}, governs: 'What of a leave statement is shown to differ.' },
  ],
  hospitalFullWeeks: [
    {
      to: 6,
      on: 'inHospital',
      changes: {
        'hospital.paid-in-full-to from 2024-05-06': '2024-06-02 -> 2024-06-16',
        'hospital.paid-in-full-to from 2024-05-20': '2024-06-16 -> 2024-06-30',
      },
    },
  ],
  hospitalReviewWeeks: [
    {
      to: 8,
      on: 'inHospital',
      changes: {
        'hospital.review-due from 2024-05-06': '2024-06-03 -> 2024-07-01',
        'hospital.review-due from 2024-05-20': '2024-06-17 -> 2024-07-15',
      },
    },
  ],
  hospitalJoiningDays: [
    {
      to: 3,
      on: 'inHospital',
      changes: {
        'hospital.paid-in-full-to from 2024-05-20': '2024-06-16 -> none',
        'hospital.review-due from 2024-05-20': '2024-06-17 -> none',
      },
    },
  ],
  dbsRenewalYears: [{ to: 1, on: 'charged', changes: {}, governs: NOBODY_YET }],
  approvalBy: [],
  approvalLimitPence: [
    {
      to: 500_000,
      on: 'charged',
      changes: {},
      governs:
        'Above which sum a charge and its credit are approved only by somebody whose right on record reaches it.',
    },
  ],
  approvalAboveLimitBy: [],
  escalationPostCouncil: [
    {
      to: 'Head of direct payments',
      on: 'charged',
      changes: {},
      governs: 'Whom an open deadline of the case is put before once it has passed.',
    },
  ],
  escalationPostNhsBody: [
    {
      to: 'Head of personal health budgets',
      on: 'charged',
      changes: {},
      governs: 'Whom an open deadline of the case is put before once it has passed.',
    },
  ],
  accountReserves: [{ to: 'redundancy', on: 'charged', changes: {}, governs: NOBODY_YET }],
  retentionClass: [
    {
      to: 'six-years-after-contact',
      on: 'charged',
      changes: {},
      governs:
        'From when the details of the person may be removed, where no other case and not the organisation itself keeps them longer.',
    },
  ],
};
