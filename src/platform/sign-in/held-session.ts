import type { IncomingMessage } from 'node:http';
import { FactOfRequest } from '../http/request/fact-of-request.js';
import { formTokenOf } from './opaque-token.js';
import type { Session } from './session.js';

/** The session that the browser of a request holds. */
export interface HeldSession {
  readonly token: string;
  readonly session: Session;
  /** When it ends unless another request comes. */
  readonly endsAt: Date;
}

interface WithRaw {
  readonly raw: IncomingMessage;
}

const held = new FactOfRequest<HeldSession>();

export function keepHeldSession({ raw }: WithRaw, session: HeldSession): void {
  held.keep(raw, session);
}

/** Nothing where nobody is signed in, or nobody was asked for. */
export function findHeldSession({ raw }: WithRaw): HeldSession | undefined {
  return held.of(raw);
}

/** What the forms of the page send along. */
export function formTokenFor({ token }: HeldSession): string {
  return formTokenOf(token);
}
