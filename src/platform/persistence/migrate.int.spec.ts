import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { peopleKeysMigrations } from '../../../migrations/people-keys/index.js';
import { createTestDatabase, useTestDatabase } from '../../../test/support/postgres.js';
import { migrate } from './migrate.js';
import { OWN_SCHEMA, PEOPLE_KEYS_SCHEMA, type MigratedSchema } from './schema-state.js';

describe('migrate', () => {
  const database = useTestDatabase();

  it('has nothing to do on a schema that is up to date', async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  it('goes down to nothing and up again', async () => {
    const on = async (schema: MigratedSchema) => {
      const dataSource = new DataSource({
        type: 'postgres',
        url: database.url,
        migrationsTableName: schema.table,
        migrations: [...schema.migrations],
      });
      return dataSource.initialize();
    };
    const own = await on(OWN_SCHEMA);
    const keys = await on(PEOPLE_KEYS_SCHEMA);
    for (const _ of peopleKeysMigrations) await keys.undoLastMigration();
    for (const _ of migrations) await own.undoLastMigration();
    const left = await own.query(
      `SELECT table_name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
         AND table_name NOT IN ('migrations', 'people_keys_migrations')`,
    );
    await own.destroy();
    await keys.destroy();
    expect(left).toEqual([]);

    // Two processes that start at once.
    const ran = await Promise.all([migrate(database.url), migrate(database.url)]);
    const all = [...migrations, ...peopleKeysMigrations];
    expect(ran.flat().sort()).toEqual(all.map(({ name }) => name).sort());
  });

  it('puts people’s keys into a database of their own, and nothing else there', async () => {
    const other = await createTestDatabase();
    try {
      const keys = new DataSource({ type: 'postgres', url: other.url });
      await keys.initialize();
      await keys.query('DROP SCHEMA people_keys, people, access_log, event_store, read_model CASCADE');
      await keys.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
      expect(await migrate(database.url, other.url)).toEqual(peopleKeysMigrations.map(({ name }) => name));
      const tables = await keys.query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
      );
      await keys.destroy();
      expect(tables.map(({ name }) => name)).toEqual(['index_key', 'people_keys_migrations', 'person_key']);
    } finally {
      await other.drop();
    }
  });
});
