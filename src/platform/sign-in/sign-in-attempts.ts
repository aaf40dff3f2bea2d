import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import { hashOfToken, newToken } from './opaque-token.js';

/** A sign-in that has begun: what its answer is held against. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The page that was asked for, as a path of our own. */
  readonly returnTo: string;
}

/** Whoever takes longer at the issuer's page starts again. */
const LASTS_MS = 10 * 60 * 1000;

/** Sign-ins that have begun, each tied to the browser that began it and good for one answer. */
export class SignInAttempts {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns the token that the browser keeps meanwhile */
  async begin({ state, nonce, codeVerifier, returnTo }: SignInAttempt): Promise<string> {
    const token = newToken();
    await this.database.query(
      `INSERT INTO sign_in_attempt (token_hash, state, nonce, code_verifier, return_to, began_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [hashOfToken(token), state, nonce, codeVerifier, returnTo, this.clock.now()],
    );
    return token;
  }

  /** Takes the attempt away, so that its answer counts once; nothing when there is none or it took too long. */
  async take(token: string): Promise<SignInAttempt | undefined> {
    const [[row]] = await this.database.query<
      [{ state: string; nonce: string; code_verifier: string; return_to: string; began_at: Date }[], number]
    >(
      `DELETE FROM sign_in_attempt WHERE token_hash = $1
       RETURNING state, nonce, code_verifier, return_to, began_at`,
      [hashOfToken(token)],
    );
    if (row === undefined || row.began_at <= this.before()) return undefined;
    return { state: row.state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to };
  }

  /** Removes what nobody came back to. */
  async forgetOld(): Promise<void> {
    await this.database.query(`DELETE FROM sign_in_attempt WHERE began_at <= $1`, [this.before()]);
  }

  private before(): Date {
    return new Date(this.clock.now().getTime() - LASTS_MS);
  }
}
