import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import type { MigrationClass } from '../../../migrations/migration-class.js';
import { peopleKeysMigrations } from '../../../migrations/people-keys/index.js';
import { OWN_SCHEMA, PEOPLE_KEYS_SCHEMA } from './schema-state.js';
import { refuseOtherTextOrder } from './text-order.js';

// Any number will do, as long as it stays the same in every version that may run beside this one.
const MIGRATION_LOCK = 4_837_201;

/**
 * Brings the schema up to date, each migration in a transaction of its own. Two processes that start at once wait for each
 * other, so it can be called at every start.
 *
 * @param keysDatabaseUrl where people's keys are; the same database when absent
 * @returns the names of the migrations that ran, in order
 * @throws OtherTextOrder before anything is made, when the database keeps or orders text in another way
 */
export async function migrate(
  databaseUrl: string,
  keysDatabaseUrl = databaseUrl,
): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await refuseOtherTextOrder({
      query: async <Rows>(text: string) => (await lock.query(text)).rows as Rows,
    });
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const own = await runPending(databaseUrl, OWN_SCHEMA.table, migrations);
    const keys = await runPending(keysDatabaseUrl, PEOPLE_KEYS_SCHEMA.table, peopleKeysMigrations);
    return [...own, ...keys];
  } finally {
    // Ending the session gives the lock back.
    await lock.end();
  }
}

async function runPending(
  url: string,
  migrationsTableName: string,
  all: readonly MigrationClass[],
): Promise<readonly string[]> {
  const dataSource = new DataSource({ type: 'postgres', url, migrationsTableName, migrations: [...all] });
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
