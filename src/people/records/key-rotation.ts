import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import type { KeyEncryption } from '../../platform/sealing/key-encryption.js';
import { IndexKeys } from './index-keys.js';
import { PersonKeys } from './person-keys.js';

/** So many people are looked up at once; each is wrapped anew by itself. */
const LOOKED_UP_AT_ONCE = 200;

/** How many keys a key-encryption key wraps. */
export interface WrappedCount {
  /** The name of the key-encryption key. */
  readonly wrappedWith: string;
  readonly people: number;
  readonly organisations: number;
  /** Whether new keys are wrapped with it. */
  readonly current: boolean;
}

/**
 * Changes the key-encryption key for another: wraps the keys of people and of organisations' hashes anew, and touches nothing
 * that they sealed. Each key is a statement of its own, and one that is wrapped anew is not looked at again; so a run that is
 * broken off, however it is, leaves every key readable, and the next one goes on where it was.
 */
export class KeyRotation {
  private readonly people: PersonKeys;
  private readonly indexes: IndexKeys;

  constructor(
    private readonly database: DataSource,
    private readonly keys: KeyEncryption,
    clock: Clock,
  ) {
    this.people = new PersonKeys(database, keys, clock);
    this.indexes = new IndexKeys(database, keys, clock);
  }

  /**
   * @param after each key: how many were wrapped anew until then
   * @returns how many keys were wrapped anew
   * @throws CannotOpen when a key was wrapped with one that is not known here: then it is left as it is.
   */
  async run(after: (done: number) => void = () => undefined): Promise<number> {
    let done = 0;
    const count = (wrapped: boolean) => {
      if (!wrapped) return;
      done += 1;
      after(done);
    };
    const organisations = await this.organisations();
    // First, since what is not stored yet is derived from the key of the organisation's first person.
    for (const organisation of organisations) await this.indexes.ensure(organisation);
    for (const organisation of organisations) count(await this.indexes.rewrap(organisation));
    for (let owners = await this.people.wrappedBefore(LOOKED_UP_AT_ONCE); owners.length > 0;) {
      for (const owner of owners) count(await this.people.rewrap(owner));
      owners = await this.people.wrappedBefore(LOOKED_UP_AT_ONCE);
    }
    return done;
  }

  /** Which key-encryption keys are still needed to read anything. */
  async standing(): Promise<readonly WrappedCount[]> {
    const rows = await this.database.query<Omit<WrappedCount, 'current'>[]>(
      `select wrapped_with as "wrappedWith", sum(people)::integer as people, sum(organisations)::integer as organisations
       from (
         select wrapped_with, 1 as people, 0 as organisations from people_keys.person_key where wrapped is not null
         union all select wrapped_with, 0, 1 from people_keys.index_key) as every
       group by 1 order by 1`,
    );
    return rows.map((row) => ({ ...row, current: row.wrappedWith === this.keys.wrapsWith }));
  }

  private async organisations(): Promise<readonly string[]> {
    const rows = await this.database.query<{ organisation: string }[]>(
      `select organisation from people_keys.person_key union select organisation from people_keys.index_key order by 1`,
    );
    return rows.map(({ organisation }) => organisation);
  }
}
