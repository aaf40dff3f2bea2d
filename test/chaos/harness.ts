import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ApiClient } from '../../src/dev/examples/api-client.js';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { exampleTokens } from '../../src/dev/example-tokens.js';
import { startExampleIssuer, type ExampleIssuer } from '../../src/dev/issuer.js';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { dataFolderOf } from '../../src/platform/embedded-postgres/cluster.js';
import { freePort } from '../../src/platform/embedded-postgres/free-port.js';
import { readPostmasterFile } from '../../src/platform/embedded-postgres/postmaster-file.js';
import { loginsBeside, makeLogins } from '../../src/platform/persistence/database-logins.js';
import { migrate } from '../../src/platform/persistence/migrate.js';
import { operate } from './operator.js';
import { ProductProcess } from '../support/product-process.js';
import type { CommandLog } from './sent-command.js';
import { TcpProxy } from './tcp-proxy.js';
import { checkWhole, type Whole } from './whole.js';

/** A database that was killed has to take connections again by then. */
const RECOVERY_MS = 30_000;
const AUDIENCE = 'https://handover.example/api';

/** Everything that is tormented: a database that waits for the disk, the built product around it, and proxies between. */
export class Harness {
  private constructor(
    readonly folder: string,
    /** Whoever gave it may have mounted it, and takes it away. */
    private readonly folderIsGiven: boolean,
    readonly postgres: EmbeddedPostgres,
    readonly issuer: ExampleIssuer,
    readonly databaseUrl: string,
    /** Between the product and its database. */
    readonly databaseProxy: TcpProxy,
    /** Between the clients and the first server. */
    readonly webProxy: TcpProxy,
    readonly servers: readonly [ProductProcess, ...ProductProcess[]],
    readonly workers: readonly [ProductProcess, ...ProductProcess[]],
    readonly tokenOf: (user: string) => Promise<string>,
  ) {}

  /** @param givenFolder where the database is, for one that lies elsewhere than in the folder for temporary files */
  static async start(servers: number, workers: number, givenFolder?: string): Promise<Harness> {
    const folder = givenFolder ?? (await mkdtemp(join(tmpdir(), 'handover-chaos-')));
    const postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: true });
    const databaseUrl = postgres.databaseUrl();
    await migrate(databaseUrl);
    const logins = loginsBeside(databaseUrl);
    await makeLogins(databaseUrl, logins);
    const issuer = await startExampleIssuer({ port: 0, audience: AUDIENCE, dataFolder: folder });
    const databaseProxy = await TcpProxy.start(Number(new URL(databaseUrl).port));
    const environment = {
      NODE_ENV: 'test',
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: AUDIENCE,
      STAFF_RIGHTS: 'token',
      RATE_LIMIT_PRINCIPAL: '1000000',
      RATE_LIMIT_SEARCH: '1000000',
      RATE_LIMIT_ADDRESS: '1000000',
      LOG_LEVEL: 'silent',
    };
    const processOf = async (script: 'main' | 'worker') =>
      new ProductProcess(script, await freePort(0), {
        ...environment,
        DATABASE_URL: throughPort(script === 'main' ? logins.web : logins.worker, databaseProxy.port),
      });
    const harness = new Harness(
      folder,
      givenFolder !== undefined,
      postgres,
      issuer,
      databaseUrl,
      databaseProxy,
      ...(await several(servers, workers, processOf)),
      exampleTokens(issuer.issuer),
    );
    await Promise.all([...harness.servers, ...harness.workers].map((process) => process.start()));
    await harness.playOneOfEachKind();
    return harness;
  }

  /** The address of the first server, through the proxy. */
  get address(): string {
    return `http://127.0.0.1:${this.webProxy.port}`;
  }

  /** Ends the database without warning, the postmaster itself; it is started again by whoever keeps it. */
  async killDatabase(): Promise<void> {
    const file = await readPostmasterFile(dataFolderOf(this.folder));
    if (file !== undefined) process.kill(file.pid, 'SIGKILL');
  }

  /** A connection past the proxy, as soon as the database takes one. */
  async withDatabase<Result>(use: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = await this.connected();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }

  /** The position of the last event. */
  async head(): Promise<bigint> {
    return this.withDatabase(async (client) => {
      const { rows } = await client.query<{ position: string }>(
        'SELECT max(position) AS position FROM event_store.events',
      );
      return BigInt(rows[0]?.position ?? 0);
    });
  }

  /** Checks that nothing is lost, doubled or half done, as far as the log can tell. */
  async checkWhole(log: CommandLog, since: bigint, readModels: 'and-read-models' | 'events'): Promise<Whole> {
    const rebuild = () => operate(this.databaseUrl, 'projections', 'rebuild');
    return this.withDatabase((client) =>
      checkWhole({
        client,
        log,
        since,
        ...(readModels === 'and-read-models' && { rebuild }),
        verify: () => operate(this.databaseUrl, 'events', 'verify'),
      }),
    );
  }

  async stop(): Promise<void> {
    await Promise.all([...this.servers, ...this.workers].map((process) => process.kill()));
    await Promise.all([this.webProxy.close(), this.databaseProxy.close(), this.issuer.stop()]);
    await this.postgres.stop();
    if (!this.folderIsGiven) await rm(this.folder, { recursive: true, force: true });
  }

  private async connected(): Promise<pg.Client> {
    for (const until = Date.now() + RECOVERY_MS; ; await pause(200)) {
      const client = new pg.Client({ connectionString: this.databaseUrl });
      // A session that is ended while nobody asks it something would end the suite.
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (fault) {
        if (Date.now() > until) throw fault;
      }
    }
  }

  /** A paid recharge and a shared redundancy, so that there is money whose sums have to hold. */
  private async playOneOfEachKind(): Promise<void> {
    const api = new ApiClient(this.address, this.tokenOf);
    await playExampleAgreement(api);
    for (const example of exampleCases.filter(({ id }) => id === 'BR-05' || id === 'RD-01')) {
      await playExample(api, example);
    }
  }
}

async function several(
  servers: number,
  workers: number,
  processOf: (script: 'main' | 'worker') => Promise<ProductProcess>,
): Promise<[TcpProxy, [ProductProcess, ...ProductProcess[]], [ProductProcess, ...ProductProcess[]]]> {
  const more = async (script: 'main' | 'worker', count: number) => {
    const processes: [ProductProcess, ...ProductProcess[]] = [await processOf(script)];
    while (processes.length < count) processes.push(await processOf(script));
    return processes;
  };
  const [webs, followers] = [await more('main', servers), await more('worker', workers)];
  return [await TcpProxy.start(webs[0].port), webs, followers];
}

function throughPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl);
  url.port = String(port);
  return url.href;
}
