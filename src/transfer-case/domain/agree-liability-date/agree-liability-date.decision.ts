import { refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { AlreadyRecorded } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import { liabilityChange } from '../rules/liability-event.js';
import { CaseNotReady } from '../stages.js';

export interface AgreeLiabilityDateTerms {
  readonly startsOn: PlainDate;
  /** The letter, agreement or judgment in which the day stands. */
  readonly documentReference: string;
  readonly agreedOn: PlainDate;
  readonly today: PlainDate;
}

/**
 * The two bodies agreed, or a court found, from when the NHS body is liable (R6). Another document may change it again;
 * one document does not say two days.
 */
export const agreeLiabilityDate =
  ({ startsOn, documentReference, agreedOn, today }: AgreeLiabilityDateTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        refuseUnlessReference('/documentReference', documentReference);
        refuseFuture('/agreedOn', agreedOn, today);
        refuseFuture('/startsOn', startsOn, today);
        if (state.liabilityAgreed?.documentReference === documentReference) {
          if (state.liabilityAgreed.startsOn === startsOn) return [];
          throw new AlreadyRecorded(`What ${documentReference} says`, undefined);
        }
        const liabilityAgreed = { startsOn, documentReference };
        return [
          { type: 'transfer-case.liability-agreed', occurredOn: agreedOn, data: liabilityAgreed },
          ...liabilityChange({ ...state, liabilityAgreed }, agreedOn),
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'withdrawn':
        throw new CaseNotReady('agree-liability-date', state.stage);
    }
  };
