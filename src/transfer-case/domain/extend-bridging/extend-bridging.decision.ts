import { refuseFuture, refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import { nextBridgingReview } from '../rules/bridging-reviews.js';
import { CaseNotReady } from '../stages.js';

export interface ExtendBridgingTerms {
  /** The day on which bridging is reviewed next; without one, the step of the agreement after the review that is due. */
  readonly until?: PlainDate;
  /** Days from one review to the next, by the agreement that the case is bound to. */
  readonly reviewStepDays: number;
  /** The sign-in id of the named approver. */
  readonly approvedBy: string;
  readonly reasonCode: string;
  readonly approvedOn: PlainDate;
  readonly today: PlainDate;
}

/** A named approver moves the review on. Payments go on with or without it: no clock stops a payment. */
export const extendBridging =
  ({ approvedOn, today, reviewStepDays, until: named, ...approval }: ExtendBridgingTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'bridging': {
        const before = state.bridging?.extensions.at(-1);
        // Without a day each approval is one more step, so that only its idempotency key makes it a repeat.
        if (before !== undefined && sameFacts(before, { until: named, ...approval })) return [];
        refuseUnlessReasonCode('/reasonCode', approval.reasonCode);
        refuseFuture('/approvedOn', approvedOn, today);
        const reviewOn = before?.until ?? state.bridging?.reviewDueOn;
        if (reviewOn === undefined) throw new CaseNotReady('extend-bridging', state.stage);
        const until = named ?? nextBridgingReview(reviewOn, reviewStepDays).day;
        if (until <= reviewOn) {
          throw new FieldRefused(
            '/until',
            'out-of-order',
            `The next review is due on ${dateInWords(reviewOn)} already`,
          );
        }
        return [
          { type: 'transfer-case.bridging-extended', occurredOn: approvedOn, data: { until, ...approval } },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn':
        throw new CaseNotReady('extend-bridging', state.stage);
    }
  };
