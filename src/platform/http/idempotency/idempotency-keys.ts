import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { integerArray, textArray } from '../../persistence/binary-values.js';
import { Gathered } from '../../persistence/gathered.js';
import { queryPrepared } from '../../persistence/prepared-query.js';
import { refusesAValue } from '../../persistence/refused-value.js';

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

/** A command under its key as they are stored: hashes in the place of the key and of the command. */
export interface KeyedCommand {
  readonly owner: KeyOwner;
  readonly fingerprint: string;
}

interface Finished extends KeyedCommand {
  readonly answer: StoredAnswer;
}

const RULES = {
  nameOf: ({ owner }: { readonly owner: KeyOwner }) => nameOf(owner),
  isAboutOne: refusesAValue,
  lanes: 2,
  most: 64,
};

/**
 * Has the commit of a statement not wait for the disk. What is written before an append is on the disk when the append is;
 * and when the database dies within a moment after one, and takes the answer with it, the command that is sent again finds
 * its own events. So nothing that was answered rests on this.
 */
const UNHURRIED = `(SELECT set_config('synchronous_commit', 'off', true)) AS unhurried`;

/**
 * The answers to recent commands by their Idempotency-Key, kept for a day. A body may hold a birth date or a number of which
 * there are so few that a plain hash of it could be found by trying all of them, and a client may make its keys of names; so
 * both are stored as hashes with a key that is in no database. What the requests of a moment ask is asked with one statement.
 */
export class IdempotencyKeys {
  private readonly asked = new Gathered<KeyedCommand, boolean>((all) => this.grant(all), RULES);
  private readonly finished = new Gathered<Finished, undefined>((all) => this.keep(all), RULES);

  /** @param secret of the product: processes that share a database share it. Another one forgets the answers, and no more. */
  constructor(
    private readonly database: DataSource,
    private readonly secret: Uint8Array,
  ) {}

  /** @param command a text that is the same for the same command, and for no other */
  keyed(owner: KeyOwner, command: string): KeyedCommand {
    const { organisation, actor, key, route } = owner;
    return {
      owner: { organisation, actor, key: this.hashed('key', key), route },
      fingerprint: this.hashed('fingerprint', command),
    };
  }

  /** Asks to run the command. Two requests at once: exactly one is granted. */
  async claim(command: KeyedCommand): Promise<Claim> {
    if (await this.asked.ask(command)) return { claim: 'granted' };
    const { owner, fingerprint } = command;
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
  async finish({ owner, fingerprint }: KeyedCommand, answer: StoredAnswer): Promise<void> {
    await this.finished.ask({ owner, fingerprint, answer });
  }

  private async grant(all: readonly KeyedCommand[]): Promise<readonly boolean[]> {
    // In the order of the keys: two processes that want the same ones wait for each other, and would deadlock otherwise.
    const rows = await queryPrepared<KeyOwner>(this.database, {
      name: 'idempotency-keys-grant',
      text: `insert into idempotency_key (organisation, actor, key, route, fingerprint, state, started_at)
       select organisation, actor, key, route, fingerprint, 'running', now()
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
         as wanted (organisation, actor, key, route, fingerprint), ${UNHURRIED}
       order by 1, 2, 3, 4
       on conflict (organisation, actor, key, route) do update set
         fingerprint = excluded.fingerprint, state = 'running', started_at = now(),
         status = null, headers = null, body = null, finished_at = null
       where (idempotency_key.state = 'running' and idempotency_key.fingerprint = excluded.fingerprint
              and idempotency_key.started_at < now() - interval '${LOST_AFTER}')
          or idempotency_key.finished_at < now() - interval '${KEPT_FOR}'
       returning organisation, actor, key, route`,
      values: commandColumns(all),
    });
    const granted = new Set(rows.map(nameOf));
    return all.map(({ owner }) => granted.has(nameOf(owner)));
  }

  /** Each of the keys is there, granted: so what would insert it changes it, by its index and however many there are. */
  private async keep(all: readonly Finished[]): Promise<readonly undefined[]> {
    await queryPrepared(this.database, {
      name: 'idempotency-keys-keep',
      text: `insert into idempotency_key
         (organisation, actor, key, route, fingerprint, state, started_at, status, headers, body, finished_at)
       select organisation, actor, key, route, fingerprint, 'done', now(), status, headers::json, nullif(body, ''), now()
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::text[])
         as given (organisation, actor, key, route, fingerprint, status, headers, body), ${UNHURRIED}
       order by 1, 2, 3, 4
       on conflict (organisation, actor, key, route) do update set
         state = 'done', status = excluded.status, headers = excluded.headers, body = excluded.body, finished_at = now()`,
      values: [
        ...commandColumns(all),
        integerArray(all.map(({ answer }) => answer.status)),
        textArray(all.map(({ answer }) => JSON.stringify(answer.headers))),
        textArray(all.map(({ answer }) => answer.body ?? '')),
      ],
    });
    return all.map(() => undefined);
  }

  /** Frees the key of a command that was refused: nothing happened, so it may be put right and sent again. */
  async free({ owner }: KeyedCommand): Promise<void> {
    await this.database.query(
      `delete from idempotency_key
       where organisation = $1 and actor = $2 and key = $3 and route = $4 and state = 'running'`,
      ownerValues(owner),
    );
  }

  /**
   * Gives up a run of which nobody can say what it did: the same command may be sent again at once, and finds what there is of it.
   * Another one under this key would be a second one.
   */
  async release({ owner }: KeyedCommand): Promise<void> {
    await this.database.query(
      `update idempotency_key set started_at = now() - interval '${LOST_AFTER}'
       where organisation = $1 and actor = $2 and key = $3 and route = $4 and state = 'running'`,
      ownerValues(owner),
    );
  }

  /** Removes the answers that are older than a day. */
  async forgetOld(): Promise<void> {
    await this.database.query(
      `delete from idempotency_key where started_at < now() - interval '${KEPT_FOR}'`,
    );
  }

  private hashed(kind: 'key' | 'fingerprint', text: string): string {
    return createHmac('sha256', this.secret).update(`${kind} ${text}`).digest('hex');
  }
}

function ownerValues({ organisation, actor, key, route }: KeyOwner): string[] {
  return [organisation, actor, key, route];
}

/** The four parts of the owners and the fingerprints, each as a list. */
function commandColumns(all: readonly KeyedCommand[]): readonly Buffer[] {
  return [
    textArray(all.map(({ owner }) => owner.organisation)),
    textArray(all.map(({ owner }) => owner.actor)),
    textArray(all.map(({ owner }) => owner.key)),
    textArray(all.map(({ owner }) => owner.route)),
    textArray(all.map(({ fingerprint }) => fingerprint)),
  ];
}

function nameOf(owner: KeyOwner): string {
  return JSON.stringify(ownerValues(owner));
}
