import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

// Any number will do, as long as it stays the same in every version that may run beside this one.
const MIGRATION_LOCK = 4_837_201;

/**
 * Brings the schema up to date, each migration in a transaction of its own. Two processes that start at once wait for each
 * other, so it can be called at every start.
 *
 * @returns the names of the migrations that ran, in order
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await runPending(databaseUrl);
  } finally {
    // Ending the session gives the lock back.
    await lock.end();
  }
}

async function runPending(databaseUrl: string): Promise<readonly string[]> {
  const dataSource = new DataSource({ type: 'postgres', url: databaseUrl, migrations: [...migrations] });
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
