import { basisOf, type Basis } from '../../../kernel/basis.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import { CLOCK_RULE } from './deadline-rules.js';

/** A day on which bridging is reviewed, with its explanation. */
export interface BridgingReview {
  readonly day: PlainDate;
  readonly basis: Basis;
}

/** The day on which the person was told of the decision that counts; nothing before there is one. */
export function notifiedOnOf({
  decision,
  revisedDecision,
}: Pick<CaseRecord, 'decision' | 'revisedDecision'>): PlainDate | undefined {
  return (revisedDecision ?? decision)?.notifiedOn;
}

/**
 * The first review of bridging, counted from the notified decision because liability may have begun long before. No payment
 * ends by it.
 *
 * @param weeks by the local agreement
 */
export function firstBridgingReview(notifiedOn: PlainDate, weeks: number): BridgingReview {
  const day = addDays(notifiedOn, weeks * 7);
  return { day, basis: basisOf(CLOCK_RULE['bridging-review'], { notifiedOn, reviewWeeks: weeks, day }) };
}

/**
 * The day after which no review is put off any more; nothing where the agreement names none.
 *
 * @param weeks from the notified decision, by the local agreement; 0 for none
 */
export function bridgingHardStop(notifiedOn: PlainDate, weeks: number): BridgingReview | undefined {
  if (weeks === 0) return undefined;
  const day = addDays(notifiedOn, weeks * 7);
  const inputs = { notifiedOn, hardStopWeeks: weeks, day };
  return { day, basis: basisOf(CLOCK_RULE['bridging-hard-stop'], inputs) };
}

/**
 * The review that follows one, where nobody names another day.
 *
 * @param days from one review to the next, by the local agreement
 */
export function nextBridgingReview(after: PlainDate, days: number): BridgingReview {
  const day = addDays(after, days);
  return { day, basis: basisOf(CLOCK_RULE['bridging-review'], { after, reviewStepDays: days, day }) };
}
