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
  redundancyUnit: ['days', 'months', 'whole-years'],
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
  /** The unit in which the time that each body funded is weighed. */
  redundancyUnit: oneOf(OPTION_CHOICES.redundancyUnit),
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
  redundancyUnit: 'days',
  redundancySelfFundedTime: 'left-out',
  redundancyBridgingDays: 'liable-body',
  redundancyPennyTie: 'funder-on-last-day',
  leaveSettlement: 'net-off-recharge',
  leaveNegativeBalance: 'settled-both-ways',
  leaveOnCostPercent: '0',
  rechargeQueryWorkingDays: 15,
  rechargePaymentDays: 30,
};
