import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { KEY_ENCRYPTION, type KeyEncryption, type KeyOwner } from '../../platform/sealing/key-encryption.js';
import { PEOPLE_KEYS_DATABASE } from './person-keys.js';

interface IndexKeyRow {
  readonly wrapped: Buffer;
  readonly wrapped_with: string;
}

/** The key of an organisation's keyed hashes. It outlives the key-encryption key that it was first derived from. */
@Injectable()
export class IndexKeys {
  constructor(
    @Inject(PEOPLE_KEYS_DATABASE) private readonly database: DataSource,
    @Inject(KEY_ENCRYPTION) private readonly keys: KeyEncryption,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws CannotOpen when it belongs to a key-encryption key that is not known here. */
  async of(organisation: string): Promise<Uint8Array> {
    const row = (await this.stored(organisation)) ?? (await this.made(organisation));
    return this.opened(organisation, row);
  }

  /** Sees to it that the organisation has its key stored, so that nothing has to be derived from a key that goes. */
  async ensure(organisation: string): Promise<void> {
    await this.of(organisation);
  }

  /** The key wrapped anew where another key-encryption key wrapped it. @returns whether it was */
  async rewrap(organisation: string): Promise<boolean> {
    const row = await this.stored(organisation);
    if (row === undefined || row.wrapped_with === this.keys.wrapsWith) return false;
    const bytes = await this.opened(organisation, row);
    const { wrapped, wrappedWith } = await this.keys.wrap(ownerOf(organisation), { keyId: KEY_ID, bytes });
    const [, count] = await this.database.query<[unknown, number]>(
      `update people_keys.index_key set wrapped = $2, wrapped_with = $3
       where organisation = $1 and wrapped_with = $4`,
      [organisation, Buffer.from(wrapped), wrappedWith, row.wrapped_with],
    );
    return count > 0;
  }

  private async opened(organisation: string, row: IndexKeyRow): Promise<Uint8Array> {
    const { wrapped, wrapped_with: wrappedWith } = row;
    const { bytes } = await this.keys.unwrap(ownerOf(organisation), { keyId: KEY_ID, wrapped, wrappedWith });
    return bytes;
  }

  private async stored(organisation: string): Promise<IndexKeyRow | undefined> {
    const [row] = await this.database.query<IndexKeyRow[]>(
      'select wrapped, wrapped_with from people_keys.index_key where organisation = $1',
      [organisation],
    );
    return row;
  }

  /**
   * Derived from the key-encryption key that the organisation's first person was recorded under, with which its hashes were
   * made before keys of hashes were stored. Two processes at once derive the same.
   */
  private async made(organisation: string): Promise<IndexKeyRow> {
    const [first] = await this.database.query<{ wrapped_with: string }[]>(
      `select wrapped_with from people_keys.person_key where organisation = $1
       order by created_at, person_id limit 1`,
      [organisation],
    );
    const bytes = await this.keys.indexKey(organisation, first?.wrapped_with);
    const { wrapped, wrappedWith } = await this.keys.wrap(ownerOf(organisation), { keyId: KEY_ID, bytes });
    await this.database.query(
      `insert into people_keys.index_key (organisation, wrapped, wrapped_with, created_at)
       values ($1, $2, $3, $4) on conflict (organisation) do nothing`,
      [organisation, Buffer.from(wrapped), wrappedWith, this.clock.now()],
    );
    const row = await this.stored(organisation);
    if (row === undefined) throw new Error(`The key of the hashes of ${organisation} was not kept`);
    return row;
  }
}

const KEY_ID = 'index';

/** What binds the wrapped key to its organisation. No person has this id. */
function ownerOf(organisation: string): KeyOwner {
  return { organisation, personId: KEY_ID };
}
