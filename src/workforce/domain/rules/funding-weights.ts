import type { Claim } from '../../../kernel/apportion.js';
import { Fraction } from '../../../kernel/fraction.js';
import { daysIn, type Period } from '../../../kernel/period.js';
import { addMonths, addYears, daysBetween, monthsBetween, yearsBetween } from '../../../kernel/plain-date.js';
import type { SharingTerms } from '../case-setting.js';
import { OTHER_FUNDERS } from '../workforce.events.js';
import type { FundedPiece, FunderShare } from './funded-piece.js';

/** The payer's name of the employer, or the employer's estate, in a split that gives it a share of its own. */
export const EMPLOYER = 'employer';

/** The choices of an agreement that turn funded days into weights. */
export type WeighingTerms = Pick<
  SharingTerms,
  'redundancyUnit' | 'redundancyPartYears' | 'redundancySelfFundedTime' | 'redundancyOtherFunders'
>;

interface Stretch extends Period, FunderShare {
  /** Days times what a day weighs, in sum. */
  readonly weightedDays: Fraction;
}

/** True for a funder that is no council and no NHS body. */
export function isOtherFunder(funder: string): boolean {
  return (OTHER_FUNDERS as readonly string[]).includes(funder);
}

/**
 * What each funder weighs in a split: its time in the agreement's unit, each stretch of time by the funder's share of it
 * and by what its days weigh on average. Months and years are counted over each unbroken stretch, and the agreement says
 * what becomes of a part of one; days, hours and money lose nothing.
 *
 * @returns the funders in the order of their first day, which also settles ties between earlier funders
 */
export function fundingWeights(pieces: readonly FundedPiece[], terms: WeighingTerms): readonly Claim[] {
  const whole = terms.redundancySelfFundedTime === 'left-out' ? pieces : pieces.map(withEmployersPart);
  const shared = whole.map((piece) => withoutThoseLeftOut(piece, terms));
  const weights = new Map<string, Fraction>();
  for (const { funder, share, weightedDays, ...days } of unbroken(shared)) {
    const weight = unitsIn(days, terms).times(weightedDays).dividedBy(daysIn(days)).times(share);
    weights.set(funder, (weights.get(funder) ?? Fraction.zero).plus(weight));
  }
  return [...weights].map(([payer, weight]) => ({ payer, weight }));
}

/** Who funded the last of the days, in the order that settles ties. */
export function fundersOnLastDay(pieces: readonly FundedPiece[]): readonly string[] {
  return pieces.at(-1)?.shares.map(({ funder }) => funder) ?? [];
}

/** The days in the agreement's unit, by the calendar. What a day of hours or money weighs is for the pieces to say. */
function unitsIn(days: Period, { redundancyUnit, redundancyPartYears }: WeighingTerms): Fraction {
  switch (redundancyUnit) {
    case 'days':
    case 'hours-paid':
    case 'money-paid':
      return Fraction.of(daysIn(days));
    case 'months':
      return counted(exactUnits(days, monthsBetween(days.from, days.until), addMonths), redundancyPartYears);
    case 'whole-years':
      return counted(exactUnits(days, yearsBetween(days.from, days.until), addYears), redundancyPartYears);
  }
}

/** Complete units, and of the one that follows the part that its days are. */
function exactUnits({ from, until }: Period, complete: number, add: typeof addMonths): Fraction {
  const anniversary = add(from, complete);
  const rest = Fraction.of(
    daysBetween(anniversary, until),
    daysBetween(anniversary, add(from, complete + 1)),
  );
  return Fraction.of(complete).plus(rest);
}

function counted(units: Fraction, partYears: SharingTerms['redundancyPartYears']): Fraction {
  switch (partYears) {
    case 'kept':
      return units;
    case 'dropped':
      return Fraction.of(units.floor());
    case 'nearest-half':
      return Fraction.of(units.times(2).roundedHalfUp(), 2n);
  }
}

/** What no funder is recorded to have paid of a day, the employer paid. */
function withEmployersPart(piece: FundedPiece): FundedPiece {
  const own = Fraction.one.minus(Fraction.sum(piece.shares.map(({ share }) => share)));
  return own.isZero ? piece : { ...piece, shares: [...piece.shares, { funder: EMPLOYER, share: own }] };
}

function withoutThoseLeftOut(piece: FundedPiece, { redundancyOtherFunders }: WeighingTerms): FundedPiece {
  const leavesOut = redundancyOtherFunders === 'left-out';
  const shares = piece.shares.filter(
    ({ funder, barred }) => barred !== true && !(leavesOut && isOtherFunder(funder)),
  );
  return { ...piece, shares };
}

/** Each funder's days with the same share, as long as they follow one another. */
function unbroken(pieces: readonly FundedPiece[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, until, shares, dayWeighs = Fraction.one } of pieces) {
    const weightedDays = dayWeighs.times(daysIn({ from, until }));
    for (const { funder, share } of shares) {
      const before = stretches.findIndex(
        (each) => each.funder === funder && each.until === from && each.share.equals(share),
      );
      const earlier = stretches[before];
      if (earlier === undefined) stretches.push({ from, until, funder, share, weightedDays });
      else stretches[before] = { ...earlier, until, weightedDays: earlier.weightedDays.plus(weightedDays) };
    }
  }
  return stretches;
}
