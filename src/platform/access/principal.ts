import type { IncomingMessage } from 'node:http';
import type { Actor } from '../../kernel/event.js';
import type { Role } from './roles.js';

/** Whom a valid access token stands for. */
export interface Principal {
  /** Who says so: the address of the token issuer. Subjects are unique within one issuer only. */
  readonly issuer: string;
  /** Opaque, never a name. */
  readonly subject: string;
  /** ODS code of an NHS body or GSS code of a council. From the token only, never from a body. */
  readonly organisation: string;
  /** Those of the token's roles that we know, in the token's order. */
  readonly roles: readonly Role[];
  /** For showing to colleagues. It never stands in an event or a log line. */
  readonly name?: string;
}

/** What the guard found out about a request that it let through. */
export interface Access {
  readonly principal: Principal;
  /** The role under which the person acts: the first of the token's roles that the route allows. */
  readonly role: Role;
}

interface WithRaw {
  readonly raw: IncomingMessage;
}

const granted = new WeakMap<IncomingMessage, Access>();
const vouchedFor = new WeakMap<IncomingMessage, Principal>();

/**
 * Says whom a request stands for that this process makes to itself for somebody whose session it has checked. No request from
 * outside can be said to be such a one: what is known is the object, not something that is written in it.
 */
export function vouchFor(raw: IncomingMessage, principal: Principal): void {
  vouchedFor.set(raw, principal);
}

export function principalVouchedFor({ raw }: WithRaw): Principal | undefined {
  return vouchedFor.get(raw);
}

export function grantAccess({ raw }: WithRaw, access: Access): void {
  granted.set(raw, access);
}

/** Nothing on a public route. */
export function findAccess({ raw }: WithRaw): Access | undefined {
  return granted.get(raw);
}

/** @throws Error on a public route, where nobody is known: a fault of the route, not of the caller. */
export function accessOf(request: WithRaw): Access {
  const access = findAccess(request);
  if (access === undefined) throw new Error('A public route asked who is calling');
  return access;
}

/** The actor that events of this request name. */
export function actorOf({ principal, role }: Access): Actor {
  return { id: principal.subject, organisation: principal.organisation, role };
}
