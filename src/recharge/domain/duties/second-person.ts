import type { Person } from '../../../kernel/event.js';
import { isOneOf, personOf } from '../../../kernel/recorded-facts.js';
import type { Acting } from '../acting.js';
import type { RechargeRecord } from '../recharge.js';
import {
  ChargedByYourself,
  EnteredWhatIsCharged,
  NotAnApprover,
  PreparerMayNotApprove,
} from './duties.refusals.js';
import { enteredBy, type FactsBehind } from './facts-behind.js';

/** The roles under which a sum is released or taken back. */
const APPROVER_ROLES: readonly string[] = ['council-approver', 'nhs-approver'];

/** The person who acts, under whichever account. */
export function personActing({ by: id, ...acting }: Acting): Person {
  return personOf({ id, ...acting });
}

/**
 * Whoever releases a sum or takes it back is an approver who neither worked it out nor entered what it rests on.
 *
 * Who did what is told by the events and not by the role of the day: a role that changed between the two steps, a second
 * account, a right that somebody gave themself, or a deputy changes nothing about it.
 *
 * @throws NotAnApprover, PreparerMayNotApprove, EnteredWhatIsCharged
 */
export function refuseUnlessSecondPerson(
  { preparers }: Pick<RechargeRecord, 'preparers'>,
  facts: FactsBehind,
  acting: Acting,
): void {
  const person = personActing(acting);
  if (isOneOf(preparers, person)) throw new PreparerMayNotApprove();
  if (isOneOf(enteredBy(facts), person)) throw new EnteredWhatIsCharged();
  if (!APPROVER_ROLES.includes(acting.role)) throw new NotAnApprover(acting.role);
}

/**
 * Whoever answers and pays for the body that owes has neither prepared nor approved the charge for the other.
 *
 * @throws ChargedByYourself
 */
export function refuseOwnCharge(
  { preparers, approval }: Pick<RechargeRecord, 'preparers' | 'approval'>,
  acting: Acting,
): void {
  const people = [...preparers, ...(approval === undefined ? [] : [approval.approver])];
  if (isOneOf(people, personActing(acting))) throw new ChargedByYourself();
}
