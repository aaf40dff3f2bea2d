import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { minPence, subtractPence, sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { SharingTerms } from '../case-setting.js';

export const RESIDUAL: Rule = {
  code: 'REDUNDANCY-RESIDUAL',
  version: 1,
  title:
    'The employer’s insurance pays first, then money set aside in the account; the rest is shared, never below zero',
  source: 'Herts Valleys practice in Skills for Care 2016; local agreement, order of payers',
  certainty: 'local-practice',
};

export const RESERVES_FIRST: Rule = {
  code: 'REDUNDANCY-RESERVES-FIRST',
  version: 1,
  title:
    'Money set aside in the account pays first, then the employer’s insurance; the rest is shared, never below zero',
  source: 'Local agreement, redundancy sharing: order of payers',
  certainty: 'product-decision',
};

export const ESTATE_CONTRIBUTION: Rule = {
  code: 'REDUNDANCY-ESTATE-CONTRIBUTION',
  version: 1,
  title: 'The estate of an employer who died contributes a part of what insurance and reserves leave',
  source: 'Local agreement, redundancy sharing: contribution of the estate',
  certainty: 'product-decision',
};

/** What there is to share, in pence, with the explanation of the payment it comes from. */
export interface CostToShare {
  readonly statutoryPence: Pence;
  /** What is paid above it and shared with it. */
  readonly aboveStatutoryPence?: Pence;
  readonly insurancePence: Pence;
  readonly reservesPence: Pence;
  /** The employer died, so that there is an estate. */
  readonly employerDied?: boolean;
  readonly basis: Basis;
}

/** What is left to share, and who paid the rest. */
export interface Residual {
  /** What insurance and reserves leave, never below zero. */
  readonly residualPence: Pence;
  readonly insuranceUsedPence: Pence;
  readonly reservesUsedPence: Pence;
  readonly estatePence: Pence;
  /** What is left for the funders. */
  readonly toSharePence: Pence;
  readonly basis: Basis;
}

export type ResidualTerms = Pick<SharingTerms, 'redundancyReserves' | 'redundancyEstatePercent'>;

/**
 * What is left of a payment for the funders, in pence. An insurer that pays too much leaves nothing, not a credit; what is
 * not needed of the money set aside stays in the account. The estate's part is half up to the penny.
 */
export function whatIsLeft(cost: CostToShare, terms: ResidualTerms): Residual {
  const reservesFirst = terms.redundancyReserves === 'before-insurance';
  const { statutoryPence, aboveStatutoryPence = ZERO_PENCE, insurancePence, reservesPence } = cost;
  const paymentPence = sumPence([statutoryPence, aboveStatutoryPence]);
  const [first, second] = reservesFirst ? [reservesPence, insurancePence] : [insurancePence, reservesPence];
  const firstUsed = minPence(paymentPence, first);
  const secondUsed = minPence(subtractPence(paymentPence, firstUsed), second);
  const residualPence = subtractPence(paymentPence, sumPence([firstUsed, secondUsed]));
  const [insuranceUsedPence, reservesUsedPence] = reservesFirst
    ? [secondUsed, firstUsed]
    : [firstUsed, secondUsed];

  const above = aboveStatutoryPence === 0 ? {} : { aboveStatutoryPence };
  const inputs = { statutoryPence, ...above, insurancePence, reservesPence, residualPence };
  const residual = basisOf(reservesFirst ? RESERVES_FIRST : RESIDUAL, inputs, [cost.basis]);
  const percent = Fraction.parse(terms.redundancyEstatePercent);
  const contributes = cost.employerDied === true && !percent.isZero;
  const estatePence = contributes ? percent.times(residualPence).dividedBy(100).toPence() : ZERO_PENCE;
  return {
    residualPence,
    insuranceUsedPence,
    reservesUsedPence,
    estatePence,
    toSharePence: subtractPence(residualPence, estatePence),
    basis: contributes
      ? basisOf(ESTATE_CONTRIBUTION, { percent: terms.redundancyEstatePercent, residualPence, estatePence }, [
          residual,
        ])
      : residual,
  };
}
