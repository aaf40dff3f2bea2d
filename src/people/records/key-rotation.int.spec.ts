import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { systemClock } from '../../kernel/clock.js';
import { createDataSource } from '../../platform/persistence/data-source.js';
import type { KeyEncryption } from '../../platform/sealing/key-encryption.js';
import { LocalKeyEncryption } from '../../platform/sealing/local-key-encryption.js';
import { IndexKeys } from './index-keys.js';
import { KeyRotation } from './key-rotation.js';
import { PersonKeys } from './person-keys.js';

const COMMAND_LINE = fileURLToPath(new URL('../../../test/support/command-line.mjs', import.meta.url));
const BEFORE = 'd7a4c1f08b3e5296710fbe2d4c8a93e65f1b0d7742ce89a3516f0e4bb2d8c703';
const AFTER = '1c96ab45e07d32f8896b4fd02e51c7a3d4f08e6219bb5c70e3a8f47d1526c90e';
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const before = new LocalKeyEncryption(bytes(BEFORE));
const both = new LocalKeyEncryption(bytes(AFTER), bytes(BEFORE));
const after = new LocalKeyEncryption(bytes(AFTER));
const owners = Array.from({ length: 60 }, (_, index) => ({
  organisation: index % 2 === 0 ? 'E10000015' : 'QM7',
  personId: `PN-${String(index).padStart(10, '0')}`,
}));
// Everybody’s, and the one of hashes that is stored: another is stored by the change itself.
const KEYS = owners.length + 1;
const [first, second] = owners as [(typeof owners)[number], (typeof owners)[number]];
const destruction = { at: new Date(), requestedBy: 'a', approvedBy: 'b', authority: 'court-order' };

