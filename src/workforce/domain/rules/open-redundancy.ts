import type { EmploymentRecord } from '../employment.js';
import { stillStands } from './redundancy-cost.js';
import { redundancyEligibility } from './redundancy-eligibility.js';
import { jobEndingOf } from './redundancy-readings.js';
import { QUALIFYING_YEARS } from './redundancy-right.js';

/**
 * True while a job that has ended may still cost a redundancy payment that is not finally shared: its end gives a right or
 * leaves that to an adviser, and no assessment that stands says that there is none.
 *
 * Source: Employment Rights Act 1996 ss.135-141, 174.
 */
export function isRedundancyOpen(employment: EmploymentRecord): boolean {
  const { assessment, shared } = employment;
  if (!mayGiveRight(employment) || shared.some(({ kind }) => kind === 'final')) return false;
  return assessment === undefined || assessment.eligible || !stillStands(assessment, employment);
}

/** Whether the end of a job leaves room for a right, if nothing else of the job is against one. */
function mayGiveRight({ end }: EmploymentRecord): boolean {
  if (end === undefined) return false;
  const { right, refer } = redundancyEligibility({
    status: 'employee',
    completeYears: QUALIFYING_YEARS,
    relationship: 'none',
    privateHousehold: false,
    ending: jobEndingOf(end, end.lastDay),
  });
  return right !== false || refer.length > 0;
}
