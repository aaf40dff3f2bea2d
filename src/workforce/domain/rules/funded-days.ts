import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import {
  clip,
  cutAt,
  daysIn,
  lastDayOf,
  periodInWords,
  uncovered,
  type Period,
} from '../../../kernel/period.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { DELAY_MISSING, LIABILITY_START_MISSING, type CaseSetting } from '../case-setting.js';
import type { FundingPeriod } from '../employment.js';
import { isCouncils, merged, missingToPass, passedBasis, withPassedDays } from './days-that-pass.js';
import { exactText } from './exact-text.js';
import type { FundedPiece, FunderShare } from './funded-piece.js';
import { chargesGaps, FUNDING_GAP, withGapsCharged } from './funding-gaps.js';
import { dayOf, notMeasured } from './funding-measures.js';

export const FUNDING_AS_RECORDED: Rule = {
  code: 'FUNDING-AS-RECORDED',
  version: 1,
  title:
    'Each day belongs to whoever is recorded to have funded it, each joint funder by its share of that day',
  source: 'Local agreement, redundancy sharing: whose days',
  certainty: 'product-decision',
};

/**
 * Who funded which days of an employment, each day by the body that was there in law on it.
 *
 * Days between two recorded periods are a gap in funding and are in no piece. Days before the first or after the last
 * record are not a gap but a fact that is missing.
 *
 * Source: the local agreement; the defaults are product decisions.
 *
 * @param service all days of the employment, or as many as the agreement counts
 * @returns pieces in date order, without overlap
 */
export function fundedDays(
  service: Period,
  recorded: readonly FundingPeriod[],
  setting: CaseSetting,
): Figure<readonly FundedPiece[]> {
  const { redundancyUnit } = setting.terms;
  const asRecorded = recorded.flatMap((each) => {
    const days = clip(service, each);
    const shares = each.shares.map(({ funder, share }) => ({ funder, share: Fraction.parse(share) }));
    return days === undefined ? [] : [{ ...days, shares, ...dayOf(each, redundancyUnit) }];
  });
  const missing = [
    ...notRecorded(service, recorded),
    ...liabilityMissing(asRecorded, setting),
    ...notMeasured(service, recorded, redundancyUnit),
  ];
  if (missing.length > 0) return pending(...missing);

  const asFunded = asRecorded.flatMap((piece) => withPassedDays(piece, setting));
  const withoutGaps = withGapsCharged(service, asFunded, setting.terms);
  const pieces = withoutGaps.flatMap((piece) => bodyAtTheTime(piece, setting));
  return known(pieces, explained(pieces, setting));
}

function notRecorded(service: Period, recorded: readonly FundingPeriod[]): readonly MissingFact[] {
  const ends = uncovered(service, recorded).filter(
    (gap) =>
      !recorded.some(({ until }) => until !== undefined && until <= gap.from) ||
      !recorded.some(({ from }) => from >= gap.until),
  );
  return ends.map((days) => ({
    fact: 'funding-period',
    reason: `Who funded this employment from ${periodInWords(days)} is not recorded`,
    suppliedBy: 'the council’s direct payment team',
  }));
}

function liabilityMissing(pieces: readonly FundedPiece[], setting: CaseSetting): readonly MissingFact[] {
  const { liability, terms } = setting;
  if (terms.redundancyBridgingDays === 'payer-of-the-day') return [];
  const councils = pieces.filter((piece) => isCouncils(piece, setting));
  switch (liability.status) {
    case 'never':
      return [];
    case 'unknown':
      return councils.length === 0 ? [] : [LIABILITY_START_MISSING];
    case 'known': {
      const { held } = liability;
      const undecided = held !== undefined && councils.some((piece) => clip(piece, held) !== undefined);
      return [...(undecided ? [DELAY_MISSING] : []), ...missingToPass(councils, setting)];
    }
  }
}

function bodyAtTheTime(piece: FundedPiece, { bodies }: CaseSetting): readonly FundedPiece[] {
  // Where one body was split into several, the code as recorded stays: which successor pays is chosen by people.
  const nameOn = (funder: string, day: PlainDate) => bodies.bodyOn(funder, day)?.code ?? funder;
  const changes = piece.shares.flatMap(({ funder }) =>
    bodies
      .successionsBetween(funder, piece.from, piece.until)
      .filter((day) => nameOn(funder, day) !== nameOn(funder, addDays(day, -1))),
  );
  return cutAt(piece, changes).map((days) => ({
    ...piece,
    ...days,
    shares: renamed(piece.shares, (funder) => nameOn(funder, days.from)),
  }));
}

/** Renames funders; two that get the same name are one funder with both parts of the day. */
export function renamed(
  shares: readonly FunderShare[],
  name: (funder: string) => string,
): readonly FunderShare[] {
  return merged(shares.map(({ funder, share }) => ({ funder: name(funder), share })));
}

function explained(pieces: readonly FundedPiece[], setting: CaseSetting): Basis {
  const days = Object.fromEntries(
    pieces.map((piece) => [
      `${piece.from} to ${lastDayOf(piece)}`,
      `${daysIn(piece)} days: ${piece.shares.map(({ funder, share }) => `${funder} ${exactText(share)}`).join(', ') || 'self-funded'}`,
    ]),
  );
  const asRecorded = basisOf(FUNDING_AS_RECORDED, { ...days, termsFrom: setting.termsFrom });
  const byLiability = passedBasis(setting, asRecorded);
  return chargesGaps(setting.terms)
    ? basisOf(FUNDING_GAP, { gapCountsFor: setting.terms.redundancyFundingGap }, [byLiability])
    : byLiability;
}
