import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import type { Principal } from '../access/principal.js';
import { isRole } from '../access/roles.js';
import { hashOfToken, newToken } from './opaque-token.js';
import { endOf, type Session } from './session.js';
import type { SessionLimits } from './sign-in-settings.js';

// A page of thirty links does not write thirty times.
const SEEN_EVERY_MS = 60_000;

interface SessionRow {
  readonly issuer: string;
  readonly subject: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly display_name: string | null;
  readonly signed_in_at: Date;
  readonly seen_at: Date;
}

/** The sessions of the pages. They are in the database, so that every web process knows them and any can end them. */
export class Sessions {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
  ) {}

  /** Begins a session under a token that nobody had before. */
  async begin({ issuer, subject, organisation, roles, name }: Principal): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO session (token_hash, issuer, subject, organisation, roles, display_name, signed_in_at, seen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [hashOfToken(token), issuer, subject, organisation, roles, name ?? null, now],
    );
    return token;
  }

  /** The session of a token, which lasts longer by being asked for; nothing when there is none, or none any more. */
  async find(token: string): Promise<Session | undefined> {
    const hash = hashOfToken(token);
    if (hash === undefined) return undefined;
    const [row] = await this.database.query<SessionRow[]>(
      `SELECT issuer, subject, organisation, roles, display_name, signed_in_at, seen_at
       FROM session WHERE token_hash = $1`,
      [hash],
    );
    if (row === undefined) return undefined;
    const session = sessionOf(row);
    const now = this.clock.now();
    if (endOf(session, this.limits) <= now) {
      await this.end(token);
      return undefined;
    }
    if (now.getTime() - session.seenAt.getTime() < SEEN_EVERY_MS) return session;
    await this.database.query(`UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2`, [
      hash,
      now,
    ]);
    return { ...session, seenAt: now };
  }

  /** When a session ends unless another request comes. */
  endOf(session: Session): Date {
    return endOf(session, this.limits);
  }

  async end(token: string): Promise<void> {
    await this.database.query(`DELETE FROM session WHERE token_hash = $1`, [hashOfToken(token)]);
  }

  /** Ends all sessions of a person, on whatever machine. */
  async endAllOf({ issuer, subject }: Principal): Promise<void> {
    await this.database.query(`DELETE FROM session WHERE issuer = $1 AND subject = $2`, [issuer, subject]);
  }

  /** Removes what nobody can use any more. */
  async forgetEnded(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.limits.hours * 60 * 60 * 1000);
    await this.database.query(`DELETE FROM session WHERE signed_in_at < $1`, [before]);
  }
}

function sessionOf({
  issuer,
  subject,
  organisation,
  roles,
  display_name: name,
  ...row
}: SessionRow): Session {
  return {
    principal: {
      issuer,
      subject,
      organisation,
      roles: roles.filter(isRole),
      ...(name !== null && { name }),
    },
    signedInAt: row.signed_in_at,
    seenAt: row.seen_at,
  };
}
