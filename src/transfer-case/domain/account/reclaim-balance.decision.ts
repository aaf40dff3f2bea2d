import { refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { BalanceReclaim, CaseRecord } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

export interface ReclaimBalanceTerms extends BalanceReclaim {
  readonly corrects?: string;
  readonly today: PlainDate;
}

/**
 * The council took money back from the account. What of it was paid for bridging and not spent belongs to the NHS body.
 * It is never refused for being early: that leave or redundancy is still open is shown with the figures as a warning.
 */
export const reclaimBalance =
  ({ corrects, today, ...reclaim }: ReclaimBalanceTerms): CaseDecision =>
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
      case 'back-with-council':
      case 'withdrawn': {
        if (isRepeat('The reclaim of the balance', reclaim, standingReclaim(state), corrects)) return [];
        refuseUnlessReference('/reclaimReference', reclaim.reclaimReference);
        refuseFuture('/reclaimedOn', reclaim.reclaimedOn, today);
        if (reclaim.amountPence < 0 || (reclaim.amountPence === 0 && corrects === undefined)) {
          throw new FieldRefused(
            '/amount',
            'not-above-zero',
            'A reclaim is above zero; a correction to 0.00 takes it back',
          );
        }
        return [
          {
            type: 'transfer-case.balance-reclaimed',
            occurredOn: reclaim.reclaimedOn,
            data: { ...reclaim, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
        throw new CaseNotReady('reclaim-balance', state.stage);
    }
  };

function standingReclaim({ balanceReclaimed: fact, standing }: CaseRecord) {
  return fact && { fact, eventId: standing['balance-reclaim'] };
}
