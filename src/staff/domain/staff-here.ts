import type { PlainDate } from '../../kernel/plain-date.js';
import { RightNotFound, StaffNotFound, WorksElsewhere } from './staff-refusals.js';
import { worksFor, type Right, type StaffMember, type StaffRecord } from './staff-member.js';

/**
 * The account as an organisation knows it.
 *
 * @throws StaffNotFound when there is none, or none that the organisation knows.
 */
export function staffHere(state: StaffMember, organisation: string): StaffRecord {
  if (state.stage === 'unknown' || !state.knownTo.includes(organisation)) throw new StaffNotFound();
  return state;
}

/**
 * That an organisation knows an account says no more than that its administrator typed a sign-in id. Over somebody who works
 * for others it has no say by that; over who works for nobody yet it has, so that a colleague's second account is linked before
 * it has rights.
 *
 * @throws WorksElsewhere when the account has rights in other organisations and none in this one, on the day or later.
 */
export function refuseElsewhere(state: StaffMember, organisation: string, day: PlainDate): void {
  const organisations = worksFor(state, day);
  if (organisations.length > 0 && !organisations.includes(organisation)) throw new WorksElsewhere();
}

/**
 * A right of the account in an organisation.
 *
 * @throws StaffNotFound as `staffHere`
 * @throws RightNotFound when the account has no such right there.
 */
export function rightHere(state: StaffMember, organisation: string, grant: string): Right {
  const found = staffHere(state, organisation).rights.find((each) => each.grant === grant);
  if (found?.organisation !== organisation) throw new RightNotFound();
  return found;
}
