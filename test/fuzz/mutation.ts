import type { Seeded } from '../chaos/seeded.js';
import type { Draft } from './draft.js';
import type { Place } from './schemas.js';

/** How a request signs in, when not as somebody who may call the operation. */
export type SignIn =
  | 'allowed'
  | 'nobody'
  | 'another-role'
  | 'another-organisation'
  | 'malformed'
  | 'expired'
  | 'not-yet'
  | 'other-audience'
  | 'other-issuer'
  | 'unknown-key'
  | 'forged-signature'
  | 'no-algorithm'
  | 'shared-secret'
  | 'id-token'
  | 'no-organisation';

/** A request with one thing changed. */
export interface Mutated {
  readonly draft: Draft;
  readonly signIn?: SignIn;
  /** The statuses of a refusal that must come; absent where the request may be accepted as well. */
  readonly refused?: readonly number[];
}

export interface Mutation {
  readonly name: string;
  /** Nothing where the request has nothing to change in this way. */
  apply(draft: Draft, random: Seeded, places: readonly Place[]): Mutated | undefined;
}

/** Any of the refusals that are the sender's fault. */
export const REFUSED = Array.from({ length: 100 }, (_, index) => 400 + index);
