import { refuseBefore, refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';

export interface DeclineChcTerms {
  /** The first day for which the person does not want it. */
  readonly declinedFrom: PlainDate;
  /** The letter or record in which the person said so. */
  readonly documentReference: string;
  readonly corrects?: string;
  readonly today: PlainDate;
}

/**
 * The person declined NHS Continuing Healthcare. From that day on the NHS body is not liable. Whether the council then has a
 * duty is not clear in law, so the figures of the case say that somebody has to look.
 *
 * @throws FieldRefused for a day that is in the future or before the alert, or a reference that is none.
 * @throws AlreadyRecorded when another day is recorded and the caller does not name its event.
 */
export const declineChc =
  ({ declinedFrom, documentReference, corrects, today }: DeclineChcTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'assessing':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        const { declinedFrom: before, standing } = state;
        const known = before && { fact: { declinedFrom: before }, eventId: standing['chc-refusal'] };
        if (isRepeat('The refusal', { declinedFrom }, known, corrects)) return [];
        refuseFuture('/declinedFrom', declinedFrom, today);
        refuseBefore('/declinedFrom', declinedFrom, state.alertedOn, 'the alert was raised');
        refuseUnlessReference('/documentReference', documentReference);
        return [
          {
            type: 'transfer-case.chc-declined',
            occurredOn: declinedFrom,
            data: { declinedFrom, documentReference, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'not-eligible':
      case 'withdrawn':
        throw new CaseNotReady('decline-chc', state.stage);
    }
  };
