import { mkdir, realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { dataFolderOf, openCluster, SUPERUSER } from './cluster.js';
import { endEarlierServer, takeOwnership } from './earlier-server.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { freePort } from './free-port.js';
import { EarlierServerEnding, PortTaken, PostgresProcess, type ServerOptions } from './postgres-process.js';
import { whoRunsPostgres } from './run-as.js';

export interface EmbeddedPostgresOptions {
  /** Holds the data, the password and the log; made on first use. */
  readonly folder: string;
  /** The port that is wanted; another is taken when it is in use. */
  readonly port?: number;
  /** False where the data may be lost with the machine, as in tests: nothing waits for the disk. */
  readonly durable?: boolean;
}

const DEFAULT_PORT = 54_329;
const DATABASE = 'handover';
const STARTS = 20;
const PAUSE_MS = 500;

/**
 * A real PostgreSQL from an npm package, for a machine without a database server. It keeps its data from one run to the
 * next, comes back by itself when it is killed, and ends when we end.
 */
export class EmbeddedPostgres {
  private stopping = false;
  private watching: Promise<void>;

  private constructor(
    private server: PostgresProcess,
    private readonly options: ServerOptions,
  ) {
    this.watching = this.keepRunning();
  }

  /** @throws EmbeddedPostgresFailed with one line that says why it cannot start. */
  static async start({
    folder: wantedFolder,
    port = DEFAULT_PORT,
    durable = true,
  }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    try {
      await mkdir(wantedFolder, { recursive: true });
      const folder = await realpath(wantedFolder);
      const binaries = await findBinaries();
      const data = dataFolderOf(folder);
      await endEarlierServer(folder, data);
      const runAs = await whoRunsPostgres(data, [folder, binaries.initdb, binaries.postgres]);
      await takeOwnership(folder);
      const cluster = await openCluster(folder, binaries, runAs, durable);
      const options = { folder, cluster, binaries, runAs, port: await freePort(port), durable };
      const postgres = new EmbeddedPostgres(await startServer(options), options);
      await postgres.ensureDatabase();
      return postgres;
    } catch (fault) {
      if (fault instanceof EmbeddedPostgresFailed) throw fault;
      const reason = fault instanceof Error ? fault.message : String(fault);
      throw new EmbeddedPostgresFailed(`The embedded database in ${wantedFolder} does not start: ${reason}`);
    }
  }

  /** The URL of a database of this server, for `DATABASE_URL`. It holds the password. */
  databaseUrl(database = DATABASE): string {
    const { cluster } = this.options;
    return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${this.server.port}/${database}`;
  }

  /** Shuts the server down in good order; the data stays. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.server.stop();
    await this.watching;
  }

  /** A server that was killed is started again on the same port, so that open pools find it. */
  private async keepRunning(): Promise<void> {
    for (;;) {
      await this.server.ended;
      if (this.stopping) return;
      try {
        this.server = await startServer({ ...this.options, port: this.server.port });
        if (this.stopping) await this.server.stop();
      } catch {
        // Its log says why. Meanwhile requests are told that the database is away, and the disk may have room again soon.
        await pause(PAUSE_MS, undefined, { ref: false });
      }
    }
  }

  private async ensureDatabase(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl('postgres') });
    await client.connect();
    try {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    } finally {
      await client.end();
    }
  }
}

async function startServer(options: ServerOptions): Promise<PostgresProcess> {
  let { port } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await PostgresProcess.start({ ...options, port });
    } catch (fault) {
      if (attempt === STARTS) throw fault;
      if (fault instanceof PortTaken) port = await freePort(0);
      else if (fault instanceof EarlierServerEnding) await pause(PAUSE_MS);
      else throw fault;
    }
  }
}
