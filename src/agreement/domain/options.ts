import { exactNumber, oneOf, record, wholeNumber, type ShapeOf } from '../../kernel/shape.js';

/** What makes it lawful that the council pays for the NHS body while the budget is set up. */
export const LEGAL_VEHICLES = [
  'nhs-act-section-75',
  'nhs-act-section-256',
  'nhs-act-section-76',
  'reimbursement-letter',
] as const;

export type LegalVehicle = (typeof LEGAL_VEHICLES)[number];

/** The values that each option of choice may take; the first of each is the default. */
export const OPTION_CHOICES = {
  documentRoute: ['council-invoices-nhs', 'nhs-self-bills', 'pooled-fund-journal'],
  grossBasis: ['evidenced', 'full', 'net'],
  creditMethod: ['opening-protected', 'fifo', 'pro-rata'],
  costBasis: ['direct-payment-paid', 'actual-spend'],
  oneOffForLaterUse: ['nhs-if-approved-before', 'refused-unless-approved-before'],
  oneOffAnnual: ['benefit-period', 'incurred-date'],
  oneOffBeforeLiability: ['council', 'unexpired-by-benefit-period'],
  oneOffBackPay: ['council', 'incurred-date'],
  oneOffRespite: ['nhs', 'nhs-up-to-cap'],
  transferBackRate: ['council-assessed-budget', 'actual-phb-rate'],
  redundancyUnit: ['days', 'months', 'whole-years', 'hours-paid', 'money-paid'],
  redundancyPartYears: ['kept', 'dropped', 'nearest-half'],
  redundancyService: ['whole-employment', 'last-twenty-years', 'years-that-count'],
  redundancyFundingGap: ['left-out', 'last-funder', 'next-funder'],
  redundancyJointDays: ['share-of-the-day', 'equal', 'lead-funder'],
  redundancyOtherFunders: ['own-share-not-recovered', 'left-out'],
  redundancyHoursAndPay: ['service-only', 'weighted-by-cost'],
  redundancyAboveStatutory: ['not-shared', 'shared-if-approved-before'],
  redundancyNoticeAndLeave: ['current-funder', 'same-split'],
  redundancyReserves: ['after-insurance', 'before-insurance'],
  redundancyCap: ['none', 'amount', 'percent-of-payment'],
  redundancySeveralNhsBodies: ['each-its-own-days', 'last-settles-and-collects'],
  redundancyPaidFirstBy: ['current-funder-then-recovers', 'each-direct'],
  redundancySelfFundedTime: ['left-out', 'employers-own-share'],
  redundancyBridgingDays: ['liable-body', 'payer-of-the-day'],
  redundancyPennyTie: ['funder-on-last-day', 'earlier-funder'],
  leaveSettlement: ['net-off-recharge', 'council-pays-nhs', 'retain-in-account', 'nhs-absorbs'],
  leaveNegativeBalance: ['settled-both-ways', 'floor-at-zero'],
} as const;

