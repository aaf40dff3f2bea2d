import type { Actor } from '../../kernel/event.js';
import { clocksAnswer } from '../../platform/http/wire/clocks.js';
import { factsThen, todayOf, trueBy, type KnownHistory } from '../../platform/past/known-history.js';
import { NotThereThen } from '../../platform/past/past-refusals.js';
import { bridgingIn } from '../projections/bridging-recharge/bridging-recharge.query.js';
import { rechargesIn } from '../projections/recharges/recharges.query.js';
import { liabilitiesAnswer, type LiabilitiesAnswer } from './liability-answers.js';
import { rechargeAnswer, type RechargeAnswer, type RechargesOfCaseAnswer } from './recharge-answers.js';

/**
 * What the case came to by what is asked about.
 *
 * @throws NotThereThen when asAt is before its alert.
 */
export function liabilitiesThen(known: KnownHistory): Readonly<LiabilitiesAnswer> {
  const found = bridgingIn(factsThen(known));
  if (found === undefined) throw new TypeError(`${known.subject} has a history and no alert`);
  return { ...liabilitiesAnswer(found, todayOf(known.clocks)), clocks: clocksAnswer(known) };
}

/**
 * The recharges of the case that the actor's body is owed or owes. Only what was done with them is cut by asAt: they are
 * explained by all that was known of the case when each was worked out.
 *
 * @throws NotThereThen when asAt is before the alert of the case.
 */
export function rechargesThen(
  known: KnownHistory,
  actor: Pick<Actor, 'organisation'>,
): Readonly<RechargesOfCaseAnswer> {
  factsThen(known);
  const items = rechargesIn(trueBy(known, 'recharge.'), actor).map(rechargeAnswer);
  return { caseRef: known.subject, items, clocks: clocksAnswer(known) };
}

/**
 * One of them.
 *
 * @throws NotThereThen when it had not been worked out by then.
 */
export function rechargeThen(
  known: KnownHistory,
  actor: Pick<Actor, 'organisation'>,
  rechargeRef: string,
): Readonly<RechargeAnswer> {
  const { items, clocks } = rechargesThen(known, actor);
  const found = items.find((each) => each.rechargeRef === rechargeRef);
  if (found === undefined) throw new NotThereThen(`${rechargeRef} had not been worked out by then.`);
  return { ...found, ...(clocks && { clocks }) };
}
