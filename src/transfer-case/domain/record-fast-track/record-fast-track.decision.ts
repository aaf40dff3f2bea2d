import { refuseBefore, refuseFuture } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import { liabilityChange } from '../rules/liability-event.js';
import { CaseNotReady } from '../stages.js';

export interface RecordFastTrackTerms {
  readonly receivedOn: PlainDate;
  readonly corrects?: string;
  readonly today: PlainDate;
}

/** The completed Fast Track tool reached the NHS body, which acts at once; no checklist is needed. */
export const recordFastTrack =
  ({ receivedOn, corrects, today }: RecordFastTrackTerms): CaseDecision =>
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
        const { fastTrackReceivedOn, standing } = state;
        const before = fastTrackReceivedOn && {
          fact: { receivedOn: fastTrackReceivedOn },
          eventId: standing['fast-track'],
        };
        if (isRepeat('The Fast Track tool', { receivedOn }, before || undefined, corrects)) return [];
        refuseFuture('/receivedOn', receivedOn, today);
        if (state.decision !== undefined) {
          refuseBefore(
            '/receivedOn',
            state.decision.decidedOn,
            receivedOn,
            'the tool is said to have been received',
          );
        }
        return [
          {
            type: 'transfer-case.fast-track-received',
            occurredOn: receivedOn,
            data: { receivedOn, ...(corrects !== undefined && { corrects }) },
          },
          ...liabilityChange({ ...state, fastTrackReceivedOn: receivedOn }, receivedOn),
        ];
      }
      case 'none':
      case 'merged':
      case 'withdrawn':
        throw new CaseNotReady('record-fast-track', state.stage);
    }
  };
