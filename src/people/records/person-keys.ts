import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import { londonDateOf, type PlainDate } from '../../kernel/plain-date.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import {
  KEY_ENCRYPTION,
  type KeyEncryption,
  type KeyOwner,
  type WrappedKey,
} from '../../platform/sealing/key-encryption.js';
import type { DataKey } from '../../platform/sealing/sealed-value.js';

/** Nest's name for the database of people's keys. */
export const PEOPLE_KEYS_DATABASE = Symbol('PeopleKeysDatabase');

/** The key of a person: there, or destroyed for good. */
export type PersonKey =
  | { readonly state: 'held'; readonly dataKey: DataKey }
  | { readonly state: 'destroyed'; readonly on: PlainDate; readonly authority: string };

/** What is known of a key without reading it. */
export interface KeyStanding {
  readonly keyId: string;
  readonly legalHold: boolean;
  readonly destroyedAt: Date | undefined;
  /** SHA-256 of the wrapped key, hexadecimal: it proves which key was destroyed. */
  readonly wrappedHash: string;
}

/** On whose word a key is destroyed. */
export interface KeyDestruction {
  readonly at: Date;
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly authority: string;
}

interface KeyRow {
  readonly organisation: string;
  readonly person_id: string;
  readonly key_id: string;
  readonly wrapped: Buffer | null;
  readonly wrapped_with: string;
  readonly destroyed_at: Date | null;
  readonly authority: string | null;
}

