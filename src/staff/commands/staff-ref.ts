import { referenceFromBytes } from '../../kernel/ids.js';
import { derivedBytes } from '../../platform/event-store/derived-id.js';
import type { Account } from '../../platform/access/principal.js';

/** The prefix of a staff reference: `SM-7F3K92QD1M`. */
export const STAFF_PREFIX = 'SM';

/**
 * The staff reference of an account. It follows from the account, so that who signs in is found by one read of one stream and
 * two administrators cannot record an account twice.
 */
export function staffRefOf({ issuer, subject }: Account): string {
  return referenceFromBytes(STAFF_PREFIX, derivedBytes('staff', issuer, subject));
}

/** The account that a right was given to: `SM-7F3K92QD1M-2` is a right of `SM-7F3K92QD1M`. */
export function staffOfGrant(grant: string): string {
  return grant.slice(0, grant.lastIndexOf('-'));
}
