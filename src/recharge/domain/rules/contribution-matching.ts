import { apportion } from '../../../kernel/apportion.js';
import { Fraction } from '../../../kernel/fraction.js';
import { pence, sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { cutAt, daysIn, includes, type Period } from '../../../kernel/period.js';
import { exactlyFor, rateOn, type WeeklyRate } from './weekly-rate.js';

/** What the person paid towards the cost of some days. */
export interface ContributionReceipt extends Period {
  readonly reference: string;
  readonly amountPence: Pence;
}

const OUTSIDE = 'outside';

/**
 * The contributions received for each of the periods, in pence and in their order.
 *
 * A receipt belongs to the days it covers. One that covers days of several periods, or days outside all of them, is shared
 * by what was assessed for its days (by the days alone while nothing was assessed), so that no penny of it is lost or
 * counted twice.
 */
export function contributionsReceivedFor(
  periods: readonly Period[],
  receipts: readonly ContributionReceipt[],
  assessed: readonly WeeklyRate[],
): Pence[] {
  const shares = receipts.map((receipt) => shareOut(receipt, periods, assessed));
  return periods.map((_, index) => sumPence(shares.map((each) => each.get(String(index)) ?? ZERO_PENCE)));
}

function shareOut(
  receipt: ContributionReceipt,
  periods: readonly Period[],
  assessed: readonly WeeklyRate[],
): ReadonlyMap<string, Pence> {
  const edges = [...periods.flatMap(({ from, until }) => [from, until]), ...assessed.map(({ from }) => from)];
  const pieces = cutAt(receipt, edges).map((piece) => {
    const index = periods.findIndex((each) => includes(each, piece.from));
    const weeklyPence = rateOn(assessed, piece.from)?.weeklyPence ?? ZERO_PENCE;
    return {
      payer: index === -1 ? OUTSIDE : String(index),
      days: Fraction.of(daysIn(piece)),
      assessed: exactlyFor(weeklyPence, daysIn(piece)),
    };
  });
  const byAssessment = pieces.some((piece) => !piece.assessed.isZero);
  const weights = new Map<string, Fraction>();
  for (const piece of pieces) {
    const weight = byAssessment ? piece.assessed : piece.days;
    weights.set(piece.payer, (weights.get(piece.payer) ?? Fraction.zero).plus(weight));
  }
  const claims = [...weights].map(([payer, weight]) => ({ payer, weight }));
  const shares = apportion(receipt.amountPence, claims);
  return new Map(shares.map(({ payer, sharePence }) => [payer, pence(sharePence)]));
}
