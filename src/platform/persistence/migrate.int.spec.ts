import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { migrations } from '../../../migrations/index.js';
import { migrate } from './migrate.js';

describe('migrate', () => {
  const database = useTestDatabase();

  it('has nothing to do on a schema that is up to date', async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it('goes down to nothing and up again', async () => {
    const dataSource = new DataSource({ type: 'postgres', url: database.url, migrations: [...migrations] });
    await dataSource.initialize();
    for (const _ of migrations) await dataSource.undoLastMigration();
    const left = await dataSource.query(
      `SELECT table_name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_name <> 'migrations'`,
    );
    await dataSource.destroy();
    expect(left).toEqual([]);

    // Two processes that start at once.
    const ran = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(ran.flat().sort()).toEqual(migrations.map(({ name }) => name).sort());
  });
});
