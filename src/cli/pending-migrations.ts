import pg from 'pg';
import { OWN_SCHEMA, PEOPLE_KEYS_SCHEMA, schemaState } from '../platform/persistence/schema-state.js';

/** The names of the migrations that are still to run, in order. Nothing is changed, not even TypeORM's table. */
export async function pendingMigrations(
  databaseUrl: string,
  keysDatabaseUrl: string,
): Promise<readonly string[]> {
  return [
    ...(await pendingOn(databaseUrl, OWN_SCHEMA)),
    ...(await pendingOn(keysDatabaseUrl, PEOPLE_KEYS_SCHEMA)),
  ];
}

async function pendingOn(url: string, schema: typeof OWN_SCHEMA): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const query = async <Rows>(text: string, values?: unknown[]) =>
      (await client.query(text, values)).rows as Rows;
    return (await schemaState({ query }, schema)).pending;
  } finally {
    await client.end();
  }
}
