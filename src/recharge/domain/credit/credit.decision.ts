import type { Decision } from '../../../kernel/event.js';
import { negatePence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isOneOf } from '../../../kernel/recorded-facts.js';
import { actsForCreditor, type Acting } from '../acting.js';
import { refuseOverLimits } from '../duties/approval-limits.js';
import { RequesterMayNotCredit } from '../duties/duties.refusals.js';
import type { FactsBehind } from '../duties/facts-behind.js';
import { personActing, refuseUnlessSecondPerson } from '../duties/second-person.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge, RechargeRecord } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';

export interface CreditTerms {
  readonly reasonCode: RechargeFact<'recharge.credited'>['data']['reasonCode'];
  readonly creditedOn: PlainDate;
  /** The facts behind the sum as they are recorded now, and by whom. */
  readonly facts: FactsBehind;
  /** By the agreement; 0 for none. */
  readonly agreedLimitPence: Pence;
  readonly acting: Acting;
}

/**
 * Takes an issued recharge back as a whole, so that a new version can say what today's facts give. What was paid stays
 * paid, towards the new version. It takes two people of the body that is owed: the first asks, and an approver who is
 * somebody else says the same reason. Another reason is another request, which takes the place of the first.
 *
 * @throws RequesterMayNotCredit when the actor asked for it.
 * @throws PreparerMayNotApprove, EnteredWhatIsCharged, NotAnApprover when the second person is none that may approve the sum.
 * @throws OverApprovalLimit, AboveAgreedLimit when the sum is above a limit.
 * @throws NotYourSide, RechargeNotReady
 */
export const creditRecharge =
  (terms: CreditTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'issued':
        actsForCreditor(state, terms.acting);
        return [requestOrCredit(state, terms)];
      case 'credited':
        if (state.credit?.reasonCode === terms.reasonCode) return [];
        throw new RechargeNotReady('credit', state);
      case 'draft':
      case 'approved':
      case 'withdrawn':
        throw new RechargeNotReady('credit', state);
    }
  };

function requestOrCredit(state: RechargeRecord, terms: CreditTerms): RechargeEvent {
  const { reasonCode, creditedOn: occurredOn, acting, agreedLimitPence } = terms;
  const { creditRequest: request, totalPence } = state;
  const data = { reasonCode, by: acting.by };
  if (request?.reasonCode !== reasonCode) return { type: 'recharge.credit-requested', occurredOn, data };
  if (isOneOf([request.requester], personActing(acting))) throw new RequesterMayNotCredit();
  refuseUnlessSecondPerson(state, terms.facts, acting);
  refuseOverLimits(totalPence, acting, { agreedLimitPence, besidePence: ZERO_PENCE });
  return {
    type: 'recharge.credited',
    occurredOn,
    data: { amountPence: negatePence(totalPence), ...data },
  };
}
