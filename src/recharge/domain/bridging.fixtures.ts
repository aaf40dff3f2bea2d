import { basisOf } from '../../kernel/basis.js';
import { known } from '../../kernel/figure.js';
import { pence } from '../../kernel/pence.js';
import { periodOfDays } from '../../kernel/period.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { BridgingFacts } from './rules/bridging-recharge.js';
import type { ChargeOptions } from './rules/charge-options.js';
import type { ContributionReceipt } from './rules/contribution-matching.js';
import type { PaymentMade } from './rules/payment-evidence.js';
import type { WeeklyRate } from './rules/weekly-rate.js';

export const COUNCIL = 'E10000015';
export const NHS_BODY = 'QM7';

export const decisionRule = basisOf(
  {
    code: 'LIABILITY-R1',
    version: 1,
    title: 'Liability starts on the day of the decision',
    source: 'National Framework for NHS CHC',
    certainty: 'sourced',
  },
  {},
);

export const liableFrom = (startsOn: string) => known({ startsOn: plainDate(startsOn) }, decisionRule);

export const weekly = (from: string, weeklyPence: number): WeeklyRate => ({
  from: plainDate(from),
  weeklyPence: pence(weeklyPence),
});

export const receipt = (from: string, lastDay: string, amountPence: number): ContributionReceipt => ({
  reference: `receipt ${from}`,
  ...periodOfDays(plainDate(from), plainDate(lastDay)),
  amountPence: pence(amountPence),
});

export const payment = (
  from: string,
  lastDay: string,
  amountPence: number,
  payer: string = COUNCIL,
): PaymentMade => ({
  reference: `payment ${from}`,
  payer,
  paidOn: plainDate(from),
  ...periodOfDays(plainDate(from), plainDate(lastDay)),
  amountPence: pence(amountPence),
});

/** Eight plain weeks at £742.50, 1 May to 25 June 2024, paid by the council in two parts. */
export const eightWeeks: BridgingFacts = {
  liability: liableFrom('2024-05-01'),
  newCoverStartsOn: plainDate('2024-06-26'),
  awardRates: [weekly('2024-04-01', 74_250)],
  contributions: [],
  contributionReceipts: [],
  payments: [payment('2024-05-01', '2024-05-28', 297_000), payment('2024-05-29', '2024-06-25', 297_000)],
  liableBodies: [{ from: plainDate('2022-07-01'), body: NHS_BODY }],
  payingBody: COUNCIL,
  grossBasis: 'evidenced',
};

/** An agreement that chooses nothing else. */
export const defaultChargeOptions: ChargeOptions = {
  costBasis: 'direct-payment-paid',
  creditMethod: 'opening-protected',
  oneOffForLaterUse: 'nhs-if-approved-before',
  oneOffAnnual: 'benefit-period',
  oneOffBeforeLiability: 'council',
  oneOffBackPay: 'council',
  oneOffRespite: 'nhs',
  oneOffRespiteCapPence: 0,
};
