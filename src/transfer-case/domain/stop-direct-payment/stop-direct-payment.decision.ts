import { refuseBefore } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

export interface StopDirectPaymentTerms {
  /** The last day that the council's direct payment covers. It may lie ahead, so that no day is left uncovered. */
  readonly lastDayCovered: PlainDate;
  readonly corrects?: string;
}

/** The council says which day its direct payment covers last. */
export const stopDirectPayment =
  ({ lastDayCovered, corrects }: StopDirectPaymentTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
        if (isRepeat('The last day covered', { lastDayCovered }, standingStop(state), corrects)) return [];
        refuseBefore('/lastDayCovered', lastDayCovered, state.alertedOn, 'the alert was raised');
        return [
          {
            type: 'transfer-case.direct-payment-stopped',
            occurredOn: lastDayCovered,
            data: { lastDayCovered, ...(corrects !== undefined && { corrects }) },
          },
        ];
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'withdrawn':
        throw new CaseNotReady('stop-direct-payment', state.stage);
    }
  };

function standingStop({ lastDayCovered, standing }: CaseRecord) {
  return lastDayCovered === undefined
    ? undefined
    : { fact: { lastDayCovered }, eventId: standing['direct-payment-stop'] };
}
