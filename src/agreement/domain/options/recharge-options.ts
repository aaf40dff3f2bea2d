import { choice, count } from './option-kinds.js';

/** What the recharge claims, and how its lines are worked out. */
export const RECHARGE_FIGURE_OPTIONS = {
  grossBasis: choice(
    'Whether the recharge claims the net payments with the contributions really paid, with the assessed ones, or alone.',
    ['evidenced', 'full', 'net'],
  ),
  creditMethod: choice('How money left unspent in the direct payment account is credited to the NHS body.', [
    'opening-protected',
    'fifo',
    'pro-rata',
  ]),
  costBasis: choice('Whether the recharge claims what was paid into the account or what was spent of it.', [
    'direct-payment-paid',
    'actual-spend',
  ]),
  rechargeRateBasis: choice(
    'How days are priced: each is a seventh of the weekly rate, and an award for a month or four weeks is made weekly before it is recorded. No other way is defined.',
    ['seventh-of-the-week'],
  ),
  rechargeRounding: choice(
    'Where a line is rounded: half up to the penny, once for each line, so that the lines add up to the total. No other way is defined.',
    ['half-up-per-line'],
  ),
  rechargeInterest: choice('Interest between the two bodies: none is worked out. No other way is defined.', [
    'none',
  ]),
  jointShareKind: choice(
    'Whether the two bodies divide a joint package as each case says, by shares only or by fixed weekly sums only.',
    ['as-the-case-says', 'shares', 'fixed-sums'],
  ),
  overturnedPayments: choice(
    'Whether what the NHS body had paid when its decision was overturned stays with the council or is returned for the days that were taken away.',
    ['stay', 'returned'],
  ),
};

/** How the document of a recharge travels, and by when. */
export const RECHARGE_DOCUMENT_OPTIONS = {
  documentRoute: choice(
    'Which way the recharge document goes; the money always goes from who was liable to who paid.',
    ['council-invoices-nhs', 'nhs-self-bills', 'pooled-fund-journal'],
  ),
  rechargeTiming: choice(
    'From when bridging may be charged for, and the days to do so count: the completed transfer, or the first day that the budget covers.',
    ['when-transfer-complete', 'when-cover-starts'],
  ),
  rechargeIssueDays: count('Days in which the recharge is issued once it may be.', 30, 1, 365),
  rechargePurchaseOrder: choice(
    'Whether a recharge may be issued without the purchase order number of the body that owes.',
    ['not-required', 'required'],
  ),
  rechargeVat: choice(
    'The VAT code of the document: a direct payment that is passed on is outside the scope of VAT, or finance has still to confirm the code, and nothing is issued until then.',
    ['outside-scope', 'to-be-confirmed'],
  ),
  rechargeQueryWorkingDays: count(
    'Working days in which a line of a recharge may be queried; silence is not agreement.',
    15,
    1,
    65,
  ),
  rechargePaymentDays: count('Days in which a valid recharge is paid.', 30, 1, 182),
  limitationWarningYears: count(
    'Years after a payment from which finance is warned that a claim is out of time.',
    6,
    1,
    30,
  ),
};

/** What the council owes once eligibility has ended. */
export const TRANSFER_BACK_OPTIONS = {
  transferBackNoticeDays: count(
    'Days of notice that the NHS body gives when eligibility ends, the day of the decision among them.',
    28,
    1,
    182,
  ),
  transferBackRate: choice(
    'Whether the council owes its own assessed budget or the rate really paid for weeks after the notice that ended eligibility.',
    ['council-assessed-budget', 'actual-phb-rate'],
  ),
};