describe('the change of the key-encryption key', () => {
  const database = useTestDatabase();
  let keys: DataSource;
  let dataKeys: readonly string[];
  let indexKeys: readonly string[];

  beforeAll(async () => {
    keys = await createDataSource({ databaseUrl: database.url, poolSize: 3 }).initialize();
  });
  afterAll(async () => {
    await keys.destroy();
  });
  beforeEach(async () => {
    await keys.query('alter table people_keys.person_key disable trigger user');
    await keys.query('truncate people_keys.person_key, people_keys.index_key');
    await keys.query('alter table people_keys.person_key enable trigger user');
    const people = new PersonKeys(keys, before, systemClock);
    for (const owner of owners) await people.getOrMake(owner);
    dataKeys = await readable(before);
    indexKeys = await indexesWith(before);
    // As in an installation that was there before keys of hashes were stored.
    await keys.query(`delete from people_keys.index_key where organisation = 'QM7'`);
  });

  /** Everybody's data key as hexadecimal digits, or why it cannot be read. */
  async function readable(encryption: KeyEncryption): Promise<readonly string[]> {
    const people = new PersonKeys(keys, encryption, systemClock);
    return Promise.all(
      owners.map(async (owner) => {
        const key = await people.get(owner);
        return key.state === 'held' ? Buffer.from(key.dataKey.bytes).toString('hex') : key.state;
      }),
    );
  }
  const indexesWith = async (encryption: KeyEncryption) => {
    const indexes = new IndexKeys(keys, encryption, systemClock);
    const found = [await indexes.of('E10000015'), await indexes.of('QM7')];
    return found.map((key) => Buffer.from(key).toString('hex'));
  };
  const rotation = (encryption: KeyEncryption) => new KeyRotation(keys, encryption, systemClock);

  it('wraps every key anew, and changes none: what they sealed is read, and who was found is found', async () => {
    expect(await readable(both)).toEqual(dataKeys);
    expect(await indexesWith(both)).toEqual(indexKeys);
    expect(await rotation(both).run()).toBe(KEYS);
    expect(await readable(after)).toEqual(dataKeys);
    expect(await indexesWith(after)).toEqual(indexKeys);
    await expect(readable(before)).rejects.toThrow('another key-encryption key');
    expect(await rotation(both).standing()).toEqual([
      { wrappedWith: after.wrapsWith, people: owners.length, organisations: 2, current: true },
    ]);
    expect(await rotation(both).run()).toBe(0);
  });

  it('is broken off anywhere and goes on where it was, with every key readable all along', async () => {
    const broken = new Error('broken off');
    for (const stopAt of [1, 2, 3, 30]) {
      const run = rotation(both).run((done) => {
        if (done === stopAt) throw broken;
      });
      await expect(run).rejects.toBe(broken);
      expect(await readable(both)).toEqual(dataKeys);
      expect(await indexesWith(both)).toEqual(indexKeys);
    }
    const needed = (await rotation(both).standing()).map(({ current }) => current);
    expect([...needed].sort()).toEqual([false, true]);
    // 1 + 2 + 3 + 30 were wrapped anew by the runs that were broken off.
    expect(await rotation(both).run()).toBe(KEYS - 36);
    expect(await readable(after)).toEqual(dataKeys);
  });

  it('is done by two at once as by one', async () => {
    const [one, other] = await Promise.all([rotation(both).run(), rotation(both).run()]);
    expect(one + other).toBe(KEYS);
    expect(await readable(after)).toEqual(dataKeys);
  });

  it('takes over people who are recorded meanwhile, by servers that know both keys', async () => {
    const third = { organisation: 'QNC', personId: 'PN-NEW0000000' };
    const people = new PersonKeys(keys, both, systemClock);
    const made = await people.getOrMake(third);
    await rotation(both).run();
    expect(await new PersonKeys(keys, after, systemClock).get(third)).toEqual(made);
  });

  it('leaves a destroyed key destroyed, and proves by its hash which one was destroyed', async () => {
    const people = new PersonKeys(keys, both, systemClock);
    await people.destroy(first, destruction);
    const { wrappedHash } = await people.standing(first);
    await rotation(both).run();
    expect(await people.standing(first)).toMatchObject({ wrappedHash });
    const { wrappedHash: anew } = await people.standing(second);
    const [row] = await keys.query<{ hash: string }[]>(
      `select encode(sha256(wrapped), 'hex') as hash from people_keys.person_key where person_id = $1`,
      [second.personId],
    );
    expect(row?.hash).toBe(anew);
  });

  it('leaves a key as it is that was wrapped with one that nobody knows any more', async () => {
    const stranger = new LocalKeyEncryption(new Uint8Array(32).fill(9), new Uint8Array(32).fill(8));
    await expect(rotation(stranger).run()).rejects.toThrow('another key-encryption key');
    expect(await readable(before)).toEqual(dataKeys);
  });

  it('goes on after its process was ended without warning', async () => {
    const start = (command: string): ChildProcess =>
      spawn(process.execPath, ['--no-warnings', COMMAND_LINE, 'people', 'keys', command], {
        env: {
          PATH: process.env['PATH'] ?? '',
          DATABASE_URL: database.url,
          PEOPLE_KEY: AFTER,
          PEOPLE_KEY_BEFORE: BEFORE,
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    const toTheEnd = async (command: string): Promise<unknown> => (await once(start(command), 'exit'))[0];
    const anew = async () => {
      const [row] = await keys.query<{ count: number }[]>(
        'select count(*)::integer as count from people_keys.person_key where wrapped_with = $1',
        [after.wrapsWith],
      );
      return row?.count ?? 0;
    };
    // One key is held by somebody else, so that the run is in the middle for as long as the spec wants.
    const holder = keys.createQueryRunner();
    await holder.startTransaction();
    await holder.query('select 1 from people_keys.person_key where person_id = $1 for update', [
      owners[20]?.personId,
    ]);
    const killed = start('rotate');
    for (let done = 0; done === 0; await pause(20)) done = await anew();
    await pause(200);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await holder.rollbackTransaction();
    await holder.release();
    const half = await anew();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(owners.length);
    expect(await readable(both)).toEqual(dataKeys);
    expect(await toTheEnd('status')).toBe(1);

    expect(await toTheEnd('rotate')).toBe(0);
    expect(await anew()).toBe(owners.length);
    expect(await readable(after)).toEqual(dataKeys);
    expect(await indexesWith(after)).toEqual(indexKeys);
    expect(await toTheEnd('status')).toBe(0);
  }, 240_000);
});
