import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { actsForCreditor, type Acting } from '../acting.js';
import type { RechargeEvent } from '../recharge.events.js';
import type { Recharge } from '../recharge.js';
import { PreparerMayNotApprove, RechargeNotFound, RechargeNotReady } from '../refusals.js';

export interface ApproveTerms {
  readonly approvedOn: PlainDate;
  readonly acting: Acting;
}

/**
 * Releases the sum of a draft for issue. Approving what is approved already is a repeat, whoever does it.
 *
 * @throws PreparerMayNotApprove when the actor prepared the draft.
 * @throws NotYourSide, RechargeNotReady
 */
export const approveRecharge =
  ({ approvedOn, acting }: ApproveTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'draft':
        actsForCreditor(state, acting);
        if (acting.by === state.preparedBy) throw new PreparerMayNotApprove();
        return [
          {
            type: 'recharge.approved',
            occurredOn: approvedOn,
            data: { by: acting.by, totalPence: state.totalPence },
          },
        ];
      case 'approved':
        return [];
      case 'issued':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('approve', state);
    }
  };
