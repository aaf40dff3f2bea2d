import { Fraction } from './fraction.js';
import { InvalidValue } from './invalid-value.js';
import { pence, type Pence } from './pence.js';

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

  const sign = total < 0 ? -1n : 1n;
  const amount = BigInt(total) * sign;
  const exact = claims.map(({ weight }) => weight.times(amount).dividedBy(totalWeight));
  const floors = exact.map((share) => share.floor());
  const oddPennies = Number(amount - floors.reduce((sum, share) => sum + share, 0n));

  const rank = (payer: Payer) => {
    const index = tieOrder.indexOf(payer);
    return index === -1 ? tieOrder.length + payers.indexOf(payer) : index;
  };
  const remainders = claims.map(({ payer }, index) => ({
    index,
    rank: rank(payer),
    remainder: (exact[index] ?? Fraction.zero).minus(Fraction.of(floors[index] ?? 0n)),
  }));
  remainders.sort((a, b) => b.remainder.compare(a.remainder) || a.rank - b.rank);
  const luckyIndexes = new Set(remainders.slice(0, oddPennies).map(({ index }) => index));

  return claims.map(({ payer }, index) => ({
    payer,
    sharePence: pence(sign * ((floors[index] ?? 0n) + (luckyIndexes.has(index) ? 1n : 0n))),
  }));
}
