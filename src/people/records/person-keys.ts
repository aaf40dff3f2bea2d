import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
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
