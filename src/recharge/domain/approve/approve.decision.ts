import type { Decision } from '../../../kernel/event.js';
import { sumPence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { actsForCreditor, type Acting } from '../acting.js';
import { isLimited, refuseOverLimits, type ApprovalLimits } from '../duties/approval-limits.js';
import { recordedSince, restsOn, type FactsBehind } from '../duties/facts-behind.js';
import { refuseUnlessSecondPerson } from '../duties/second-person.js';
import { RechargeOutOfDate } from '../issue/issue.refusals.js';
import { standsStill, type TodaysFacts } from '../issue/stands-still.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge, RechargeRecord } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';

export interface ApproveTerms extends TodaysFacts {
  readonly approvedOn: PlainDate;
  /** The facts behind the sum as they are recorded now, and by whom. */
  readonly facts: FactsBehind;
  readonly limits: ApprovalLimits;
  readonly acting: Acting;
}

/**
 * Releases the sum of a draft for issue. Approving what is approved already is a repeat; once a fact behind the sum was
 * recorded after the approval it has lapsed, and the sum is approved again.
 *
 * @throws PreparerMayNotApprove, EnteredWhatIsCharged when the actor worked the sum out or entered a part of it.
 * @throws NotAnApprover when the actor has no right to approve.
 * @throws OverApprovalLimit, AboveAgreedLimit when the sum is above a limit.
 * @throws RechargeOutOfDate when the facts of the case give other lines by now.
 * @throws NotYourSide, RechargeNotReady
 */
export const approveRecharge =
  (terms: ApproveTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'draft':
      case 'approved':
        actsForCreditor(state, terms.acting);
        refuseUnlessSecondPerson(state, terms.facts, terms.acting);
        if (state.approval !== undefined && recordedSince(state.approval, terms.facts) === 0) return [];
        return [approval(state, terms)];
      case 'issued':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('approve', state);
    }
  };

function approval(state: RechargeRecord, terms: ApproveTerms): RechargeFact<'recharge.approved'> {
  const { acting, limits, facts, approvedOn } = terms;
  const { totalPence } = state;
  if (!standsStill(state, terms)) throw new RechargeOutOfDate();
  refuseOverLimits(totalPence, acting, limits);
  const countedPence = sumPence([totalPence, limits.besidePence]);
  return {
    type: 'recharge.approved',
    occurredOn: approvedOn,
    data: {
      by: acting.by,
      totalPence,
      ...(isLimited(acting, limits) && { countedPence }),
      restsOn: restsOn(facts),
    },
  };
}
