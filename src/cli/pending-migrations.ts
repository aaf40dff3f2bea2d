import pg from 'pg';
import { migrations } from '../../migrations/index.js';

/** The names of the migrations that a database has still to run, in order. Nothing is changed, not even TypeORM's table. */
export async function pendingMigrations(databaseUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const ran = await namesOfThoseThatRan(client);
    return migrations.map(({ name }) => name).filter((name) => !ran.has(name));
  } finally {
    await client.end();
  }
}

async function namesOfThoseThatRan(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('migrations') IS NOT NULL AS there`,
  );
  if (tables[0]?.there !== true) return new Set();
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
  return new Set(rows.map(({ name }) => name));
}
