import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { exampleTokens } from '../../../src/dev/example-tokens.js';
import { startExampleIssuer } from '../../../src/dev/issuer.js';
import { freePort } from '../../../src/platform/embedded-postgres/free-port.js';
import { loginsBeside, makeLogins } from '../../../src/platform/persistence/database-logins.js';
import { migrate } from '../../../src/platform/persistence/migrate.js';
import { FLAGS, ProductProcess } from '../../support/product-process.js';

const AUDIENCE = 'https://handover.example/api';
const NO_LIMIT = '1000000';

export interface MeasuredServer {
  readonly address: string;
  readonly tokenOf: (user: string) => Promise<string>;
  /** Starts the worker beside it, which follows the store from now on. dist/ has to be built. */
  follow(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product's web process beside this one, on an empty database, with the route it is held against. */
export async function startMeasuredServer(databaseUrl: string): Promise<MeasuredServer> {
  await migrate(databaseUrl);
  const logins = loginsBeside(databaseUrl);
  await makeLogins(databaseUrl, logins);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    'CREATE TABLE bench_bare (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, data jsonb NOT NULL)',
  );
  await client.end();
  const folder = await mkdtemp(join(tmpdir(), 'handover-bench-issuer-'));
  const issuer = await startExampleIssuer({ port: 0, audience: AUDIENCE, dataFolder: folder });
  const environment = {
    NODE_ENV: 'test',
    OIDC_ISSUER: issuer.issuer,
    STAFF_RIGHTS: 'token',
    OIDC_AUDIENCE: AUDIENCE,
    LOG_LEVEL: 'error',
    RATE_LIMIT_PRINCIPAL: NO_LIMIT,
    RATE_LIMIT_SEARCH: NO_LIMIT,
    RATE_LIMIT_ADDRESS: NO_LIMIT,
  };
  const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), {
    execArgv: ['--no-warnings', ...FLAGS.main],
    env: { ...process.env, ...environment, DATABASE_URL: logins.web },
  });
  let worker: ProductProcess | undefined;
  const ended = once(child, 'exit').then(() => {
    throw new Error('The measured server ended');
  });
  const [address] = (await Promise.race([once(child, 'message'), ended])) as [string];
  ended.catch(() => undefined);
  return {
    address,
    tokenOf: exampleTokens(issuer.issuer),
    follow: async () => {
      worker = new ProductProcess('worker', await freePort(0), {
        ...environment,
        DATABASE_URL: logins.worker,
      });
      await worker.start();
    },
    stop: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
      await worker?.stop();
      await issuer.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
