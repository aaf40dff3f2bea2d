import type { Decision } from '../../../kernel/event.js';
import { negatePence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { actsForCreditor, type Acting } from '../acting.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge } from '../recharge.js';
import { PreparerMayNotApprove, RechargeNotFound, RechargeNotReady } from '../refusals.js';

export interface CreditTerms {
  readonly reasonCode: RechargeFact<'recharge.credited'>['data']['reasonCode'];
  readonly creditedOn: PlainDate;
  readonly acting: Acting;
}

/**
 * Takes an issued recharge back as a whole, so that a new version can say what today's facts give. What was paid stays
 * paid, towards the new version.
 *
 * @throws PreparerMayNotApprove when the actor prepared the recharge: giving money back needs a second person too.
 * @throws NotYourSide, RechargeNotReady
 */
export const creditRecharge =
  ({ reasonCode, creditedOn, acting }: CreditTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'issued':
        actsForCreditor(state, acting);
        if (acting.by === state.preparedBy) throw new PreparerMayNotApprove();
        return [
          {
            type: 'recharge.credited',
            occurredOn: creditedOn,
            data: { amountPence: negatePence(state.totalPence), reasonCode, by: acting.by },
          },
        ];
      case 'credited':
        if (state.credit?.reasonCode === reasonCode) return [];
        throw new RechargeNotReady('credit', state);
      case 'draft':
      case 'approved':
      case 'withdrawn':
        throw new RechargeNotReady('credit', state);
    }
  };
