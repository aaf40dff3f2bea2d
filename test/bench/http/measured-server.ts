import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { exampleTokens } from '../../../src/dev/example-tokens.js';
import { startExampleIssuer } from '../../../src/dev/issuer.js';
import { loginsBeside, makeLogins } from '../../../src/platform/persistence/database-logins.js';
import { migrate } from '../../../src/platform/persistence/migrate.js';

const AUDIENCE = 'https://handover.example/api';
const NO_LIMIT = '1000000';

export interface MeasuredServer {
  readonly address: string;
  readonly tokenOf: (user: string) => Promise<string>;
  /** Has it follow the store from now on, as the worker does. */
  follow(): void;
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
  const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), {
    execArgv: ['--no-warnings'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: logins.web,
      WORKER_DATABASE_URL: logins.worker,
      OIDC_ISSUER: issuer.issuer,
      STAFF_RIGHTS: 'token',
      OIDC_AUDIENCE: AUDIENCE,
      LOG_LEVEL: 'error',
      RATE_LIMIT_PRINCIPAL: NO_LIMIT,
      RATE_LIMIT_SEARCH: NO_LIMIT,
      RATE_LIMIT_ADDRESS: NO_LIMIT,
    },
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The measured server ended');
  });
  const [address] = (await Promise.race([once(child, 'message'), ended])) as [string];
  ended.catch(() => undefined);
  return {
    address,
    tokenOf: exampleTokens(issuer.issuer),
    follow: () => void child.send('follow'),
    stop: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
      await issuer.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
