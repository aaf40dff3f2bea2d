import type { Account, Principal, SignedIn } from './principal.js';
import type { RightsSource } from './rights-source.js';
import { badToken } from './token-verifier.js';

/** What somebody may do today. */
export interface Standing {
  /** In the organisation that was asked for, or in the first of theirs. Without roles there is no right on this day. */
  readonly principal: Principal;
  /** Every organisation in which there is a right today. */
  readonly organisations: readonly string[];
  /** What an administrator has to know to give a right to somebody who has none. */
  readonly account?: Account & { readonly staff: string };
}

/** Says what somebody may do today. Nobody keeps the answer: a right that ends counts no more from the next request on. */
export interface Rights {
  of(signedIn: SignedIn): Promise<Standing>;
}

/** Nest's name for the `Rights` that the guard goes by. */
export const RIGHTS = Symbol('Rights');
/** Nest's name for the `Rights` on record, which the staff context provides. */
export const RIGHTS_ON_RECORD = Symbol('RightsOnRecord');

/** Roles and organisation as the token claims them. Never in production: whoever can shape a token could take any role. */
export class RightsOfTokens implements Rights {
  /** @throws Problem `not-signed-in` when the token names no organisation. */
  of({ claimedRoles, organisation, ...account }: SignedIn): Promise<Standing> {
    if (organisation === undefined) throw badToken('The access token names no organisation');
    const principal = { ...account, organisation, roles: claimedRoles };
    return Promise.resolve({ principal, organisations: [organisation] });
  }
}

/** @throws Error when rights are to come from the records of a module that is not there. */
export function rightsFrom(source: RightsSource, onRecord: Rights | undefined): Rights {
  if (source === 'token') return new RightsOfTokens();
  if (onRecord === undefined) throw new Error('There are no rights on record to go by');
  return onRecord;
}