/** One data key for each person. None is kept in memory: a destroyed one works nowhere from that moment on. */
@Injectable()
export class PersonKeys {
  constructor(
    @Inject(PEOPLE_KEYS_DATABASE) private readonly database: DataSource,
    @Inject(KEY_ENCRYPTION) private readonly keys: KeyEncryption,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The person's key, made when there is none. Two at once get the same one, and a destroyed one is not made anew. */
  async getOrMake(owner: KeyOwner): Promise<PersonKey> {
    const { wrapped } = await this.keys.newDataKey(owner);
    await this.database.query(
      `insert into people_keys.person_key
         (organisation, person_id, key_id, wrapped, wrapped_hash, wrapped_with, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (organisation, person_id) do nothing`,
      [
        owner.organisation,
        owner.personId,
        wrapped.keyId,
        Buffer.from(wrapped.wrapped),
        hashOfWrapped(wrapped),
        wrapped.wrappedWith,
        this.clock.now(),
      ],
    );
    return this.get(owner);
  }

  /** @throws Error when the person never had a key: then the databases are not of one time. */
  async get(owner: KeyOwner): Promise<PersonKey> {
    const [key] = await this.ofSeveral(owner.organisation, [owner.personId]);
    if (key === undefined) throw missing(owner.personId);
    return key;
  }

  /**
   * The keys of several people of one organisation, in their order.
   *
   * @throws Error when one of them never had a key.
   */
  async ofSeveral(organisation: string, personIds: readonly string[]): Promise<readonly PersonKey[]> {
    const rows = await this.database.query<KeyRow[]>(
      `select organisation, person_id, key_id, wrapped, wrapped_with, destroyed_at, authority
       from people_keys.person_key where organisation = $1 and person_id = any($2)`,
      [organisation, personIds],
    );
    const byPerson = new Map(rows.map((row) => [row.person_id, row]));
    return Promise.all(
      personIds.map((personId) => {
        const row = byPerson.get(personId);
        if (row === undefined) throw missing(personId);
        return this.keyOf(row);
      }),
    );
  }

  /** Whose keys another key-encryption key wrapped than the one that wraps now. Destroyed keys are nobody's to wrap. */
  async wrappedBefore(limit: number): Promise<readonly KeyOwner[]> {
    return this.database.query<KeyOwner[]>(
      `select organisation, person_id as "personId" from people_keys.person_key
       where wrapped is not null and wrapped_with <> $1 order by 1, 2 limit $2`,
      [this.keys.wrapsWith, limit],
    );
  }

  /**
   * The person's key wrapped anew where another key-encryption key wrapped it. One that is destroyed meanwhile stays so.
   *
   * @returns whether it was wrapped anew
   */
  async rewrap(owner: KeyOwner): Promise<boolean> {
    const [row] = await this.database.query<Pick<KeyRow, 'wrapped_with'>[]>(
      `select wrapped_with from people_keys.person_key
       where organisation = $1 and person_id = $2 and wrapped is not null`,
      [owner.organisation, owner.personId],
    );
    if (row === undefined || row.wrapped_with === this.keys.wrapsWith) return false;
    const key = await this.get(owner);
    if (key.state === 'destroyed') return false;
    const wrapped = await this.keys.wrap(owner, key.dataKey);
    const [, count] = await this.database.query<[unknown, number]>(
      `update people_keys.person_key set wrapped = $3, wrapped_hash = $4, wrapped_with = $5
       where organisation = $1 and person_id = $2 and wrapped_with = $6 and destroyed_at is null`,
      [
        owner.organisation,
        owner.personId,
        Buffer.from(wrapped.wrapped),
        hashOfWrapped(wrapped),
        wrapped.wrappedWith,
        row.wrapped_with,
      ],
    );
    return count > 0;
  }

  /**
   * What is known of a person's key without reading it.
   *
   * @param within the transaction of the caller, whose connection is used where the keys are in the same database: to wait for
   *   another one while holding it would be to wait for ever, once all who hold one do
   */
  async standing({ organisation, personId }: KeyOwner, within?: EntityManager): Promise<KeyStanding> {
    const asked = within?.dataSource === this.database ? within : this.database;
    const [row] = await asked.query<
      { legal_hold: boolean; destroyed_at: Date | null; wrapped_hash: Buffer; key_id: string }[]
    >(
      `select key_id, legal_hold, destroyed_at, wrapped_hash from people_keys.person_key
       where organisation = $1 and person_id = $2`,
      [organisation, personId],
    );
    if (row === undefined) throw missing(personId);
    return {
      keyId: row.key_id,
      legalHold: row.legal_hold,
      destroyedAt: row.destroyed_at ?? undefined,
      wrappedHash: row.wrapped_hash.toString('hex'),
    };
  }

  /** @returns false when the key is destroyed already. */
  async hold({ organisation, personId }: KeyOwner, held: boolean): Promise<boolean> {
    const [, count] = await this.database.query<[unknown, number]>(
      `update people_keys.person_key set legal_hold = $3
       where organisation = $1 and person_id = $2 and destroyed_at is null`,
      [organisation, personId, held],
    );
    return count > 0;
  }

  /**
   * Destroys the key for good, unless a legal hold was put on it. The row keeps its hash, when, by whom and on what authority.
   *
   * @returns whether the key is destroyed now; it may have been before
   */
  async destroy({ organisation, personId }: KeyOwner, deed: KeyDestruction): Promise<boolean> {
    await this.database.query(
      `update people_keys.person_key
       set wrapped = null, destroyed_at = $3, destroyed_by = $4, approved_by = $5, authority = $6
       where organisation = $1 and person_id = $2 and destroyed_at is null and not legal_hold`,
      [organisation, personId, deed.at, deed.requestedBy, deed.approvedBy, deed.authority],
    );
    const { destroyedAt } = await this.standing({ organisation, personId });
    return destroyedAt !== undefined;
  }

  private async keyOf(row: KeyRow): Promise<PersonKey> {
    const { organisation, person_id: personId, key_id: keyId, wrapped, wrapped_with: wrappedWith } = row;
    if (wrapped === null || row.destroyed_at !== null) {
      const on = londonDateOf(row.destroyed_at ?? this.clock.now());
      return { state: 'destroyed', on, authority: row.authority ?? '' };
    }
    const dataKey = await this.keys.unwrap({ organisation, personId }, { keyId, wrapped, wrappedWith });
    return { state: 'held', dataKey };
  }
}

/** What proves, once the key is gone, which one it was. */
function hashOfWrapped({ wrapped }: WrappedKey): Buffer {
  return createHash('sha256').update(wrapped).digest();
}

function missing(personId: string): Error {
  return new Error(
    `There is no key of ${personId}: the database of people’s keys is not that of these details`,
  );
}
