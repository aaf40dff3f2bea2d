import { pence, subtractPence, sumPence, type Pence } from '../../kernel/pence.js';
import { daysIn, period, type Period } from '../../kernel/period.js';
import { addDays } from '../../kernel/plain-date.js';
import {
  bridgingRecharge,
  type BridgingFacts,
  type BridgingRecharge,
} from '../domain/rules/bridging-recharge.js';
import type { GrossBasis } from '../domain/rules/charge-lines.js';
import type { ContributionReceipt } from '../domain/rules/contribution-matching.js';
import { rateOn, type WeeklyRate } from '../domain/rules/weekly-rate.js';
import type { BridgingInputs } from './bridging-inputs.js';

/** What the person paid in the example: whole weeks from the first day on, or a sum for all the days. */
export function receiptsOf(
  inputs: BridgingInputs,
  days: Period,
  contributions: readonly WeeklyRate[],
): readonly ContributionReceipt[] {
  const { contributions_paid_weeks_variant: weeks, contributions_received_pence: received } = inputs;
  if (received !== undefined) return [receipt(days, received)];
  if (weeks === undefined) return [];
  const weekly = Array.from({ length: weeks }, (_, week) => {
    const from = addDays(days.from, week * 7);
    const weeklyPence = rateOn(contributions, from)?.weeklyPence ?? pence(0);
    return receipt(period(from, addDays(from, 7)), weeklyPence);
  });
  return weekly;
}

function receipt(days: Period, amountPence: Pence): ContributionReceipt {
  return { reference: `received for the days from ${days.from}`, ...days, amountPence };
}

/** The three ways of claiming: as evidenced, and in full and net as if the person had paid all that was assessed. */
export function contributionVariants(facts: BridgingFacts): Record<string, unknown> {
  const evidenced = valueOf(facts, 'evidenced');
  const paidInFull = evidenced.lines.map((line) => receipt(line, line.contributionPence));
  const asPaidInFull = { ...facts, contributionReceipts: daysIn(evidenced.days) > 0 ? paidInFull : [] };
  return {
    gross_basis_full: inWords(valueOf(asPaidInFull, 'full')),
    gross_basis_evidenced: inWords(evidenced),
    net_basis: inWords(valueOf(asPaidInFull, 'net')),
  };
}

function valueOf(facts: BridgingFacts, grossBasis: GrossBasis): BridgingRecharge {
  const figure = bridgingRecharge({ ...facts, grossBasis });
  if (figure.status === 'pending') throw new TypeError('The basis of cost makes no figure pending');
  return figure.value;
}

function inWords({ lines, totalPence, refundToPersonPence, contributionCancelledPence }: BridgingRecharge) {
  const netPence = sumPence(lines.map((line) => line.netPence));
  return {
    contributions_received_pence: refundToPersonPence,
    recharge_pence: totalPence,
    la_refunds_person_pence: refundToPersonPence,
    contribution_debt_cancelled_pence: contributionCancelledPence,
    la_net_position_pence: subtractPence(subtractPence(totalPence, netPence), refundToPersonPence),
  };
}
