import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock.js';
import type { SignedIn } from './principal.js';

/**
 * For so long a token that was found good is not checked again. It is how much longer a key that its issuer withdrew can go
 * on to count, on top of the ten minutes for which the keys themselves are kept.
 */
const KEPT_MS = 60_000;
/** More tokens than this push out the oldest; it bounds memory, not who may call. */
const MAX_KEPT = 10_000;

interface Verified {
  readonly signedIn: SignedIn;
  readonly untilMs: number;
}

/**
 * Tokens that were found good a moment ago, so that somebody at work has a signature checked once a minute and not at every
 * request. A token that has expired is never among them. Each process finds out for itself; nothing is shared.
 */
export class VerifiedTokens {
  private readonly kept = new Map<string, Verified>();

  constructor(private readonly clock: Clock) {}

  find(token: string): SignedIn | undefined {
    const name = nameOf(token);
    const verified = this.kept.get(name);
    if (verified === undefined) return undefined;
    if (verified.untilMs > this.clock.now().getTime()) return verified.signedIn;
    this.kept.delete(name);
    return undefined;
  }

  /** @param expiresAtSeconds the token's `exp` */
  keep(token: string, signedIn: SignedIn, expiresAtSeconds: number): void {
    const untilMs = Math.min(expiresAtSeconds * 1000, this.clock.now().getTime() + KEPT_MS);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(nameOf(token), { signedIn, untilMs });
  }
}

/** Its hash, so that memory holds nothing that could be used to call. */
function nameOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
