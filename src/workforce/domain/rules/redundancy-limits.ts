import { apportion } from '../../../kernel/apportion.js';
import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { minPence, pence, subtractPence, sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { SharingTerms } from '../case-setting.js';
import type { FundedPiece } from './funded-piece.js';
import { EMPLOYER, isOtherFunder } from './funding-weights.js';
import type { FunderCost } from './funder-cost.js';

export const MINIMUM_BEFORE_SHARING: Rule = {
  code: 'REDUNDANCY-MINIMUM',
  version: 1,
  title: 'A cost below the agreement’s minimum is not shared: the current funder bears it',
  source: 'Local agreement, redundancy sharing: minimum before sharing',
  certainty: 'product-decision',
};

export const CAP_ON_A_PARTY: Rule = {
  code: 'REDUNDANCY-CAP-ON-A-PARTY',
  version: 1,
  title: 'What is above the limit of what one body bears falls on the current funder',
  source: 'Local agreement, redundancy sharing: cap on any party',
  certainty: 'product-decision',
};

/** The agreement's limits to a share. */
export type LimitTerms = Pick<
  SharingTerms,
  'redundancyCap' | 'redundancyCapPence' | 'redundancyCapPercent' | 'redundancyMinimumPence'
>;

/** Shares in pence with their explanation. */
export interface ExplainedShares {
  readonly shares: readonly FunderCost[];
  readonly basis: Basis;
}

/**
 * The public bodies that fund the job when it ends, with their parts of its last funded day. Third parties are not among
 * them, since nothing is charged to those.
 */
export function currentFunders(pieces: readonly FundedPiece[]): FundedPiece['shares'] {
  const isPublic = ({ funder }: { readonly funder: string }) => funder !== EMPLOYER && !isOtherFunder(funder);
  return pieces.findLast(({ shares }) => shares.some(isPublic))?.shares.filter(isPublic) ?? [];
}

/** Leaves the whole of a cost below the minimum with the current funder. Without a public funder nothing changes. */
export function aboveMinimum(
  { shares, basis }: ExplainedShares,
  current: FundedPiece['shares'],
  { redundancyMinimumPence }: LimitTerms,
): ExplainedShares {
  const total = sumPence(shares.map(({ sharePence }) => sharePence));
  if (total >= redundancyMinimumPence || current.length === 0) return { shares, basis };
  const emptied = shares.map((each) => ({ ...each, sharePence: ZERO_PENCE }));
  const inputs = { minimumPence: redundancyMinimumPence, costPence: total, borneBy: names(current) };
  return {
    shares: added(emptied, total, current),
    basis: basisOf(MINIMUM_BEFORE_SHARING, inputs, [basis]),
  };
}

/**
 * Moves what is above the limit of a body to the current funder, which has no limit of its own: somebody has to pay.
 *
 * @param paymentPence the payment of which a limit in per cent is a part
 */
export function withinCap(
  { shares, basis }: ExplainedShares,
  current: FundedPiece['shares'],
  paymentPence: Pence,
  terms: LimitTerms,
): ExplainedShares {
  if (terms.redundancyCap === 'none' || current.length === 0) return { shares, basis };
  const capPence =
    terms.redundancyCap === 'amount'
      ? pence(terms.redundancyCapPence)
      : Fraction.parse(terms.redundancyCapPercent).times(paymentPence).dividedBy(100).toPence();
  const isLimited = ({ funder }: FunderCost) =>
    funder !== EMPLOYER && !isOtherFunder(funder) && !current.some((each) => each.funder === funder);
  const capped = shares.map((each) =>
    isLimited(each) ? { ...each, sharePence: minPence(each.sharePence, capPence) } : each,
  );
  const total = sumPence(shares.map(({ sharePence }) => sharePence));
  const above = subtractPence(total, sumPence(capped.map(({ sharePence }) => sharePence)));
  const inputs = { cap: terms.redundancyCap, capPence, aboveCapPence: above, borneBy: names(current) };
  return { shares: added(capped, above, current), basis: basisOf(CAP_ON_A_PARTY, inputs, [basis]) };
}

/** The shares with an amount more on the current funders, by their parts of the last funded day. */
function added(
  shares: readonly FunderCost[],
  amount: Pence,
  current: FundedPiece['shares'],
): readonly FunderCost[] {
  const claims = current.map(({ funder, share }) => ({ payer: funder, weight: share }));
  const extra = new Map(apportion(amount, claims).map(({ payer, sharePence }) => [payer, sharePence]));
  const unlisted = current.filter(({ funder }) => !shares.some((each) => each.funder === funder));
  return [
    ...shares,
    ...unlisted.map(({ funder }) => ({ funder, weight: Fraction.zero, sharePence: ZERO_PENCE })),
  ].map((each) => ({
    ...each,
    sharePence: sumPence([each.sharePence, extra.get(each.funder) ?? ZERO_PENCE]),
  }));
}

const names = (current: FundedPiece['shares']) => current.map(({ funder }) => funder).join(', ');
