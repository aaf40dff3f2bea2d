import type { Rule } from '../../../kernel/basis.js';
import { uncovered, type Period } from '../../../kernel/period.js';
import type { SharingTerms } from '../case-setting.js';
import type { FundedPiece } from './funded-piece.js';
import { isMeasured } from './funding-measures.js';

export const FUNDING_GAP: Rule = {
  code: 'REDUNDANCY-FUNDING-GAP',
  version: 1,
  title: 'Days that nobody funded while the contract went on count for the funder before or after them',
  source: 'Local agreement, redundancy sharing: gap in funding',
  certainty: 'product-decision',
};

export type GapTerms = Pick<SharingTerms, 'redundancyFundingGap' | 'redundancyUnit'>;

/** False where gaps are left out, or where the agreement weighs hours or money: in a gap nothing was paid. */
export function chargesGaps({ redundancyFundingGap, redundancyUnit }: GapTerms): boolean {
  return redundancyFundingGap !== 'left-out' && !isMeasured(redundancyUnit);
}

/**
 * Gives the days between two funded pieces to the last or the next funder, where the agreement does not leave them out.
 * A gap beside time that the employer paid alone is the employer's.
 *
 * @param pieces in date order, without overlap
 */
export function withGapsCharged(
  service: Period,
  pieces: readonly FundedPiece[],
  terms: GapTerms,
): readonly FundedPiece[] {
  if (!chargesGaps(terms)) return pieces;
  const gaps = uncovered(service, pieces).flatMap((gap) => {
    const funded =
      terms.redundancyFundingGap === 'last-funder'
        ? pieces.findLast(({ until }) => until <= gap.from)
        : pieces.find(({ from }) => from >= gap.until);
    return funded === undefined ? [] : [{ ...gap, shares: funded.shares }];
  });
  return [...pieces, ...gaps].sort((a, b) => (a.from < b.from ? -1 : 1));
}
