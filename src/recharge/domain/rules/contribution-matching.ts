import { apportion, type Claim } from '../../../kernel/apportion.js';
import { Fraction } from '../../../kernel/fraction.js';
import { sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { cutAt, daysIn, includes, type Period } from '../../../kernel/period.js';
import { exactlyFor, rateOn, type WeeklyRate } from './weekly-rate.js';

/** What the person paid towards the cost of some days. */
export interface ContributionReceipt extends Period {
  readonly reference: string;
  readonly amountPence: Pence;
}

const INSIDE = 'inside';
const OUTSIDE = 'outside';

/**
 * The contributions received for each of the periods, in pence and in their order.
 *
 * A receipt belongs to the days it covers. One that covers days of several periods, or days outside all of them, is shared
 * by what was assessed for its days (by the days alone while nothing was assessed), so that no penny of it is lost or
 * counted twice. What falls on days outside is found first, so that where the days inside are divided does not change it.
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
  const weightOf = ({ assessed: sum, days }: (typeof pieces)[number]) => (byAssessment ? sum : days);
  const sharesOf = (amountPence: Pence, claims: readonly Claim[]) =>
    apportion(amountPence, inOneOf(claims)).map(({ payer, sharePence }) => [payer, sharePence] as const);
  const claims = pieces.map((piece) => ({ payer: piece.payer, weight: weightOf(piece) }));
  const ofWhole = claims.map((claim) => ({ ...claim, payer: claim.payer === OUTSIDE ? OUTSIDE : INSIDE }));
  const insidePence = new Map(sharesOf(receipt.amountPence, ofWhole)).get(INSIDE) ?? ZERO_PENCE;
  return new Map(
    sharesOf(
      insidePence,
      claims.filter(({ payer }) => payer !== OUTSIDE),
    ),
  );
}

/** One claim of each payer. */
function inOneOf(claims: readonly Claim[]): Claim[] {
  const weights = new Map<string, Fraction>();
  for (const { payer, weight } of claims) {
    weights.set(payer, (weights.get(payer) ?? Fraction.zero).plus(weight));
  }
  return [...weights].map(([payer, weight]) => ({ payer, weight }));
}
