import { refuseFuture, refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';

export interface ExtendBridgingTerms {
  /** The day on which bridging is reviewed next. */
  readonly until: PlainDate;
  /** The sign-in id of the named approver. */
  readonly approvedBy: string;
  readonly reasonCode: string;
  readonly approvedOn: PlainDate;
  readonly today: PlainDate;
}

/** A named approver moves the review on. Payments go on with or without it: no clock stops a payment. */
export const extendBridging =
  ({ approvedOn, today, ...extension }: ExtendBridgingTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'bridging': {
        const before = state.bridging?.extensions.at(-1);
        if (before !== undefined && sameFacts(before, extension)) return [];
        refuseUnlessReasonCode('/reasonCode', extension.reasonCode);
        refuseFuture('/approvedOn', approvedOn, today);
        const reviewOn = before?.until ?? state.bridging?.reviewDueOn;
        if (reviewOn !== undefined && extension.until <= reviewOn) {
          throw new FieldRefused(
            '/until',
            'out-of-order',
            `The next review is due on ${dateInWords(reviewOn)} already`,
          );
        }
        return [{ type: 'transfer-case.bridging-extended', occurredOn: approvedOn, data: extension }];
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
