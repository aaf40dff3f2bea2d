import { Fraction } from './fraction.js';
import { InvalidValue } from './invalid-value.js';
import { negatePence, pence, type Pence } from './pence.js';

export interface Claim<Payer extends string = string> {
  readonly payer: Payer;
  /** Zero or more, in any unit, as long as all claims use the same: days, months, pounds. */
  readonly weight: Fraction;
}

export interface Share<Payer extends string = string> {
  readonly payer: Payer;
  readonly sharePence: Pence;
}

/**
 * Splits `total` pence pro rata to the weights, so that the shares always sum to the total exactly.
 *
 * Each share is first rounded towards zero; the odd pennies then go one each to the largest remainders. Of equal
 * remainders the one whose payer stands first in `tieOrder` wins; payers it does not name follow in the order of the
 * claims. Scaling all weights by the same number changes nothing. A negative total (a credit) splits as the mirror of
 * the same charge.
 *
 * Source of the rule: the local agreement; the product's default gives a tie to the funder on the last day.
 *
 * @throws InvalidValue when a weight is negative, a payer is named twice, or all weights are zero while the total is not.
 */
export function apportion<Payer extends string>(
  total: Pence,
  claims: readonly Claim<Payer>[],
  tieOrder: readonly Payer[] = [],
): Share<Payer>[] {
  const payers = claims.map(({ payer }) => payer);
  if (new Set(payers).size !== payers.length) throw new InvalidValue('A payer is named twice in one split');
  if (claims.some(({ weight }) => weight.isNegative))
    throw new InvalidValue('A weight in a split is negative');
  const totalWeight = Fraction.sum(claims.map(({ weight }) => weight));
  if (totalWeight.isZero) {
    if (total !== 0) throw new InvalidValue('Nobody has a weight in this split, so it cannot be shared');
    return claims.map(({ payer }) => ({ payer, sharePence: pence(0) }));
  }

  if (total < 0) {
    const mirror = apportion(negatePence(total), claims, tieOrder);
    return mirror.map(({ payer, sharePence }) => ({ payer, sharePence: negatePence(sharePence) }));
  }

  const ranks = [...tieOrder, ...payers];
  const parts = claims.map(({ payer, weight }) => {
    const exact = weight.times(total).dividedBy(totalWeight);
    return { payer, floor: exact.floor(), remainder: exact.minus(Fraction.of(exact.floor())) };
  });
  const oddPennies = parts.reduce((left, { floor }) => left - floor, BigInt(total));
  const byRemainder = [...parts].sort(
    (a, b) => b.remainder.compare(a.remainder) || ranks.indexOf(a.payer) - ranks.indexOf(b.payer),
  );
  const lucky = new Set(byRemainder.slice(0, Number(oddPennies)).map(({ payer }) => payer));

  return parts.map(({ payer, floor }) => ({
    payer,
    sharePence: pence(floor + (lucky.has(payer) ? 1n : 0n)),
  }));
}
