import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { createDataSource } from './data-source.js';
import { loginsBeside } from './database-logins.js';
import { readAs } from './read-as.js';

const AGREEMENTS = 'SELECT agreement_id AS id FROM read_model.agreement ORDER BY 1';

describe('Rows that bodies may see', () => {
  const database = useTestDatabase();
  let owner: DataSource;
  let web: DataSource;

  beforeAll(async () => {
    owner = await createDataSource({ databaseUrl: database.url, poolSize: 1 }).initialize();
    await owner.query(`
      INSERT INTO read_model.agreement (agreement_id, subject, council, nhs_body, stage, revision, seen_by) VALUES
        ('LA-1', 'LA-1', 'E10000015', 'QM7', 'signed', 1, '{E10000015,QM7}'),
        ('LA-2', 'LA-2', 'E10000028', 'QHL', 'signed', 1, '{E10000028,QHL}'),
        ('LA-3', 'LA-3', 'E10000028', 'QM7', 'signed', 1, '{E10000028,QM7}')`);
  });
  beforeEach(async () => {
    // One connection, so that whoever comes next borrows the very one that was given back.
    web = await createDataSource({ databaseUrl: loginsBeside(database.url).web, poolSize: 1 }).initialize();
  });
  afterEach(() => web.destroy());
  afterAll(() => owner.destroy());

  const seenFor = async (...bodies: string[]) =>
    readAs(web, bodies, async (rows) => (await rows.query<{ id: string }[]>(AGREEMENTS)).map(({ id }) => id));
  const seenWithout = async () => web.query(AGREEMENTS);

  it('are those of the bodies that ask, whatever the query asks for', async () => {
    expect(await seenFor('QM7')).toEqual(['LA-1', 'LA-3']);
    expect(await seenFor('E10000028')).toEqual(['LA-2', 'LA-3']);
    expect(await seenFor('QHL', 'E10000015')).toEqual(['LA-1', 'LA-2']);
    expect(await seenFor('QOX')).toEqual([]);
    expect(await seenFor()).toEqual([]);
  });

  it('are none for whoever does not say for which bodies, before and after somebody did', async () => {
    expect(await seenWithout()).toEqual([]);
    expect(await seenFor('QM7')).toEqual(['LA-1', 'LA-3']);
    expect(await seenWithout()).toEqual([]);
    expect(await web.query(`SELECT current_setting('handover.bodies', true) AS bodies`)).toEqual([
      { bodies: '' },
    ]);
  });

  it('are none on the connection of somebody whose reading failed', async () => {
    const failing = readAs(web, ['QM7'], (rows) =>
      rows.query('SELECT no_such_column FROM read_model.agreement'),
    );
    await expect(failing).rejects.toThrow('no_such_column');
    expect(await seenWithout()).toEqual([]);
    const refusing = readAs(web, ['QM7'], () => Promise.reject(new RangeError('refused by our own code')));
    await expect(refusing).rejects.toThrow('refused by our own code');
    expect(await seenWithout()).toEqual([]);
    expect(await seenFor('QHL')).toEqual(['LA-2']);
  });

  it('are none on the connection of somebody who waited no longer: it is ended and not lent', async () => {
    await web.destroy();
    web = await createDataSource({ databaseUrl: loginsBeside(database.url).web, poolSize: 1 }, [], {
      queryMs: 100,
    }).initialize();
    const [{ pid: before }] = await web.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
    await expect(readAs(web, ['QM7'], (rows) => rows.query('SELECT pg_sleep(1)'))).rejects.toThrow('timeout');
    const [{ pid: after }] = await web.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
    expect(after).not.toBe(before);
    expect(await seenWithout()).toEqual([]);
    expect(await seenFor('QHL')).toEqual(['LA-2']);
  });

  it('see one moment, and cannot be written to', async () => {
    await readAs(web, ['QM7'], async (rows) => {
      await rows.query(AGREEMENTS);
      await owner.query(`UPDATE read_model.agreement SET stage = 'ended' WHERE agreement_id = 'LA-1'`);
      const [row] = await rows.query<{ stage: string }[]>(
        `SELECT stage FROM read_model.agreement WHERE agreement_id = 'LA-1'`,
      );
      expect(row?.stage).toBe('signed');
    });
    const writing = (statement: string) => readAs(web, ['QM7'], (rows) => rows.query(statement));
    await expect(writing(`UPDATE read_model.agreement SET stage = 'x'`)).rejects.toThrow('read-only');
    await expect(web.query(`DELETE FROM read_model.agreement`)).rejects.toThrow('permission denied');
    // A key that another body has taken would tell that it exists; nobody but the worker can try.
    await expect(
      web.query(`INSERT INTO read_model.agreement (agreement_id) VALUES ('LA-2')`),
    ).rejects.toThrow('permission denied');
  });

  it.each(["QM7'; RESET ALL; --", 'qm7', 'QM7,QHL', ''])(
    'are not read for %j, which is no code',
    async (body) => {
      await expect(seenFor(body)).rejects.toThrow(TypeError);
    },
  );
});
