import {
  refuseBefore,
  refuseFuture,
  refuseUnlessReasonCode,
  refuseUnlessReference,
} from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';

export interface ReopenCaseTerms {
  readonly reopenedOn: PlainDate;
  readonly reasonCode: string;
  /** What shows the fact for which the case is reopened. */
  readonly documentReference: string;
  readonly today: PlainDate;
}

/**
 * Reopens a case that was complete or withdrawn, because a fact came to light that changes it. The case goes on where it
 * stood, and its figures follow what is recorded from then on. A recharge that was issued stays as it is: it is credited, and
 * a new version made.
 *
 * @throws FieldRefused for a day in the future or before the case was closed, a reason in free text, or no reference.
 */
export const reopenCase =
  ({ today, ...reopening }: ReopenCaseTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'complete':
      case 'withdrawn': {
        const { reopenedOn, reasonCode, documentReference } = reopening;
        const closedOn = state.completion?.completedOn ?? state.withdrawal?.withdrawnOn ?? state.alertedOn;
        refuseUnlessReasonCode('/reasonCode', reasonCode);
        refuseUnlessReference('/documentReference', documentReference);
        refuseFuture('/reopenedOn', reopenedOn, today);
        refuseBefore('/reopenedOn', reopenedOn, closedOn, 'the case was closed');
        return [
          {
            type: 'transfer-case.case-reopened',
            occurredOn: reopenedOn,
            data: { reasonCode, documentReference },
          },
        ];
      }
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
        if (sameFacts(reopening, state.reopening ?? {})) return [];
        throw new CaseNotReady('reopen-case', state.stage);
      case 'none':
      case 'merged':
      case 'transferring-back':
      case 'back-with-council':
        throw new CaseNotReady('reopen-case', state.stage);
    }
  };
