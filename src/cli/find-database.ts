import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { eventStoreFrom } from '../platform/config/settings.js';
import type { EventStoreSettings } from '../platform/event-store/event-store-settings.js';
import { CannotDo } from './exit-codes.js';

/** A database that answers, where its events are, and how to let go of it. */
export interface FoundDatabase {
  readonly databaseUrl: string;
  readonly eventStore: EventStoreSettings;
  release(): Promise<void>;
}

const CONNECT_MS = 3_000;
/** Where `npm start` keeps events, whatever the environment says. */
const IN_THE_DATABASE: EventStoreSettings = { engine: 'postgres' };
const NOTHING_TO_RELEASE = async () => undefined;

/**
 * The database of the product: DATABASE_URL, else the one of a running `npm start`, else that of the data folder, started
 * for as long as the command takes.
 *
 * @throws CannotDo when DATABASE_URL does not answer.
 * @throws InvalidSetting when EVENT_STORE or KURRENTDB_URL beside it cannot be.
 * @throws EmbeddedPostgresFailed when the data folder's database does not start.
 */
export async function findDatabase(environment: NodeJS.ProcessEnv = process.env): Promise<FoundDatabase> {
  const given = environment['DATABASE_URL']?.trim() ?? '';
  if (given !== '') {
    const fault = await connectFault(given);
    // The address may hold a password, so it is not repeated.
    if (fault !== undefined) throw new CannotDo(`The database of DATABASE_URL cannot be reached: ${fault}`);
    return { databaseUrl: given, eventStore: eventStoreFrom(environment), release: NOTHING_TO_RELEASE };
  }
  const folder = dataFolder(environment);
  const running = await runningDatabase(folder);
  if (running !== undefined)
    return { databaseUrl: running, eventStore: IN_THE_DATABASE, release: NOTHING_TO_RELEASE };
  // A package of development: with a database of one's own it need not be there.
  const { EmbeddedPostgres } = await import('../platform/embedded-postgres/embedded-postgres.js');
  const postgres = await EmbeddedPostgres.start({ folder });
  return {
    databaseUrl: postgres.databaseUrl(),
    eventStore: IN_THE_DATABASE,
    release: () => postgres.stop(),
  };
}

/** What a running `npm start` says about itself. */
export interface RunningStart {
  readonly databaseUrl?: string;
  /** The address of its token issuer. */
  readonly issuer?: string;
}

/** Reads what a running `npm start` left in the data folder; nothing of it when none runs. */
export async function readRunningStart(environment: NodeJS.ProcessEnv = process.env): Promise<RunningStart> {
  try {
    return JSON.parse(
      await readFile(join(dataFolder(environment), 'connection.json'), 'utf8'),
    ) as RunningStart;
  } catch {
    return {};
  }
}

/** Where `npm start` keeps its data. An empty setting is none: nobody means the folder that they happen to stand in. */
export function dataFolder({ HANDOVER_DATA: named = '' }: NodeJS.ProcessEnv): string {
  return resolve(named === '' ? '.data' : named);
}

/** The file outlives a process that was killed, so it is believed only when its database answers. */
async function runningDatabase(folder: string): Promise<string | undefined> {
  const { databaseUrl } = await readRunningStart({ HANDOVER_DATA: folder });
  return databaseUrl !== undefined && (await connectFault(databaseUrl)) === undefined
    ? databaseUrl
    : undefined;
}

async function connectFault(databaseUrl: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  try {
    await client.connect();
    return undefined;
  } catch (fault) {
    const { message, code } = fault as NodeJS.ErrnoException;
    // A refused connection to a name with two addresses has no message of its own.
    return message === '' ? (code ?? 'no answer') : message;
  } finally {
    await client.end().catch(() => undefined);
  }
}
