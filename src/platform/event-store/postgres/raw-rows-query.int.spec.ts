import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { RawRowsClient } from './raw-rows-client.js';
import { queryRawRows, type RawValue } from './raw-rows-query.js';
import { RowReader } from './row-reader.js';

describe('A statement that is answered with raw rows', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeEach(async () => {
    database = await createTestDatabase();
    // One connection: what a statement does to it is met by the next.
    pool = new pg.Pool({ Client: RawRowsClient, connectionString: database.url, max: 1 });
  });

  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  const ask = (name: string, text: string, ...values: readonly RawValue[]) =>
    queryRawRows(pool, { name, text, values });
  const number = async (name: string, text: string) => {
    const [row] = await ask(name, text);
    return row === undefined ? undefined : new RowReader(row).integer();
  };

  it('gives each row, in order, with its values in binary form', async () => {
    const rows = await ask('three', 'SELECT n, n * 10 FROM generate_series(1, 3) AS n');
    const read = rows.map((row) => {
      const values = new RowReader(row);
      return [values.integer(), values.integer()];
    });
    expect(read).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
  });

  it('gives none where there are none', async () => {
    expect(await ask('none', 'SELECT 1 WHERE false')).toEqual([]);
  });

  it('takes text as text, and bytes in binary form, also where they are part of more', async () => {
    const more = Uint8Array.from([1, 0, 0, 0, 7, 1]);
    const [row] = await ask('values', 'SELECT $1::integer + $2::integer', '5', more.subarray(1, 5));
    expect(row === undefined ? undefined : new RowReader(row).integer()).toBe(12);
  });

  it('is prepared once for a connection', async () => {
    for (let time = 0; time < 3; time += 1) await number('one', 'SELECT 1');
    expect(
      await number('prepared', `SELECT count(*)::integer FROM pg_prepared_statements WHERE name = 'one'`),
    ).toBe(1);
  });

  it('that the database refuses is told why, and the next is answered', async () => {
    await expect(ask('division', 'SELECT 1 / $1::integer', '0')).rejects.toMatchObject({ code: '22012' });
    expect(await number('one', 'SELECT 1')).toBe(1);
  });

  it('that could not be prepared is prepared when it can be', async () => {
    await expect(ask('later', 'SELECT n FROM later')).rejects.toMatchObject({ code: '42P01' });
    await ask('make', 'CREATE TABLE later AS SELECT 4 AS n');
    expect(await number('later', 'SELECT n FROM later')).toBe(4);
  });

  it('fails when its connection ends, and the next gets another', async () => {
    await expect(ask('end', 'SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow();
    expect(await number('one', 'SELECT 1')).toBe(1);
  });
});
