import { refuseBefore, refuseFuture } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseDecision } from '../case-decision.js';
import { CaseNotReady } from '../stages.js';

export interface AcknowledgeAlertTerms {
  readonly acknowledgedOn: PlainDate;
  /** The sign-in id of the NHS body's named person for the case. */
  readonly counterpart: string;
  readonly today: PlainDate;
}

/**
 * The NHS body says that it has the alert and names its person for the case. Naming somebody else later hands the case
 * over; the clock of the alert stopped at the first acknowledgement.
 */
export const acknowledgeAlert =
  ({ acknowledgedOn, counterpart, today }: AcknowledgeAlertTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
        refuseFuture('/acknowledgedOn', acknowledgedOn, today);
        refuseBefore('/acknowledgedOn', acknowledgedOn, state.alertedOn, 'the alert was raised');
        // Whoever was given the case before its alert was acknowledged has acknowledged nothing yet.
        return state.counterpart === counterpart && state.acknowledgedOn !== undefined
          ? []
          : [{ type: 'transfer-case.alert-acknowledged', occurredOn: acknowledgedOn, data: { counterpart } }];
      case 'none':
      case 'merged':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn':
        throw new CaseNotReady('acknowledge-alert', state.stage);
    }
  };
