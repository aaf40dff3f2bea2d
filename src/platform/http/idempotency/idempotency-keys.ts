import type { DataSource } from 'typeorm';

/** Whose key it is and for what: the same key of somebody else, or for another address, is another key. */
export interface KeyOwner {
  readonly organisation: string;
  readonly actor: string;
  readonly key: string;
  /** Method and path. */
  readonly route: string;
}

/** An answer as it was given, to be given again. */
export interface StoredAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON text of the body, or nothing for an answer without one. */
  readonly body: string | null;
}

export type Claim =
  /** Nobody has used the key, so the command may run now. */
  | { readonly claim: 'granted' }
  | { readonly claim: 'running' }
  | { readonly claim: 'other-command' }
  | { readonly claim: 'answered'; readonly answer: StoredAnswer };

/** A run that has not ended after this long is taken for lost. Running again is safe: the command has the same id. */
const LOST_AFTER = '15 seconds';
const KEPT_FOR = '24 hours';

interface KeyRow {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: string | null;
}

/** The answers to recent commands by their Idempotency-Key. Bodies may name people, so they are kept for a day only. */
export class IdempotencyKeys {
  constructor(private readonly database: DataSource) {}

  /** Asks to run the command. Two requests at once: exactly one is granted. */
  async claim(owner: KeyOwner, fingerprint: string): Promise<Claim> {
    const granted = await this.database.query<unknown[]>(
      `insert into idempotency_key (organisation, actor, key, route, fingerprint, state, started_at)
       values ($1, $2, $3, $4, $5, 'running', now())
       on conflict (organisation, actor, key, route) do update set
         fingerprint = excluded.fingerprint, state = 'running', started_at = now(),
         status = null, headers = null, body = null, finished_at = null
       where (idempotency_key.state = 'running' and idempotency_key.fingerprint = excluded.fingerprint
              and idempotency_key.started_at < now() - interval '${LOST_AFTER}')
          or idempotency_key.finished_at < now() - interval '${KEPT_FOR}'
       returning 1`,
      [...ownerValues(owner), fingerprint],
    );
    if (granted.length > 0) return { claim: 'granted' };
    const [row] = await this.database.query<KeyRow[]>(
      `select fingerprint, status, headers, body from idempotency_key
       where organisation = $1 and actor = $2 and key = $3 and route = $4`,
      ownerValues(owner),
    );
    // Freed between the two statements: the caller may as well come back in a moment.
    if (row === undefined) return { claim: 'running' };
    if (row.fingerprint !== fingerprint) return { claim: 'other-command' };
    if (row.status === null) return { claim: 'running' };
    return { claim: 'answered', answer: { status: row.status, headers: row.headers ?? {}, body: row.body } };
  }

  /** Keeps the answer of a command that was carried out. */
  async finish(owner: KeyOwner, { status, headers, body }: StoredAnswer): Promise<void> {
    await this.database.query(
      `update idempotency_key set state = 'done', status = $5, headers = $6, body = $7, finished_at = now()
       where organisation = $1 and actor = $2 and key = $3 and route = $4`,
      [...ownerValues(owner), status, JSON.stringify(headers), body],
    );
  }

  /** Frees the key of a command that was refused: nothing happened, so it may be put right and sent again. */
  async free(owner: KeyOwner): Promise<void> {
    await this.database.query(
      `delete from idempotency_key
       where organisation = $1 and actor = $2 and key = $3 and route = $4 and state = 'running'`,
      ownerValues(owner),
    );
  }

  /** Removes the answers that are older than a day. */
  async forgetOld(): Promise<void> {
    await this.database.query(
      `delete from idempotency_key where coalesce(finished_at, started_at) < now() - interval '${KEPT_FOR}'`,
    );
  }
}

function ownerValues({ organisation, actor, key, route }: KeyOwner): string[] {
  return [organisation, actor, key, route];
}
