import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryFailedError, type DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { createDataSource } from './data-source.js';
import { queryPrepared } from './prepared-query.js';

describe('A prepared query', () => {
  const database = useTestDatabase();
  let dataSource: DataSource;

  beforeEach(async () => {
    dataSource = await createDataSource({ databaseUrl: database.url, poolSize: 1 }).initialize();
  });

  afterEach(() => dataSource.destroy());

  const halved = (by: number) =>
    queryPrepared<{ half: number; pid: number }>(dataSource, {
      name: 'halved',
      text: 'select 10 / $1::integer as half, pg_backend_pid() as pid',
      values: [by],
    });

  it('is planned once, and answers for each of its values', async () => {
    expect((await halved(2))[0]?.half).toBe(5);
    expect((await halved(5))[0]?.half).toBe(2);
    const prepared = await dataSource.query<{ calls: string }[]>(
      `select generic_plans + custom_plans as calls from pg_prepared_statements where name = 'halved'`,
    );
    expect(prepared).toEqual([{ calls: '2' }]);
  });

  it('that is refused says so as others do, and leaves its connection as it was', async () => {
    const [before] = await halved(1);
    await expect(halved(0)).rejects.toThrow(QueryFailedError);
    await expect(halved(0)).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect((await halved(1))[0]?.pid).toBe(before?.pid);
  });

  it('whose connection is cut is sent on another the next time', async () => {
    const [before] = await halved(1);
    const cut = queryPrepared(dataSource, {
      name: 'cut',
      text: 'select pg_terminate_backend(pg_backend_pid())',
      values: [],
    });
    await expect(cut).rejects.toThrow(QueryFailedError);
    const [after] = await halved(1);
    expect(after?.pid).not.toBe(before?.pid);
  });
});
