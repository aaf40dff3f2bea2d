import { refuseFuture } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { AlreadyRecorded } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseAgreement } from '../case-record.js';
import { firstBridgingReview, notifiedOnOf } from '../rules/bridging-reviews.js';
import { CaseNotReady } from '../stages.js';
import { AgreementNotInForce } from './agreement-not-in-force.js';
import { agreementBinding } from './agreement-binding.js';

export interface OpenBridgingTerms {
  readonly openedOn: PlainDate;
  /** The agreement in force on the day that liability starts, with its weeks to the first review; nothing if there is none. */
  readonly inForce: { readonly agreement: CaseAgreement; readonly reviewWeeks: number } | undefined;
  readonly today: PlainDate;
}

/**
 * The council goes on paying for the NHS body while the budget is set up. The weeks lead to a review, counted from the
 * notified decision because liability may have begun long before; no payment ends by them.
 */
export const openBridging =
  ({ openedOn, inForce, today }: OpenBridgingTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'eligible': {
        refuseFuture('/openedOn', openedOn, today);
        const { liability, council, nhsBody } = state;
        const notifiedOn = notifiedOnOf(state);
        if (liability === undefined || notifiedOn === undefined) {
          throw new CaseNotReady('open-bridging', state.stage);
        }
        if (openedOn < liability.startsOn) {
          throw new FieldRefused(
            '/openedOn',
            'out-of-order',
            'Bridging opens once the NHS body is liable, not before',
          );
        }
        if (inForce === undefined) throw new AgreementNotInForce(council, nhsBody, liability.startsOn);
        return [
          ...agreementBinding(inForce.agreement, state.agreement, openedOn),
          {
            type: 'transfer-case.bridging-opened',
            occurredOn: openedOn,
            data: { reviewDueOn: firstBridgingReview(notifiedOn, inForce.reviewWeeks).day },
          },
        ];
      }
      case 'bridging':
        if (state.bridging?.openedOn === openedOn) return [];
        throw new AlreadyRecorded('The opening of bridging', undefined);
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn':
        throw new CaseNotReady('open-bridging', state.stage);
    }
  };
