import { refuseBefore, refuseFuture } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';
import { refuseBeforeLiability } from './before-liability.js';

export interface RecordEligibilityLossTerms extends NonNullable<CaseRecord['eligibilityLost']> {
  readonly corrects?: string;
  readonly today: PlainDate;
}

/**
 * A review found the person not eligible any more. It changes the future only: the NHS body pays through the notice of the
 * local agreement, of which the day of the decision is the first.
 */
export const recordEligibilityLoss =
  ({ corrects, today, ...lost }: RecordEligibilityLossTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        if (isRepeat('The loss of eligibility', lost, standingLoss(state), corrects)) return [];
        refuseFuture('/decidedOn', lost.decidedOn, today);
        refuseFuture('/notifiedOn', lost.notifiedOn, today);
        refuseBefore('/notifiedOn', lost.notifiedOn, lost.decidedOn, 'it was decided');
        refuseBeforeLiability('/decidedOn', lost.decidedOn, state);
        return [
          {
            type: 'transfer-case.eligibility-lost',
            occurredOn: lost.decidedOn,
            data: { ...lost, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'withdrawn':
        throw new CaseNotReady('record-eligibility-loss', state.stage);
    }
  };

function standingLoss({ eligibilityLost: fact, standing }: CaseRecord) {
  return fact && { fact, eventId: standing['eligibility-loss'] };
}
