import { refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';
import { refuseBeforeLiability } from './before-liability.js';

export interface OverturnEligibilityTerms extends NonNullable<CaseRecord['eligibilityOverturned']> {
  readonly corrects?: string;
  readonly today: PlainDate;
}

/**
 * The decision that the person is eligible was overturned, by the NHS body itself or on a dispute. Liability ends with the
 * stated day, without notice; what was paid until then stays paid.
 */
export const overturnEligibility =
  ({ corrects, today, ...overturned }: OverturnEligibilityTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        if (isRepeat('The overturned eligibility', overturned, standingOverturn(state), corrects)) return [];
        refuseUnlessReference('/documentReference', overturned.documentReference);
        refuseFuture('/decidedOn', overturned.decidedOn, today);
        refuseBeforeLiability('/lastDayLiable', overturned.lastDayLiable, state);
        return [
          {
            type: 'transfer-case.eligibility-overturned',
            occurredOn: overturned.decidedOn,
            data: { ...overturned, ...(corrects !== undefined && { corrects }) },
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
        throw new CaseNotReady('overturn-eligibility', state.stage);
    }
  };

function standingOverturn({ eligibilityOverturned: fact, standing }: CaseRecord) {
  return fact && { fact, eventId: standing['eligibility-overturned'] };
}
