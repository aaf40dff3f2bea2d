import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startWeb } from '../../src/app/start-web.js';
import { followStore } from '../../src/app/start-worker.js';
import { ApiClient } from '../../src/dev/examples/api-client.js';
import { settingsFrom } from '../../src/platform/config/settings.js';
import { loginsBeside } from '../../src/platform/persistence/database-logins.js';
import { TEST_AUDIENCE, useTestIssuer, type TestIssuer } from './issuer.js';
import { operatorOf, type Operator } from './operator.js';
import { useTestDatabase } from './postgres.js';

/** The whole product as `npm start` runs it, on a database of its own. */
export interface RunningProduct {
  readonly address: string;
  /** The web process, with a login that sees of the read models what the body that asks may see. */
  readonly app: NestFastifyApplication;
  readonly issuer: TestIssuer;
  /** The address of the owner of the tables. */
  readonly databaseUrl: string;
  readonly operator: Operator;
  /** A client of the API, with the tokens of the example users. */
  readonly api: ApiClient;
}

/**
 * Starts the product once for the file. Read `current` inside a test or hook, not before.
 *
 * @param more settings besides those that every test has, asked for when the product starts
 * @param redirectUris where sign-in to the pages may come back to
 */
export function useProduct(
  more: () => Readonly<Record<string, string>> = () => ({}),
  redirectUris: () => readonly string[] = () => [],
): {
  readonly current: RunningProduct;
} {
  let running: RunningProduct | undefined;
  const started: { close(): Promise<void> }[] = [];
  // Hooks run in this order, and the product ends before its database does.
  afterAll(async () => {
    for (const each of started.reverse()) await each.close();
  });
  const database = useTestDatabase();
  const issuer = useTestIssuer(redirectUris);
  beforeAll(async () => {
    const settingsWith = (databaseUrl: string) =>
      settingsFrom({
        NODE_ENV: 'test',
        DATABASE_URL: databaseUrl,
        HOST: '127.0.0.1',
        PORT: '0',
        OIDC_ISSUER: issuer.current.issuer,
        OIDC_AUDIENCE: TEST_AUDIENCE,
        STAFF_RIGHTS: 'token',
        LOG_LEVEL: 'error',
        RATE_LIMIT_PRINCIPAL: '1000000',
        RATE_LIMIT_SEARCH: '1000000',
        RATE_LIMIT_ADDRESS: '1000000',
        ...more(),
      });
    const logins = loginsBeside(database.url);
    const settings = settingsWith(logins.web);
    const { app, address } = await startWeb(settings, { documentation: false });
    started.push(app);
    started.push(await followStore(settingsWith(logins.worker)));
    const operator = await operatorOf(database.url, settings.eventStore);
    started.push(operator);
    running = {
      address,
      app,
      issuer: issuer.current,
      databaseUrl: database.url,
      operator,
      api: new ApiClient(address, (user) => issuer.current.tokenFor(user)),
    };
  }, 60_000);
  return {
    get current() {
      if (running === undefined) throw new Error('The product runs from beforeAll on');
      return running;
    },
  };
}
