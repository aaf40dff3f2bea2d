import type { Claim } from '../../../kernel/apportion.js';
import { Fraction } from '../../../kernel/fraction.js';
import { daysIn, type Period } from '../../../kernel/period.js';
import { monthsBetween, yearsBetween } from '../../../kernel/plain-date.js';
import type { SharingTerms } from '../case-setting.js';
import type { FundedPiece, FunderShare } from './funded-days.js';

/** The payer's name of the employer, or the employer's estate, in a split that gives it a share of its own. */
export const EMPLOYER = 'employer';

interface Stretch extends Period, FunderShare {}

/** How many units are complete in the days, by the calendar. */
const UNITS: Readonly<Record<SharingTerms['redundancyUnit'], (days: Period) => number>> = {
  days: daysIn,
  months: ({ from, until }) => monthsBetween(from, until),
  'whole-years': ({ from, until }) => yearsBetween(from, until),
};

/**
 * What each funder weighs in a split: its time in the agreement's unit, each stretch of time by the funder's share of it.
 * Months and years are the complete ones of each unbroken stretch, so part of one is lost; days lose nothing.
 *
 * @returns the funders in the order of their first day, which also settles ties between earlier funders
 */
export function fundingWeights(
  pieces: readonly FundedPiece[],
  terms: Pick<SharingTerms, 'redundancyUnit' | 'redundancySelfFundedTime'>,
): readonly Claim[] {
  const shared = terms.redundancySelfFundedTime === 'left-out' ? pieces : pieces.map(withEmployersPart);
  const weights = new Map<string, Fraction>();
  for (const { funder, share, ...days } of unbroken(shared)) {
    const units = UNITS[terms.redundancyUnit](days);
    weights.set(funder, (weights.get(funder) ?? Fraction.zero).plus(share.times(units)));
  }
  return [...weights].map(([payer, weight]) => ({ payer, weight }));
}

/** Who funded the last of the days, in the order that settles ties. */
export function fundersOnLastDay(pieces: readonly FundedPiece[]): readonly string[] {
  return pieces.at(-1)?.shares.map(({ funder }) => funder) ?? [];
}

/** What no funder is recorded to have paid of a day, the employer paid. */
function withEmployersPart(piece: FundedPiece): FundedPiece {
  const own = Fraction.one.minus(Fraction.sum(piece.shares.map(({ share }) => share)));
  return own.isZero ? piece : { ...piece, shares: [...piece.shares, { funder: EMPLOYER, share: own }] };
}

/** Each funder's days with the same share, as long as they follow one another. */
function unbroken(pieces: readonly FundedPiece[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, until, shares } of pieces) {
    for (const { funder, share } of shares) {
      const before = stretches.findIndex(
        (each) => each.funder === funder && each.until === from && each.share.equals(share),
      );
      const earlier = stretches[before];
      if (earlier === undefined) stretches.push({ from, until, funder, share });
      else stretches[before] = { ...earlier, until };
    }
  }
  return stretches;
}
