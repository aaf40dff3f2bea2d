import { basisOf } from '../../../kernel/basis.js';
import { known, type Figure } from '../../../kernel/figure.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { LiabilityStart } from './bridging-recharge.js';
import { TRANSFER_BACK } from './recharge-rules.js';

/** The loss of eligibility that a transfer back to the council follows from. */
export interface EligibilityLost {
  readonly decidedOn: PlainDate;
  /** Days of notice, of which the day of the decision is the first. */
  readonly noticeDays: number;
}

/** The last day that the NHS body pays for as its own. */
export function noticeEndsOn({ decidedOn, noticeDays }: EligibilityLost): PlainDate {
  return addDays(decidedOn, noticeDays - 1);
}

/** From when the council is liable again: the day after the notice. What the NHS body pays from then on it is owed. */
export function councilLiability(lost: EligibilityLost): Figure<LiabilityStart> {
  const noticeEnds = noticeEndsOn(lost);
  const startsOn = addDays(noticeEnds, 1);
  return known({ startsOn }, basisOf(TRANSFER_BACK, { ...lost, noticeEndsOn: noticeEnds, startsOn }));
}
