import { basisOf, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { periodOfDays } from '../../../kernel/period.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { InsuranceClaim, RedundancyAssessed } from '../workforce.events.js';
import { answeredOn } from './answering-bodies.js';
import { fundedDays } from './funded-days.js';
import { redundancySplit, type RedundancySplit } from './redundancy-split.js';

export const NOTHING_TO_SHARE: Rule = {
  code: 'REDUNDANCY-NOTHING-TO-SHARE',
  version: 1,
  title:
    'Without a statutory payment there is nothing to share; a voluntary one needs both parties’ prior approval',
  source: 'Local agreement, redundancy sharing: payments above the statutory sum',
  certainty: 'product-decision',
};

/** What the redundancy of one PA costs and who bears it, in pence. */
export interface RedundancyCost extends RedundancySplit {
  readonly statutoryPence: Pence;
  readonly insurancePence: Pence;
  readonly reservesPence: Pence;
}

const NOT_ASSESSED: MissingFact = {
  fact: 'redundancy-assessment',
  reason: 'The statutory redundancy payment has not been assessed',
  suppliedBy: 'the council’s direct payment team, from payroll’s statement',
};

const ASSESSED_FOR_ANOTHER_END: MissingFact = {
  fact: 'redundancy-assessment',
  reason: 'The job ended on another day or for another reason than the one that was assessed',
  suppliedBy: 'the council’s direct payment team, from payroll’s statement',
};

/** True while an insurer may still pay, so that shares can only be interim. */
export function insuranceIsOpen(claim: InsuranceClaim | undefined): boolean {
  return claim === undefined || claim.claim === 'pending';
}

/**
 * The redundancy cost of an employment and each funder's share of it. While the insurer's answer is open, the split is
 * worked out as if it paid nothing, and is interim, so that the PA is not kept waiting.
 */
export function redundancyCost(employment: EmploymentRecord, setting: CaseSetting): Figure<RedundancyCost> {
  const { assessment, insuranceClaim } = employment;
  if (assessment === undefined) return pending(NOT_ASSESSED);
  if (!stillStands(assessment, employment)) return pending(ASSESSED_FOR_ANOTHER_END);

  const cost = {
    statutoryPence: assessment.statutoryPence,
    insurancePence: insuranceClaim?.amountPence ?? ZERO_PENCE,
    reservesPence: assessment.reservesPence ?? ZERO_PENCE,
  };
  if (!assessment.eligible) {
    const basis = basisOf(NOTHING_TO_SHARE, { statutoryPence: 0 }, [assessment.basis]);
    return known({ ...cost, residualPence: ZERO_PENCE, shares: [] }, basis);
  }
  const service = periodOfDays(employment.startedOn, assessment.lastDay);
  const funded = fundedDays(service, employment.fundingPeriods, setting);
  if (funded.status === 'pending') return funded;

  const answered = answeredOn(assessment.lastDay, funded.value, setting.bodies, funded.basis);
  const split = redundancySplit(
    { ...cost, basis: assessment.basis },
    answered.pieces,
    setting.terms,
    answered.basis,
  );
  return split.status === 'known' ? known({ ...cost, ...split.value }, split.basis) : split;
}

function stillStands(assessment: RedundancyAssessed, { end }: EmploymentRecord): boolean {
  if (end === undefined) return true;
  const byRedundancy = end.reason === 'redundancy' || end.reason === 'employer-died';
  return end.lastDay === assessment.lastDay && (byRedundancy || !assessment.eligible);
}
