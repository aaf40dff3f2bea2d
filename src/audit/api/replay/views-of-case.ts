import type { Actor } from '../../../kernel/event.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { KnownHistory } from '../../../platform/past/known-history.js';
import { liabilitiesThen, rechargesThen } from '../../../recharge/index.js';
import { caseThen, deadlinesThen, fundingTimelineThen } from '../../../transfer-case/index.js';
import { employmentsThen, exposureThen, leaveThen, redundanciesThen } from '../../../workforce/index.js';

/** The state of a case and every figure of it, by the name of the view. */
export type ViewsOfCase = Readonly<Record<string, object>>;

/**
 * Every view of a case at the clocks of a history, as the reads of each show it.
 *
 * @param actor whose recharges are shown: those that their body is owed or owes
 * @throws NotThereThen when asAt is before its alert.
 */
export function viewsOfCase(known: KnownHistory, actor: Pick<Actor, 'organisation'>): ViewsOfCase {
  return {
    case: unclocked(caseThen(known)),
    deadlines: deadlinesThen(known).items,
    fundingTimeline: unclocked(fundingTimelineThen(known)),
    liabilities: unclocked(liabilitiesThen(known)),
    recharges: rechargesThen(known, actor).items,
    employments: employmentsThen(known),
    redundancies: redundanciesThen(known).items,
    leave: leaveThen(known).items,
    ...exposureOf(known),
  };
}

/** A day whose cap on a week's pay is not in the table has no exposure; everything else of the case has its figure. */
function exposureOf(known: KnownHistory): { readonly exposure?: object } {
  try {
    return { exposure: exposureThen(known).items };
  } catch (fault) {
    if (fault instanceof Refusal) return {};
    throw fault;
  }
}

/** The clocks are told once for all views. */
function unclocked<Answer extends { readonly clocks?: object }>({
  clocks: _,
  ...answer
}: Answer): Omit<Answer, 'clocks'> {
  return answer;
}
