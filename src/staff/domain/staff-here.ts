import { RightNotFound, StaffNotFound } from './staff-refusals.js';
import type { Right, StaffMember, StaffRecord } from './staff-member.js';

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
