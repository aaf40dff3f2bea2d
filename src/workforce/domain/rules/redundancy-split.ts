import { apportion } from '../../../kernel/apportion.js';
import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import type { Fraction } from '../../../kernel/fraction.js';
import { maxPence, subtractPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { SharingTerms } from '../case-setting.js';
import { exactText } from './exact-text.js';
import type { FundedPiece } from './funded-days.js';
import { fundersOnLastDay, fundingWeights } from './funding-weights.js';

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
    version: 1,
    title: 'Time is weighed in completed months',
    source: 'Local agreement, redundancy sharing: unit',
    certainty: 'product-decision',
  },
  'whole-years': {
    code: 'REDUNDANCY-UNIT-WHOLE-YEARS',
    version: 1,
    title: 'Time is weighed in whole years that each body funded',
    source: 'Herts Valleys practice in Skills for Care 2016, PA workforce in social care and health',
    certainty: 'local-practice',
  },
};

export const RESIDUAL: Rule = {
  code: 'REDUNDANCY-RESIDUAL',
  version: 1,
  title:
    'The employer’s insurance pays first, then money set aside in the account; the rest is shared, never below zero',
  source: 'Herts Valleys practice in Skills for Care 2016; local agreement, order of payers',
  certainty: 'local-practice',
};

/** One funder's part of the cost. */
export interface FunderCost {
  readonly funder: string;
  /** Time in the unit of the agreement, weighted by the share of each day. */
  readonly weight: Fraction;
  readonly sharePence: Pence;
}

export interface RedundancySplit {
  readonly residualPence: Pence;
  /** In the order of the funders' first days; they sum to the residual exactly. */
  readonly shares: readonly FunderCost[];
}

/** What there is to share, in pence, with the explanation of the payment it comes from. */
export interface CostToShare {
  readonly statutoryPence: Pence;
  readonly insurancePence: Pence;
  readonly reservesPence: Pence;
  readonly basis: Basis;
}

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
 * Shares what insurance and reserves leave of a redundancy payment, in pence, by the time that each body funded. Odd
 * pennies go by largest remainder; a tie goes as the agreement says, by default to the funder on the last day.
 *
 * @param tieOrder who wins a tie, where it is not for the agreement's terms to say
 */
export function redundancySplit(
  cost: CostToShare,
  pieces: readonly FundedPiece[],
  terms: Pick<SharingTerms, 'redundancyUnit' | 'redundancySelfFundedTime' | 'redundancyPennyTie'>,
  funding: readonly Basis[],
  tieOrder = terms.redundancyPennyTie === 'funder-on-last-day' ? fundersOnLastDay(pieces) : [],
): Figure<RedundancySplit> {
  const residualPence = residualOf(cost);
  const residual = basisOf(
    RESIDUAL,
    {
      statutoryPence: cost.statutoryPence,
      insurancePence: cost.insurancePence,
      reservesPence: cost.reservesPence,
      residualPence,
    },
    [cost.basis],
  );
  const claims = fundingWeights(pieces, terms);
  const weightless = claims.every(({ weight }) => weight.isZero);
  if (residualPence !== 0 && weightless) return pending(claims.length === 0 ? NO_FUNDER : NO_COMPLETE_UNIT);

  const weightOf = new Map(claims.map(({ payer, weight }) => [payer, weight]));
  const shares = apportion(residualPence, claims, tieOrder).flatMap(({ payer, sharePence }) => {
    const weight = weightOf.get(payer);
    return weight === undefined ? [] : [{ funder: payer, weight, sharePence }];
  });
  const weights = Object.fromEntries(claims.map(({ payer, weight }) => [payer, exactText(weight)]));
  const inputs = {
    residualPence,
    selfFundedTime: terms.redundancySelfFundedTime,
    tieTo: tieOrder.join(', ') || 'the earlier funder',
    ...Object.fromEntries(shares.map(({ funder, sharePence }) => [`share of ${funder}`, sharePence])),
  };
  return known(
    { residualPence, shares },
    basisOf(SPLIT_BY_TIME, inputs, [residual, basisOf(SPLIT_UNIT[terms.redundancyUnit], weights, funding)]),
  );
}

/** What is left for the funders, in pence: an insurer that pays too much leaves nothing, not a credit. */
export function residualOf(cost: Omit<CostToShare, 'basis'>): Pence {
  const afterInsurance = subtractPence(cost.statutoryPence, cost.insurancePence);
  return maxPence(ZERO_PENCE, subtractPence(afterInsurance, cost.reservesPence));
}
