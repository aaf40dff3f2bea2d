import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import { noRightToday } from '../access/no-right-today.js';
import type { Account, Principal, SignedIn } from '../access/principal.js';
import type { Rights, Standing } from '../access/rights.js';
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

/** A session as its owner sees it in a list. */
export interface OwnSession {
  readonly organisation: string;
  readonly signedInAt: Date;
  /** When a request last came, to the minute. */
  readonly seenAt: Date;
  readonly endsAt: Date;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** The sessions of the pages. They are in the database, so that every web process knows them and any can end them. */
export class Sessions {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
    private readonly rights: Rights,
  ) {}

  /**
   * Begins a session under a token that nobody had before, for the organisation that the sign-in named, or for the first of
   * the person's.
   *
   * @throws Problem `not-allowed` when there is no right today.
   */
  async begin(signedIn: SignedIn): Promise<string> {
    const { issuer, subject, name } = signedIn;
    const { organisation, roles } = rightsToday(await this.rights.of(signedIn));
    const token = newToken();
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO session (token_hash, issuer, subject, organisation, roles, display_name, signed_in_at, seen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [hashOfToken(token), issuer, subject, organisation, roles, name ?? null, now],
    );
    return token;
  }

  /**
   * The session of a token, with the rights of this day; it lasts longer by being asked for. Nothing when there is none, or
   * none any more.
   */
  async find(token: string): Promise<Session | undefined> {
    const hash = hashOfToken(token);
    if (hash === undefined) return undefined;
    const [row] = await this.database.query<SessionRow[]>(
      `SELECT issuer, subject, organisation, roles, display_name, signed_in_at, seen_at
       FROM session WHERE token_hash = $1`,
      [hash],
    );
    if (row === undefined) return undefined;
    const times = { signedInAt: row.signed_in_at, seenAt: row.seen_at };
    const now = this.clock.now();
    if (endOf(times, this.limits) <= now) {
      await this.end(token);
      return undefined;
    }
    const { principal, organisations } = await this.rights.of(signedInOf(row));
    const session = { principal, organisations, ...times };
    if (now.getTime() - times.seenAt.getTime() < SEEN_EVERY_MS) return session;
    await this.database.query(`UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2`, [
      hash,
      now,
    ]);
    return { ...session, seenAt: now };
  }

  /**
   * Goes on for another organisation of the person.
   *
   * @throws Problem `not-allowed` when they have no right there today.
   */
  async choose(token: string, session: Session, organisation: string): Promise<void> {
    const { issuer, subject, name } = session.principal;
    const wanted = { issuer, subject, organisation, claimedRoles: [], ...(name !== undefined && { name }) };
    const { roles } = rightsToday(await this.rights.of(wanted));
    await this.database.query(`UPDATE session SET organisation = $2, roles = $3 WHERE token_hash = $1`, [
      hashOfToken(token),
      organisation,
      roles,
    ]);
  }

  /** When a session ends unless another request comes. */
  endOf(session: Session): Date {
    return endOf(session, this.limits);
  }

  async end(token: string): Promise<void> {
    await this.database.query(`DELETE FROM session WHERE token_hash = $1`, [hashOfToken(token)]);
  }

  /** Ends all sessions of a person, on whatever machine; those alone that began until a moment, where one is given. */
  async endAllOf({ issuer, subject }: Account, begunUntil?: Date): Promise<void> {
    await this.database.query(
      `DELETE FROM session
       WHERE issuer = $1 AND subject = $2 AND ($3::timestamptz IS NULL OR signed_in_at <= $3)`,
      [issuer, subject, begunUntil ?? null],
    );
  }

  /** The sessions of the person whose token it is, which have not ended, the newest first. */
  async listOf(token: string, { issuer, subject }: Account): Promise<readonly OwnSession[]> {
    const rows = await this.database.query<(SessionRow & { current: boolean })[]>(
      `SELECT organisation, signed_in_at, seen_at, token_hash = $3 AS current
       FROM session WHERE issuer = $1 AND subject = $2 ORDER BY signed_in_at DESC, token_hash`,
      [issuer, subject, hashOfToken(token)],
    );
    const now = this.clock.now();
    return rows
      .map(({ organisation, signed_in_at: signedInAt, seen_at: seenAt, current }) => {
        const endsAt = endOf({ signedInAt, seenAt }, this.limits);
        return { organisation, signedInAt, seenAt, endsAt, current };
      })
      .filter(({ endsAt }) => endsAt > now);
  }

  /** Removes what nobody can use any more. */
  async forgetEnded(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.limits.hours * 60 * 60 * 1000);
    await this.database.query(`DELETE FROM session WHERE signed_in_at < $1`, [before]);
  }
}

function signedInOf({ issuer, subject, organisation, roles, display_name: name }: SessionRow): SignedIn {
  return {
    issuer,
    subject,
    organisation,
    claimedRoles: roles.filter(isRole),
    ...(name !== null && { name }),
  };
}

/** @throws Problem `not-allowed` when there is none. */
function rightsToday({ principal, account }: Standing): Principal {
  if (principal.roles.length === 0) throw noRightToday(account);
  return principal;
}
