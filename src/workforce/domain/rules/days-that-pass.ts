import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { partsOfWhole } from '../../../kernel/parts-of-whole.js';
import { clip, cutAt, includes, lastDayOf, type OpenPeriod } from '../../../kernel/period.js';
import { addDays, dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { nhsBodyOn, type CaseSetting } from '../case-setting.js';
import { exactText } from './exact-text.js';
import type { FundedPiece, FunderShare } from './funded-piece.js';
import { isOtherFunder } from './funding-weights.js';

export const FUNDING_LIABLE_BODY: Rule = {
  code: 'FUNDING-LIABLE-BODY',
  version: 2,
  title:
    'While it is liable, days that the council paid for belong to the NHS body of the day, as in the recharge',
  source: 'Local agreement, redundancy sharing: bridging days',
  certainty: 'product-decision',
};

export const FUNDING_JOINT_PACKAGE: Rule = {
  code: 'FUNDING-JOINT-PACKAGE',
  version: 1,
  title:
    'Under a joint package the council keeps its own part of what the two bodies fund of a day, and only the rest of what it paid passes',
  source: 'Local agreement, joint packages',
  certainty: 'product-decision',
};

/** The days on which what the council paid for is the NHS body's; nothing where none is. */
export function liableDays({ liability, terms }: CaseSetting): OpenPeriod | undefined {
  if (terms.redundancyBridgingDays === 'payer-of-the-day' || liability.status !== 'known') return undefined;
  const { startsOn: from, lastDay } = liability;
  if (lastDay === undefined) return { from };
  return lastDay < from ? undefined : { from, until: addDays(lastDay, 1) };
}

/**
 * What the facts of the case lack to say whose the council's days are: who is responsible where NHS bodies dispute it, and
 * the cost of the package where a part of it is a fixed sum.
 *
 * @param councils the pieces that the council funded, alone or with others
 */
export function missingToPass(
  councils: readonly FundedPiece[],
  setting: CaseSetting,
): readonly MissingFact[] {
  const liable = liableDays(setting);
  if (liable === undefined) return [];
  const passing = councils.flatMap((piece) => clip(piece, liable) ?? []);
  const { disputed } = setting;
  const isDisputed = disputed !== undefined && passing.some((days) => clip(days, { from: disputed.from }));
  const unpriced = passing
    .flatMap((days) => cutAt(days, changesOf(setting)))
    .find(({ from }) => councilsOwnOn(setting, from) === 'no-rate');
  return [...(isDisputed ? [disputed.missing] : []), ...(unpriced ? [rateMissing(unpriced.from)] : [])];
}

/** True where the council of the case, or a body that took over from it, funded any of the days. */
export function isCouncils(piece: FundedPiece, setting: CaseSetting): boolean {
  return piece.shares.some(({ funder }) =>
    [piece.from, lastDayOf(piece)].some((day) => standsForCouncil(funder, day, setting)),
  );
}

function standsForCouncil(funder: string, day: PlainDate, { council, bodies }: CaseSetting): boolean {
  return funder === council || funder === bodies.bodyOn(council, day)?.code;
}

/** A piece cut where liability, the NHS body or the package changes, each part with the shares of those who bear it. */
export function withPassedDays(piece: FundedPiece, setting: CaseSetting): readonly FundedPiece[] {
  const liable = liableDays(setting);
  if (liable === undefined || !isCouncils(piece, setting)) return [piece];
  const edges = [liable.from, liable.until].filter((day) => day !== undefined);
  return cutAt(piece, [...edges, ...changesOf(setting)]).map((days) => ({
    ...piece,
    ...days,
    shares: includes(liable, days.from) ? passed(piece.shares, days.from, setting) : piece.shares,
  }));
}

/** Adds the parts of funders that stand twice in the list, and leaves out those with none. */
export function merged(shares: readonly FunderShare[]): readonly FunderShare[] {
  const byFunder = new Map<string, Fraction>();
  for (const { funder, share } of shares) {
    byFunder.set(funder, (byFunder.get(funder) ?? Fraction.zero).plus(share));
  }
  return [...byFunder].filter(([, share]) => !share.isZero).map(([funder, share]) => ({ funder, share }));
}

/** Why the days passed, and what the council kept of them. */
export function passedBasis(setting: CaseSetting, from: Basis): Basis {
  const liable = liableDays(setting);
  if (liable === undefined) return from;
  const { council, nhsBody, liability, areaChanges = [], jointPackages = [] } = setting;
  const inputs = {
    liabilityStart: liable.from,
    ...(liability.status === 'known' && liability.lastDay && { liabilityLastDay: liability.lastDay }),
    council,
    nhsBody,
    ...Object.fromEntries(areaChanges.map((change) => [`nhsBody from ${change.from}`, change.nhsBody])),
  };
  if (jointPackages.length === 0) return basisOf(FUNDING_LIABLE_BODY, inputs, [from]);
  const kept = jointPackages.flatMap((each): [string, string][] => {
    const own = councilsOwnOn(setting, each.from);
    return own === 'no-rate' ? [] : [[`council's own part from ${each.from}`, exactText(own)]];
  });
  const joint = basisOf(FUNDING_JOINT_PACKAGE, Object.fromEntries(kept), [from]);
  return basisOf(FUNDING_LIABLE_BODY, inputs, [joint]);
}

function passed(
  shares: readonly FunderShare[],
  day: PlainDate,
  setting: CaseSetting,
): readonly FunderShare[] {
  const bodies = shares.filter(({ funder }) => !isOtherFunder(funder));
  const ofBodies = Fraction.sum(bodies.map(({ share }) => share));
  const own = councilsOwnOn(setting, day);
  const keeps = own === 'no-rate' ? Fraction.zero : ofBodies.times(own);
  const nhsBody = nhsBodyOn(setting, day);
  return merged(
    shares.flatMap((each) => {
      if (!standsForCouncil(each.funder, day, setting)) return [each];
      const kept = keeps.compare(each.share) <= 0 ? keeps : each.share;
      return [
        { ...each, share: kept },
        { funder: nhsBody, share: each.share.minus(kept) },
      ];
    }),
  );
}

/**
 * The council's own part of what the two bodies fund of a day, from 0 to 1. The award counts and not what was paid of it:
 * a day in hospital is the day of those who bear the package.
 */
function councilsOwnOn(
  { jointPackages = [], awardRates = [] }: CaseSetting,
  day: PlainDate,
): Fraction | 'no-rate' {
  const joint = jointPackages.findLast(({ from }) => from <= day);
  if (joint === undefined) return Fraction.zero;
  const isFixed = joint.parts.some(({ share }) => share === undefined);
  const weeklyPence = awardRates.findLast(({ from }) => from <= day)?.weeklyPence ?? 0;
  if (isFixed && weeklyPence <= 0) return 'no-rate';
  const whole = isFixed ? Fraction.of(weeklyPence) : Fraction.one;
  return (partsOfWhole(whole, joint).get('council-own') ?? Fraction.zero).dividedBy(whole);
}

function changesOf({ areaChanges = [], jointPackages = [], awardRates = [] }: CaseSetting): PlainDate[] {
  // Without a package no rate divides a day, and a change of rate changes no funder.
  const rates = jointPackages.length === 0 ? [] : awardRates;
  return [...areaChanges, ...jointPackages, ...rates].map(({ from }) => from);
}

function rateMissing(day: PlainDate): MissingFact {
  return {
    fact: 'award-rate',
    reason: `The joint package states a fixed sum, and the weekly cost that it is a part of is not recorded for ${dateInWords(day)}`,
    suppliedBy: 'the council’s direct payment team',
  };
}
