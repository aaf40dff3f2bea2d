import {
  refuseBefore,
  refuseFuture,
  refuseUnlessReasonCode,
  refuseUnlessReference,
} from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Person } from '../../../kernel/event.js';
import { isOneOf } from '../../../kernel/recorded-facts.js';
import { DutiesApart } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import type { Reopening } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

export interface ReopenCaseTerms extends Reopening {
  readonly by: Person;
  readonly today: PlainDate;
}

/** Who asked for a case to be reopened does not agree to it as well, under no account. */
export class RequesterMayNotReopen extends DutiesApart {
  override readonly name = 'RequesterMayNotReopen';
  readonly code = 'requester-may-not-reopen';
  readonly kind = 'forbidden';

  constructor() {
    super('Someone else must agree to it, because you asked for the case to be reopened');
  }
}

/**
 * Reopens a case that was complete or withdrawn, because a fact came to light that changes it. It takes two people of either
 * body: the first asks, and the second says the same reason and document. Another reason or document is another request,
 * which takes the place of the first. The case then goes on where it stood, and its figures follow what is recorded from then
 * on. A recharge that was issued stays as it is: it is credited, and a new version made.
 *
 * @throws RequesterMayNotReopen
 * @throws FieldRefused for a day in the future or before the case was closed, a reason in free text, or no reference.
 */
export const reopenCase =
  ({ today, by, ...reopening }: ReopenCaseTerms): CaseDecision =>
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
        const data = { reasonCode, documentReference };
        const { by: requester, ...requested } = state.reopeningRequest ?? { by: undefined };
        if (requester === undefined || !sameFacts<object>(requested, data)) {
          return [{ type: 'transfer-case.reopening-requested', occurredOn: reopenedOn, data }];
        }
        if (isOneOf([requester], by)) throw new RequesterMayNotReopen();
        return [{ type: 'transfer-case.case-reopened', occurredOn: reopenedOn, data }];
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
