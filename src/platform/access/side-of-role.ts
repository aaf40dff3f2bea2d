import type { Actor } from '../../kernel/event.js';
import { NotYourSide } from '../../kernel/refusal.js';
import { ROLES, type Role } from './roles.js';

/** The two kinds of body between which a person moves. */
export type BodySide = 'council' | 'nhs';

const SIDES: Readonly<Partial<Record<string, BodySide>>> = {
  'direct-payment-worker': 'council',
  'council-finance': 'council',
  'council-approver': 'council',
  'phb-worker': 'nhs',
  'nhs-finance': 'nhs',
  'nhs-approver': 'nhs',
} satisfies Partial<Record<Role, BodySide>>;

/** The role of those who work cases on each side. */
export const CASE_WORKER = {
  council: 'direct-payment-worker',
  nhs: 'phb-worker',
} as const satisfies Record<BodySide, Role>;

const IN_WORDS = { council: 'a council', nhs: 'an NHS body' } as const satisfies Record<BodySide, string>;

/**
 * Keeps a role to its own side: a token could name a council's role in an NHS body. Auditors, administrators and the
 * product itself take no side.
 *
 * @param side where the actor's organisation stands; nothing when it is no known body
 * @throws NotYourSide when the role is one of the other side.
 */
export function refuseRoleOfOtherSide({ organisation, role }: Actor, side: BodySide | undefined): void {
  const own = SIDES[role];
  if (own === undefined || side === undefined || own === side) return;
  throw new NotYourSide(`${role} is a role in ${IN_WORDS[own]}, and ${organisation} is ${IN_WORDS[side]}`, {
    role,
    organisation,
  });
}

/** The roles that there are in a body: those of its side, and those that take none. @param side nothing when it is no known body */
export function rolesIn(side: BodySide | undefined): readonly Role[] {
  return ROLES.filter((role) => SIDES[role] === undefined || side === undefined || SIDES[role] === side);
}
