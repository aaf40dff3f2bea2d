/** The choices of a local agreement that the charges of a case are worked out by. */
export interface ChargeOptions {
  /** Whether the recharge claims what was paid into the account, or what was spent of it. */
  readonly costBasis: 'direct-payment-paid' | 'actual-spend';
  readonly creditMethod: 'opening-protected' | 'fifo' | 'pro-rata';
  readonly oneOffForLaterUse: 'nhs-if-approved-before' | 'refused-unless-approved-before';
  readonly oneOffAnnual: 'benefit-period' | 'incurred-date';
  readonly oneOffBeforeLiability: 'council' | 'unexpired-by-benefit-period';
  readonly oneOffBackPay: 'council' | 'incurred-date';
  readonly oneOffRespite: 'nhs' | 'nhs-up-to-cap';
  /** In pence. */
  readonly oneOffRespiteCapPence: number;
}

/** What the council owes for weeks after the notice: its own assessed budget, or what the NHS body really paid. */
export type TransferBackRate = 'council-assessed-budget' | 'actual-phb-rate';
