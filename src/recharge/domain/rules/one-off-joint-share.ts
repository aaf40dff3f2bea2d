import type { Basis } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { pence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { cutAt, daysIn, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { jointBasis, jointPackageOn, partsOfWeek, type JointPackage } from './joint-package.js';
import { rateOn, type WeeklyRate } from './weekly-rate.js';

/** How the days of a case fall on the two bodies. */
export interface JointFacts {
  readonly jointPackages: readonly JointPackage[];
  /** Weekly cost of the whole package, which fixed sums are measured by. */
  readonly awardRates: readonly WeeklyRate[];
}

/** The NHS body's share of some days, and the joint packages that it follows from. */
export interface NhsShare {
  /** A share for each day, added up: as many as there are days where the NHS body bears the whole. */
  readonly days: Fraction;
  readonly from: readonly Basis[];
}

/** What the NHS body is liable for of each of the days, whichever body pays it: all but the council's own part. */
export function nhsShareOf(days: Period, { jointPackages, awardRates }: JointFacts): NhsShare {
  const changes = [...jointPackages, ...awardRates].map(({ from }) => from);
  const pieces = cutAt(days, changes).map((piece) => ({
    share: shareOn(piece.from, jointPackages, awardRates).times(daysIn(piece)),
    joint: jointPackageOn(jointPackages, piece.from),
  }));
  const packages = new Set(pieces.flatMap(({ joint }) => (joint === undefined ? [] : [joint])));
  return {
    days: Fraction.sum(pieces.map(({ share }) => share)),
    from: [...packages].map((joint) => jointBasis(joint, 'bridging')),
  };
}

function shareOn(
  day: PlainDate,
  packages: readonly JointPackage[],
  awardRates: readonly WeeklyRate[],
): Fraction {
  const joint = jointPackageOn(packages, day);
  if (joint === undefined) return Fraction.one;
  // Where a week costs nothing a share stays what it is, and a fixed sum of the council takes whatever there is.
  const weeklyPence = rateOn(awardRates, day)?.weeklyPence ?? ZERO_PENCE;
  const whole = weeklyPence > 0 ? weeklyPence : pence(1);
  const council = partsOfWeek(whole, joint)['council-own'];
  return Fraction.one.minus(council.dividedBy(whole));
}

/** A part of a sum, half up to the penny. */
export function partOf(amountPence: Pence, share: Fraction, ofDays: number): Pence {
  return Fraction.of(amountPence).times(share).dividedBy(ofDays).toPence();
}