/** The choices that two bodies make in a local agreement, and that the figures of a case are worked out by. */
export const agreementOptions = record({
  /** Which way the recharge document goes. The money always goes from who was liable to who paid. */
  documentRoute: oneOf(OPTION_CHOICES.documentRoute),
  /** Weeks from the notified decision to the first review of bridging. A review point, never a cap. */
  bridgingReviewWeeks: wholeNumber,
  /** Days from one bridging review to the next. */
  bridgingReviewStepDays: wholeNumber,
  /**
   * Which cost the recharge claims: net payments plus the contributions that were really paid (`evidenced`), plus the
   * assessed contribution whether or not it was paid (`full`), or the net payments alone (`net`).
   */
  grossBasis: oneOf(OPTION_CHOICES.grossBasis),
  /** How money left unspent in the account is credited. */
  creditMethod: oneOf(OPTION_CHOICES.creditMethod),
  /** Whether the recharge claims what was paid into the account, or what was spent of it. */
  costBasis: oneOf(OPTION_CHOICES.costBasis),
  /** Training, checks and equipment that are bought in bridging for use after it. */
  oneOffForLaterUse: oneOf(OPTION_CHOICES.oneOffForLaterUse),
  /** Insurance and fees for a year: by the days that they are good for, or by the day on which they were bought. */
  oneOffAnnual: oneOf(OPTION_CHOICES.oneOffAnnual),
  /** What was bought before liability and is still good for some time. */
  oneOffBeforeLiability: oneOf(OPTION_CHOICES.oneOffBeforeLiability),
  /** Back pay for earlier weeks that is paid in bridging. */
  oneOffBackPay: oneOf(OPTION_CHOICES.oneOffBackPay),
  /** Respite and emergency cover. */
  oneOffRespite: oneOf(OPTION_CHOICES.oneOffRespite),
  /** The most of all respite and emergency cover of a case that the NHS body bears, in pence, where there is a cap. */
  oneOffRespiteCapPence: wholeNumber,
  /** Years after a payment from which finance is warned that a claim for it is out of time. A warning, never a bar. */
  limitationWarningYears: wholeNumber,
  /** Days of notice that the NHS body gives when eligibility ends, the day of the decision among them. */
  transferBackNoticeDays: wholeNumber,
  /** What the council owes for weeks after that notice: its own assessed budget, or what the NHS body really paid. */
  transferBackRate: oneOf(OPTION_CHOICES.transferBackRate),
  /** The unit in which the time that each body funded is weighed. */
  redundancyUnit: oneOf(OPTION_CHOICES.redundancyUnit),
  /** What becomes of the part of a month or a year where time is weighed in those; of no matter for other units. */
  redundancyPartYears: oneOf(OPTION_CHOICES.redundancyPartYears),
  /** Which time of service is shared over. */
  redundancyService: oneOf(OPTION_CHOICES.redundancyService),
  /** Whose days those are that nobody is recorded to have funded while the contract went on. */
  redundancyFundingGap: oneOf(OPTION_CHOICES.redundancyFundingGap),
  /** How a day with several funders counts; the lead funder is the one with the largest part of the day. */
  redundancyJointDays: oneOf(OPTION_CHOICES.redundancyJointDays),
  /** Funders that are neither council nor NHS body: a share of their own that nobody recovers, or left out. */
  redundancyOtherFunders: oneOf(OPTION_CHOICES.redundancyOtherFunders),
  /** Whether more hours or higher pay under one funder make its time weigh more. */
  redundancyHoursAndPay: oneOf(OPTION_CHOICES.redundancyHoursAndPay),
  /** What is paid above the statutory sum, by contract or by choice. */
  redundancyAboveStatutory: oneOf(OPTION_CHOICES.redundancyAboveStatutory),
  /** Who bears statutory notice and leave that is untaken at the end of the job. */
  redundancyNoticeAndLeave: oneOf(OPTION_CHOICES.redundancyNoticeAndLeave),
  /** Whether money set aside in the account counts before or after insurance. */
  redundancyReserves: oneOf(OPTION_CHOICES.redundancyReserves),
  /** What the estate of a dead employer contributes to what is left, in per cent, as exact text. */
  redundancyEstatePercent: exactNumber,
  /** The most that one body bears; what is above it falls on the current funder. */
  redundancyCap: oneOf(OPTION_CHOICES.redundancyCap),
  /** That cap in pence, where it is an amount. */
  redundancyCapPence: wholeNumber,
  /** That cap in per cent of the statutory payment, as exact text, where it is a part of it. */
  redundancyCapPercent: exactNumber,
  /** Payments below this are not shared, in pence; 0 for none. */
  redundancyMinimumPence: wholeNumber,
  /** Whether each of several NHS bodies answers for its own days, or the last pays for all and collects. */
  redundancySeveralNhsBodies: oneOf(OPTION_CHOICES.redundancySeveralNhsBodies),
  /** Years since it last funded after which a body owes nothing; 0 for no time bar. */
  redundancyTimeBarYears: wholeNumber,
  /** Who pays the PA first. */
  redundancyPaidFirstBy: oneOf(OPTION_CHOICES.redundancyPaidFirstBy),
  /** Whether time that nobody funded publicly is left out, or is the employer's own share. */
  redundancySelfFundedTime: oneOf(OPTION_CHOICES.redundancySelfFundedTime),
  /** Whose days the bridging weeks are: the body that was liable, or the body that paid. */
  redundancyBridgingDays: oneOf(OPTION_CHOICES.redundancyBridgingDays),
  /** Who gets the odd penny when remainders are equal. */
  redundancyPennyTie: oneOf(OPTION_CHOICES.redundancyPennyTie),
  /** How leave earned before the liability date reaches the new budget. */
  leaveSettlement: oneOf(OPTION_CHOICES.leaveSettlement),
  /** Whether leave taken too early is settled too, or counts as nothing owed. */
  leaveNegativeBalance: oneOf(OPTION_CHOICES.leaveNegativeBalance),
  /** On-costs on accrued leave, in per cent of its value, as exact text: `"0"`, `"13.8"`. */
  leaveOnCostPercent: exactNumber,
  /** Working days in which a line may be queried. Silence is not agreement. */
  rechargeQueryWorkingDays: wholeNumber,
  /** Days in which a valid recharge is paid. */
  rechargePaymentDays: wholeNumber,
});

export type AgreementOptions = ShapeOf<typeof agreementOptions>;

/** The options of an agreement that chooses nothing else. */
export const DEFAULT_OPTIONS: AgreementOptions = {
  documentRoute: 'council-invoices-nhs',
  bridgingReviewWeeks: 8,
  bridgingReviewStepDays: 14,
  grossBasis: 'evidenced',
  creditMethod: 'opening-protected',
  costBasis: 'direct-payment-paid',
  oneOffForLaterUse: 'nhs-if-approved-before',
  oneOffAnnual: 'benefit-period',
  oneOffBeforeLiability: 'council',
  oneOffBackPay: 'council',
  oneOffRespite: 'nhs',
  oneOffRespiteCapPence: 0,
  limitationWarningYears: 6,
  transferBackNoticeDays: 28,
  transferBackRate: 'council-assessed-budget',
  redundancyUnit: 'days',
  redundancyPartYears: 'kept',
  redundancyService: 'whole-employment',
  redundancyFundingGap: 'left-out',
  redundancyJointDays: 'share-of-the-day',
  redundancyOtherFunders: 'own-share-not-recovered',
  redundancyHoursAndPay: 'service-only',
  redundancyAboveStatutory: 'not-shared',
  redundancyNoticeAndLeave: 'current-funder',
  redundancyReserves: 'after-insurance',
  redundancyEstatePercent: '0',
  redundancyCap: 'none',
  redundancyCapPence: 0,
  redundancyCapPercent: '100',
  redundancyMinimumPence: 0,
  redundancySeveralNhsBodies: 'each-its-own-days',
  redundancyTimeBarYears: 0,
  redundancyPaidFirstBy: 'current-funder-then-recovers',
  redundancySelfFundedTime: 'left-out',
  redundancyBridgingDays: 'liable-body',
  redundancyPennyTie: 'funder-on-last-day',
  leaveSettlement: 'net-off-recharge',
  leaveNegativeBalance: 'settled-both-ways',
  leaveOnCostPercent: '0',
  rechargeQueryWorkingDays: 15,
  rechargePaymentDays: 30,
};
