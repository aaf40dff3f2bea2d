import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { loginsBeside, makeLogins } from '../../src/platform/persistence/database-logins.js';
import { migrate } from '../../src/platform/persistence/migrate.js';

/** The migrated database that every test database is a copy of. */
const TEMPLATE = 'handover_template';

/** A server on the loopback address that answers each connection with the URL of a running PostgreSQL, as text. */
export interface PostgresOnDemand {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens for specs that want a database. PostgreSQL starts when the first of them asks, so a run of unit specs does not
 * pay for it, and all specs of a run share it.
 */
export async function servePostgresOnDemand(): Promise<PostgresOnDemand> {
  let started: Promise<StartedPostgres> | undefined;
  const server = createServer((socket) => {
    started ??= startMigrated();
    started.then(
      ({ postgres }) => socket.end(postgres.databaseUrl('postgres')),
      (fault: unknown) => socket.end(`failed: ${String(fault)}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Waiting for specs must not keep a finished run alive.
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      await closed(server);
      await (await started)?.end();
    },
  };
}

interface StartedPostgres {
  readonly postgres: EmbeddedPostgres;
  end(): Promise<void>;
}

async function startMigrated(): Promise<StartedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-test-'));
  const postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: false });
  await makeTemplate(postgres);
  return {
    postgres,
    end: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(postgres: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.databaseUrl('postgres') });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const template = postgres.databaseUrl(TEMPLATE);
  await migrate(template);
  // They belong to the server, so they are there for every database that is a copy.
  await makeLogins(template, loginsBeside(template));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
