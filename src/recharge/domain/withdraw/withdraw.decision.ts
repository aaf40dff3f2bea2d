import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { actsForCreditor, type Acting } from '../acting.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';

export interface WithdrawTerms {
  readonly reasonCode: RechargeFact<'recharge.withdrawn'>['data']['reasonCode'];
  readonly withdrawnOn: PlainDate;
  readonly acting: Acting;
}

/**
 * Drops a recharge that was never issued. One that was issued is credited instead.
 *
 * @throws NotYourSide, RechargeNotReady
 */
export const withdrawRecharge =
  ({ reasonCode, withdrawnOn, acting }: WithdrawTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'draft':
      case 'approved':
        actsForCreditor(state, acting);
        return [{ type: 'recharge.withdrawn', occurredOn: withdrawnOn, data: { reasonCode, by: acting.by } }];
      case 'withdrawn':
        return [];
      case 'issued':
      case 'credited':
        throw new RechargeNotReady('withdraw', state);
    }
  };
