import pg from 'pg';
import type { EmbeddedPostgres } from '../../../src/platform/embedded-postgres/embedded-postgres.js';
import type { Side } from './side.js';

/** How each side is opened. A package that does not load is no reason to leave the others out. */
const openers: Readonly<Record<string, () => Promise<(databaseUrl: string) => Promise<Side>>>> = {
  handover: async () => (await import('./handover.js')).handover,
  floor: async () => (await import('./floor.js')).floor,
  emmett: async () => (await import('./emmett.js')).emmett,
  message_db: async () => (await import('./message-db.js')).messageDb,
  castore: async () => (await import('./castore.js')).castore,
};

export interface OpenSides {
  readonly sides: readonly Side[];
  readonly databaseOf: (side: Side) => string;
  /** Those that could not be opened, and why. */
  readonly absent: readonly { readonly name: string; readonly because: string }[];
  close(): Promise<void>;
}

export async function openSides(postgres: EmbeddedPostgres): Promise<OpenSides> {
  const databases = new Map<Side, string>();
  const absent: { name: string; because: string }[] = [];
  for (const [name, open] of Object.entries(openers)) {
    try {
      const databaseUrl = await createDatabase(postgres, `bench_${name}`);
      databases.set(await (await open())(databaseUrl), databaseUrl);
    } catch (fault) {
      absent.push({ name, because: String(fault) });
    }
  }
  const sides = [...databases.keys()];
  return {
    sides,
    databaseOf: (side) => databases.get(side) ?? '',
    absent,
    close: async () => {
      for (const side of sides) await side.close();
    },
  };
}

/** Makes an empty database and returns its URL. */
export async function createDatabase(postgres: EmbeddedPostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.databaseUrl('postgres') });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return postgres.databaseUrl(name);
}
