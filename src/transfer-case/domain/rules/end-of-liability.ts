import { basisOf, type Basis } from '../../../kernel/basis.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import { LIABILITY_END_RULE } from './liability-rules.js';

/** The last day that the NHS body is liable for, once eligibility has ended. */
export interface LiabilityEnd {
  readonly lastDay: PlainDate;
  readonly decidedOn: PlainDate;
  readonly basis: Basis;
}

/**
 * When the NHS body stops being liable: with the stated day where eligibility was overturned, else with the notice after it
 * was lost, whichever is earlier. Nothing while the person is eligible.
 *
 * @param noticeDays of the local agreement, the day of the decision among them
 */
export function endOfLiability(
  { eligibilityLost, eligibilityOverturned }: Pick<CaseRecord, 'eligibilityLost' | 'eligibilityOverturned'>,
  noticeDays: number,
): LiabilityEnd | undefined {
  const ends = [
    eligibilityLost && afterNotice(eligibilityLost.decidedOn, noticeDays),
    eligibilityOverturned && overturned(eligibilityOverturned),
  ].filter((end) => end !== undefined);
  return ends.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0];
}

/** True where the decision of eligibility was overturned, and not where a review found other needs first. */
export function isOverturned({ basis }: LiabilityEnd): boolean {
  return basis.rule === LIABILITY_END_RULE.overturned.code;
}

/** Notice of no days ends liability on the eve of the decision. */
function afterNotice(decidedOn: PlainDate, noticeDays: number): LiabilityEnd {
  const lastDay = addDays(decidedOn, noticeDays - 1);
  return { lastDay, decidedOn, basis: basisOf(LIABILITY_END_RULE.lost, { decidedOn, noticeDays, lastDay }) };
}

function overturned({
  decidedOn,
  lastDayLiable: lastDay,
  documentReference,
}: NonNullable<CaseRecord['eligibilityOverturned']>): LiabilityEnd {
  return {
    lastDay,
    decidedOn,
    basis: basisOf(LIABILITY_END_RULE.overturned, { decidedOn, lastDay, documentReference }),
  };
}
