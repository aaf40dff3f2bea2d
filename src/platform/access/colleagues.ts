import type { PlainDate } from '../../kernel/plain-date.js';
import type { RightsSource } from './rights-source.js';
import type { Role } from './roles.js';
import type { StaffDirectory } from './staff-directory.js';

/** Says who works for an organisation. */
export interface Colleagues {
  /** The sign-in ids of those who hold the role in the organisation on the day, in the order of their ids. */
  holding(role: Role, organisation: string, day: PlainDate): Promise<readonly string[]>;
}

/** Nest's name for the `Colleagues` that are asked. */
export const COLLEAGUES = Symbol('Colleagues');
/** Nest's name for the `Colleagues` on record, which the staff context provides. */
export const COLLEAGUES_ON_RECORD = Symbol('ColleaguesOnRecord');

/** The accounts on record of the issuer whose tokens are taken. */
export interface ColleaguesOnRecord {
  holding(role: Role, organisation: string, day: PlainDate, issuer: string): Promise<readonly string[]>;
}

/**
 * @param source where rights are taken from tokens, roles are known of nobody who is not calling: whoever was seen there counts
 * @throws Error when rights are to come from the records of a module that is not there.
 */
export function colleaguesFrom(
  source: RightsSource,
  issuer: string,
  seen: Pick<StaffDirectory, 'seenIn'>,
  onRecord: ColleaguesOnRecord | undefined,
): Colleagues {
  if (source === 'token') return { holding: (_, organisation) => seen.seenIn(organisation, issuer) };
  if (onRecord === undefined) throw new Error('There are no rights on record to go by');
  return { holding: (role, organisation, day) => onRecord.holding(role, organisation, day, issuer) };
}
