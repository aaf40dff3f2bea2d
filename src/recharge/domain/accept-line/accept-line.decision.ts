import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { actsForDebtor, type Acting } from '../acting.js';
import { refuseOwnCharge } from '../duties/second-person.js';
import { lineOf } from '../line-of.js';
import type { RechargeEvent } from '../recharge.events.js';
import type { Recharge } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';

export interface AcceptLineTerms {
  readonly line: number;
  readonly acceptedOn: PlainDate;
  readonly acting: Acting;
}

/**
 * Accepts one line of an issued recharge, which settles a query of it too.
 *
 * @throws ChargedByYourself when the actor prepared or approved the recharge for the body that is owed.
 * @throws NoSuchLine, NotYourSide, RechargeNotReady
 */
export const acceptLine =
  ({ line, acceptedOn, acting }: AcceptLineTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'issued':
        actsForDebtor(state, acting);
        refuseOwnCharge(state, acting);
        if (lineOf(state, line).answer.status === 'accepted') return [];
        return [{ type: 'recharge.line-accepted', occurredOn: acceptedOn, data: { line, by: acting.by } }];
      case 'draft':
      case 'approved':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('accept-line', state);
    }
  };
