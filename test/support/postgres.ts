import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';

const TEMPLATE = 'handover_template';

/** A migrated database of one spec. */
export interface TestDatabase {
  /** For `createDataSource`, a pool, or `DATABASE_URL`. */
  readonly url: string;
  /** Drops it, and with it whatever is still connected. */
  drop(): Promise<void>;
}

/**
 * Makes a database of its own for a spec, on the PostgreSQL that all specs of the run share: migrated and empty, unless it is to be
 * made in another way.
 *
 * @param made what follows the name in CREATE DATABASE
 */
export async function createTestDatabase(made = `TEMPLATE ${TEMPLATE}`): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} ${made}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Gives every test of the file (or the `describe`) one database. Read `url` inside a test or hook, not before. */
export function useTestDatabase(): { readonly url: string } {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  }, 60_000);
  afterAll(async () => {
    await database?.drop();
  });
  return {
    get url() {
      if (database === undefined) throw new Error('The test database is there from beforeAll on');
      return database.url;
    },
  };
}

async function serverUrl(): Promise<string> {
  const port = process.env['HANDOVER_TEST_POSTGRES_PORT'];
  if (port === undefined)
    throw new Error('Run specs with jest.config.json, whose globalSetup offers PostgreSQL');
  const answer = await text(connect(Number(port), '127.0.0.1'));
  if (!answer.startsWith('postgres:')) throw new Error(`The PostgreSQL of the tests ${answer}`);
  return answer;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
