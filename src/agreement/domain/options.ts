import { exactNumber, oneOf, record, wholeNumber, type ShapeOf } from '../../kernel/shape.js';

/** What makes it lawful that the council pays for the NHS body while the budget is set up. */
export const LEGAL_VEHICLES = [
  'nhs-act-section-75',
  'nhs-act-section-256',
  'nhs-act-section-76',
  'reimbursement-letter',
] as const;

/** The choices that two bodies make in a local agreement, and that the figures of a case are worked out by. */
export const agreementOptions = record({
  /** Which way the recharge document goes. The money always goes from who was liable to who paid. */
  documentRoute: oneOf(['council-invoices-nhs', 'nhs-self-bills', 'pooled-fund-journal']),
  /** Weeks from the notified decision to the first review of bridging. A review point, never a cap. */
  bridgingReviewWeeks: wholeNumber,
  /** Days from one bridging review to the next. */
  bridgingReviewStepDays: wholeNumber,
  /**
   * Which cost the recharge claims: net payments plus the contributions that were really paid (`evidenced`), plus the
   * assessed contribution whether or not it was paid (`full`), or the net payments alone (`net`).
   */
  grossBasis: oneOf(['evidenced', 'full', 'net']),
  /** How money left unspent in the account is credited. */
  creditMethod: oneOf(['opening-protected', 'fifo', 'pro-rata']),
  /** The unit in which the time that each body funded is weighed. */
  redundancyUnit: oneOf(['days', 'months', 'whole-years']),
  /** Whether time that nobody funded publicly is left out, or is the employer's own share. */
  redundancySelfFundedTime: oneOf(['left-out', 'employers-own-share']),
  /** Whose days the bridging weeks are: the body that was liable, or the body that paid. */
  redundancyBridgingDays: oneOf(['liable-body', 'payer-of-the-day']),
  /** Who gets the odd penny when remainders are equal. */
  redundancyPennyTie: oneOf(['funder-on-last-day', 'earlier-funder']),
  /** How leave earned before the liability date reaches the new budget. */
  leaveSettlement: oneOf(['net-off-recharge', 'council-pays-nhs', 'retain-in-account', 'nhs-absorbs']),
  /** Whether leave taken too early is settled too, or counts as nothing owed. */
  leaveNegativeBalance: oneOf(['settled-both-ways', 'floor-at-zero']),
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
