import type { MissingFact } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import { endOfLiability, type LiabilityEnd } from './end-of-liability.js';
import { disputedDays } from './nhs-body-on.js';

/** When liability ended with eligibility, and from when NHS bodies dispute which of them is liable. */
export interface LiabilityLimits {
  readonly end?: LiabilityEnd;
  readonly disputed?: { readonly from: PlainDate; readonly missing: MissingFact };
}

/** @param noticeDays as `endOfLiability` */
export function liabilityLimits(
  record: Pick<CaseRecord, 'eligibilityLost' | 'eligibilityOverturned' | 'areaDispute'>,
  noticeDays: number,
): LiabilityLimits {
  const end = endOfLiability(record, noticeDays);
  const disputed = disputedDays(record);
  return { ...(end && { end }), ...(disputed && { disputed }) };
}
