import { refuseBefore, refuseFuture } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { liabilityChange } from '../rules/liability-event.js';
import { CaseNotReady } from '../stages.js';

export interface RecordChecklistTerms {
  readonly completedOn: PlainDate;
  /** The day on which the completed checklist reached the ICB: day 1 of the 28 days. It is never taken from `completedOn`. */
  readonly receivedOn: PlainDate;
  readonly corrects?: string;
  readonly today: PlainDate;
}

/** The completed checklist reached the NHS body, which starts the 28 days. */
export const recordChecklist =
  ({ completedOn, receivedOn, corrects, today }: RecordChecklistTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        const checklist = { completedOn, receivedOn };
        if (isRepeat('The checklist', checklist, standingChecklist(state), corrects)) return [];
        refuseFuture('/receivedOn', receivedOn, today);
        refuseBefore('/receivedOn', receivedOn, completedOn, 'the checklist was completed');
        if (state.decision !== undefined) {
          refuseBefore(
            '/receivedOn',
            state.decision.decidedOn,
            receivedOn,
            'the checklist is said to have been received',
          );
        }
        return [
          {
            type: 'transfer-case.checklist-received',
            occurredOn: receivedOn,
            data: { ...checklist, ...(corrects !== undefined && { corrects }) },
          },
          ...liabilityChange({ ...state, checklist }, receivedOn),
        ];
      }
      case 'none':
      case 'merged':
      case 'withdrawn':
        throw new CaseNotReady('record-checklist', state.stage);
    }
  };

function standingChecklist({ checklist, standing }: CaseRecord) {
  return checklist && { fact: checklist, eventId: standing.checklist };
}
