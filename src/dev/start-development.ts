import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWeb, type WebProcess } from '../app/start-web.js';
import { followStore } from '../app/start-worker.js';
import { InvalidSetting } from '../platform/config/environment.js';
import { keysDatabaseUrlFrom, settingsFrom, type Settings } from '../platform/config/settings.js';
import { EmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js';
import { freePort } from '../platform/embedded-postgres/free-port.js';
import { CALLBACK_PATH } from '../platform/sign-in/identity-provider.js';
import { loginsBeside, makeLogins } from '../platform/persistence/database-logins.js';
import { migrate } from '../platform/persistence/migrate.js';
import { appointExampleUsers } from './appoint-example-users.js';
import { makeExamples } from './examples/make-examples.js';
import { dataFolder, type RunningStart } from '../cli/find-database.js';
import { exampleTokens } from './example-tokens.js';
import { EXAMPLE_SECRET, startExampleIssuer, WEB_CLIENT_ID, type ExampleIssuer } from './issuer.js';

const AUDIENCE = 'https://handover.example/api';
const WEB_PORT = 3000;
const ISSUER_PORT = 3001;
/** Whatever still runs this long after Ctrl-C is left behind. */
const STOP_MS = 9_000;

/**
 * Starts the whole product in one process, with nothing but Node: a real PostgreSQL and a token issuer of its own, the
 * migrations, the web process and the worker, and at the first start a set of example cases made through the API.
 *
 * The data stays under `.data/` (or HANDOVER_DATA) from one start to the next.
 */
export async function startDevelopment(): Promise<void> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new InvalidSetting(
      'NODE_ENV is production: npm start is for trying out, node dist/src/main.js for production',
    );
  }
  const folder = dataFolder(process.env);
  await makeFolder(folder);
  const running = new Running();
  stopOnSignals(running);

  say('Starting the database …');
  const postgres = await EmbeddedPostgres.start({ folder });
  running.add(() => postgres.stop());
  const databaseUrl = postgres.databaseUrl();
  await migrate(databaseUrl, keysDatabaseUrlFrom(process.env, databaseUrl));
  const logins = loginsBeside(databaseUrl);
  await makeLogins(databaseUrl, logins);

  const port = await webPort();
  const publicUrl = `http://localhost:${port}`;
  const issuer = await startExampleIssuer({
    port: await freePort(ISSUER_PORT),
    audience: AUDIENCE,
    dataFolder: folder,
    redirectUris: [`${publicUrl}${CALLBACK_PATH}`],
  });
  running.add(() => issuer.stop());
  await leaveWord(folder, { databaseUrl, issuer: issuer.issuer }, running);

  const facts = { port, publicUrl, issuer: issuer.issuer };
  const worker = await followStore(developmentSettings({ ...facts, databaseUrl: logins.worker }));
  running.add(() => worker.close());
  const web = await startWeb(developmentSettings({ ...facts, databaseUrl: logins.web }));
  running.add(() => web.app.close());

  const tokenOf = exampleTokens(issuer.issuer);
  await appointExampleUsers({ app: web.app, address: web.address, issuer: issuer.issuer, tokenOf, say });
  await makeExamples({ folder, address: web.address, tokenOf, say });
  sayReady(web, issuer, publicUrl, folder);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (fault) {
    const { code = 'unknown' } = fault as NodeJS.ErrnoException;
    throw new InvalidSetting(
      `The data folder ${folder} cannot be made (${code}): HANDOVER_DATA names another`,
    );
  }
}

/** A free port, near the one that is asked for. What is not a number is left to the settings to refuse by name. */
async function webPort(): Promise<string> {
  const { PORT: wanted = String(WEB_PORT) } = process.env;
  return /^\d{1,5}$/.test(wanted) ? String(await freePort(Number(wanted))) : wanted;
}

interface DevelopmentFacts {
  readonly port: string;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly issuer: string;
}

function developmentSettings({ port, publicUrl, databaseUrl, issuer }: DevelopmentFacts): Settings {
  return settingsFrom({
    LOG_LEVEL: 'warn',
    // Only this machine: everybody may sign in as anybody here.
    HOST: '127.0.0.1',
    RATE_LIMIT_PRINCIPAL: '100000',
    RATE_LIMIT_ADDRESS: '100000',
    ...process.env,
    PORT: port,
    DATABASE_URL: databaseUrl,
    EVENT_STORE: 'postgres',
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_CLIENT_ID: WEB_CLIENT_ID,
    OIDC_CLIENT_SECRET: EXAMPLE_SECRET,
    PUBLIC_URL: publicUrl,
  });
}

/** Lets the operator's commands find what runs here. */
async function leaveWord(folder: string, word: RunningStart, running: Running): Promise<void> {
  const file = join(folder, 'connection.json');
  await writeFile(file, JSON.stringify(word), { mode: 0o600 });
  running.add(() => rm(file, { force: true }));
}

/** What has been started, to be stopped in the opposite order. */
class Running {
  private readonly stops: (() => Promise<unknown>)[] = [];

  add(stop: () => Promise<unknown>): void {
    this.stops.unshift(stop);
  }

  async stop(): Promise<void> {
    for (const stop of this.stops.splice(0)) {
      await stop().catch((fault: unknown) => console.error(`While stopping: ${String(fault)}`));
    }
  }
}

function stopOnSignals(running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void running.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function sayReady(
  { address }: WebProcess,
  { issuer }: ExampleIssuer,
  publicUrl: string,
  folder: string,
): void {
  say(`
Handover is running.

  Pages               ${publicUrl}    (sign in as an example user, such as herts-direct-payment-worker, with any password)
  API                 ${address}/v1/transfer-cases
  API documentation   ${address}/docs
  Health              ${address}/health/ready
  Token issuer        ${issuer}

A token for an example user, good for an hour:

  curl -s -u herts-direct-payment-worker:example-only -d grant_type=client_credentials ${issuer}/token
  npm run -s cli -- token herts-direct-payment-worker        (just the token; "npm run -s cli -- token --help" lists the users)

Ctrl-C stops everything. The data stays in ${folder} for the next start.
`);
}

function say(line: string): void {
  console.log(line);
}
