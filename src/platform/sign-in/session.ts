import type { Principal } from '../access/principal.js';
import type { SessionLimits } from './sign-in-settings.js';

/** Somebody who signed in to the pages, from then until it ends. */
export interface Session {
  /** With the roles of this day, none of them when no right is left. */
  readonly principal: Principal;
  /** Every organisation in which there is a right today. */
  readonly organisations: readonly string[];
  readonly signedInAt: Date;
  /** When a request last came, to the minute. */
  readonly seenAt: Date;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When a session ends unless another request comes: by idleness, or at the latest by its age. */
export function endOf(
  { signedInAt, seenAt }: Pick<Session, 'signedInAt' | 'seenAt'>,
  { idleMinutes, hours }: SessionLimits,
): Date {
  return new Date(
    Math.min(seenAt.getTime() + idleMinutes * MINUTE_MS, signedInAt.getTime() + hours * HOUR_MS),
  );
}
