import { apportion } from '../../../kernel/apportion.js';
import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import type { SharingTerms } from '../case-setting.js';
import { exactText } from './exact-text.js';
import type { FundedPiece } from './funded-piece.js';
import type { FunderCost } from './funder-cost.js';
import { isMeasured } from './funding-measures.js';
import { fundersOnLastDay, fundingWeights, type WeighingTerms } from './funding-weights.js';
import { aboveMinimum, currentFunders, withinCap, type LimitTerms } from './redundancy-limits.js';
import { whatIsLeft, type CostToShare, type Residual, type ResidualTerms } from './redundancy-residual.js';

export const SPLIT_BY_TIME: Rule = {
  code: 'REDUNDANCY-SPLIT',
  version: 1,
  title: 'The rest is shared pro rata to the time that each body funded the employment',
  source: 'Herts Valleys practice in Skills for Care 2016, PA workforce in social care and health',
  certainty: 'local-practice',
};

export const SPLIT_UNIT: Readonly<Record<SharingTerms['redundancyUnit'], Rule>> = {
  days: {
    code: 'REDUNDANCY-UNIT-DAYS',
    version: 1,
    title: 'Time is weighed in calendar days, so that no party loses part of a year',
    source: 'Local agreement, redundancy sharing: unit',
    certainty: 'product-decision',
  },
  months: {
    code: 'REDUNDANCY-UNIT-MONTHS',
    version: 2,
    title: 'Time is weighed in months; the agreement keeps, drops or rounds the part of one',
    source: 'Local agreement, redundancy sharing: unit and part years',
    certainty: 'product-decision',
  },
  'whole-years': {
    code: 'REDUNDANCY-UNIT-WHOLE-YEARS',
    version: 2,
    title:
      'Time is weighed in years that each body funded; the agreement keeps, drops or rounds the part of one',
    source:
      'Herts Valleys practice in Skills for Care 2016, PA workforce in social care and health; local agreement, part years',
    certainty: 'local-practice',
  },
  'hours-paid': {
    code: 'REDUNDANCY-UNIT-HOURS-PAID',
    version: 1,
    title: 'The hours paid in each funding period are weighed, spread evenly over its days',
    source: 'Local agreement, redundancy sharing: unit',
    certainty: 'product-decision',
  },
  'money-paid': {
    code: 'REDUNDANCY-UNIT-MONEY-PAID',
    version: 1,
    title: 'The money paid in each funding period is weighed, spread evenly over its days',
    source: 'Local agreement, redundancy sharing: unit',
    certainty: 'product-decision',
  },
};

export interface RedundancySplit extends Omit<Residual, 'basis'> {
  /** In the order of the funders' first days; they sum to what is left to share exactly. */
  readonly shares: readonly FunderCost[];
}

/** The choices of an agreement that share what is left between funders. */
export type SplitTerms = WeighingTerms &
  ResidualTerms &
  LimitTerms &
  Pick<SharingTerms, 'redundancyPennyTie' | 'redundancyHoursAndPay'>;

const NO_COMPLETE_UNIT: MissingFact = {
  fact: 'complete-unit-of-funding',
  reason: 'No body funded a complete month or year, so the agreement’s unit gives nobody a share; days would',
  suppliedBy: 'both parties of the local agreement',
};

const NO_FUNDER: MissingFact = {
  fact: 'public-funder',
  reason:
    'No public body is recorded to have funded a day of this employment, so there is nobody to share with',
  suppliedBy: 'the council’s direct payment team',
};

/**
 * Shares what insurance, reserves and the estate leave of a redundancy payment, in pence, by the time that each body
 * funded. Odd pennies go by largest remainder; a tie goes as the agreement says, by default to the funder on the last day.
 * Then come the agreement's minimum and its cap on a party.
 *
 * @param tieOrder who wins a tie, where it is not for the agreement's terms to say
 */
export function redundancySplit(
  cost: CostToShare,
  pieces: readonly FundedPiece[],
  terms: SplitTerms,
  funding: readonly Basis[],
  tieOrder = terms.redundancyPennyTie === 'funder-on-last-day' ? fundersOnLastDay(pieces) : [],
): Figure<RedundancySplit> {
  const { basis: residual, ...left } = whatIsLeft(cost, terms);
  const claims = fundingWeights(pieces, terms);
  const weightless = claims.every(({ weight }) => weight.isZero);
  if (left.toSharePence !== 0 && weightless) {
    return pending(claims.length === 0 ? NO_FUNDER : NO_COMPLETE_UNIT);
  }

  const weightOf = new Map(claims.map(({ payer, weight }) => [payer, weight]));
  const shares = apportion(left.toSharePence, claims, tieOrder).flatMap(({ payer, sharePence }) => {
    const weight = weightOf.get(payer);
    return weight === undefined ? [] : [{ funder: payer, weight, sharePence }];
  });
  const weights = Object.fromEntries(claims.map(({ payer, weight }) => [payer, exactText(weight)]));
  const inputs = {
    residualPence: left.toSharePence,
    selfFundedTime: terms.redundancySelfFundedTime,
    otherFunders: terms.redundancyOtherFunders,
    hoursAndPay: terms.redundancyHoursAndPay,
    tieTo: tieOrder.join(', ') || 'the earlier funder',
    ...Object.fromEntries(shares.map(({ funder, sharePence }) => [`share of ${funder}`, sharePence])),
  };
  const unit = basisOf(SPLIT_UNIT[terms.redundancyUnit], { ...weights, ...partOfUnit(terms) }, funding);
  const byTime = { shares, basis: basisOf(SPLIT_BY_TIME, inputs, [residual, unit]) };
  const current = currentFunders(pieces);
  const limited = withinCap(aboveMinimum(byTime, current, terms), current, cost.statutoryPence, terms);
  return known({ ...left, shares: limited.shares }, limited.basis);
}

/** What becomes of the part of a unit, where the unit has parts. */
function partOfUnit({ redundancyUnit, redundancyPartYears }: WeighingTerms): { readonly partUnits?: string } {
  const hasParts = redundancyUnit !== 'days' && !isMeasured(redundancyUnit);
  return hasParts ? { partUnits: redundancyPartYears } : {};
}
