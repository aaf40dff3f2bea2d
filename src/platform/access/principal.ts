import type { IncomingMessage } from 'node:http';
import type { Actor } from '../../kernel/event.js';
import type { Pence } from '../../kernel/pence.js';
import { FactOfRequest } from '../http/request/fact-of-request.js';
import type { Role } from './roles.js';

/** Whom a valid access token stands for. Who that is, the token says; what they may do, it does not. */
export interface Account {
  /** Who says so: the address of the token issuer. Subjects are unique within one issuer only. */
  readonly issuer: string;
  /** Opaque, never a name. */
  readonly subject: string;
}

/** An account with what its token, or its session, says beside it. */
export interface SignedIn extends Account {
  /** ODS code of an NHS body or GSS code of a council: for which of their organisations they are here. */
  readonly organisation?: string;
  /** Those of the token's roles that we know, in the token's order. They count only where roles are taken from tokens. */
  readonly claimedRoles: readonly Role[];
  /** For showing to colleagues. It never stands in an event or a log line. */
  readonly name?: string;
}

/** A right on record that gives a role. */
export interface Grant {
  readonly grant: string;
  /** Up to how much an approver may approve at once, in pence; absent where the right states no limit. */
  readonly limitPence?: Pence;
}

/** Somebody in one organisation, with what they may do there today. */
export interface Principal extends Account {
  readonly organisation: string;
  /** The roles of the day, in the order in which they count. */
  readonly roles: readonly Role[];
  /** Which right on record gives which role; absent where roles are taken from tokens. */
  readonly grants?: Readonly<Partial<Record<Role, Grant>>>;
  /** The staff reference of the person, the same under each of their accounts; absent where roles are taken from tokens. */
  readonly staff?: string;
  /** The other references under which earlier events name the person; absent where there are none. */
  readonly alsoKnownAs?: readonly string[];
  readonly name?: string;
}

/** What the guard found out about a request that it let through. */
export interface Access {
  readonly principal: Principal;
  /** The role under which the person acts: the first of theirs that the route allows. */
  readonly role: Role;
}

interface WithRaw {
  readonly raw: IncomingMessage;
}

const granted = new FactOfRequest<Access>();
const vouchedFor = new FactOfRequest<Principal>();

/**
 * Says whom a request stands for that this process makes to itself for somebody whose session it has checked. No request from
 * outside can be said to be such a one: what says so is no header and no field, and nothing that is sent becomes it.
 */
export function vouchFor(raw: IncomingMessage, principal: Principal): void {
  vouchedFor.keep(raw, principal);
}

export function principalVouchedFor({ raw }: WithRaw): Principal | undefined {
  return vouchedFor.of(raw);
}

export function grantAccess({ raw }: WithRaw, access: Access): void {
  granted.keep(raw, access);
}

/** Nothing on a public route. */
export function findAccess({ raw }: WithRaw): Access | undefined {
  return granted.of(raw);
}

/** @throws Error on a public route, where nobody is known: a fault of the route, not of the caller. */
export function accessOf(request: WithRaw): Access {
  const access = findAccess(request);
  if (access === undefined) throw new Error('A public route asked who is calling');
  return access;
}

/** The actor that events of this request name, with the right of that day. */
export function actorOf({ principal, role }: Access): Actor {
  const { subject, organisation, staff, alsoKnownAs, grants } = principal;
  return {
    id: subject,
    organisation,
    role,
    ...(staff !== undefined && { staff }),
    ...(alsoKnownAs !== undefined && { alsoKnownAs }),
    ...grants?.[role],
  };
}
