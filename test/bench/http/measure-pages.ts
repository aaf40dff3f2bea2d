import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXAMPLE_SECRET, startExampleIssuer, WEB_CLIENT_ID } from '../../../src/dev/issuer.js';
import { exampleTokens } from '../../../src/dev/example-tokens.js';
import { freePort } from '../../../src/platform/embedded-postgres/free-port.js';
import { loginsBeside, makeLogins } from '../../../src/platform/persistence/database-logins.js';
import { migrate } from '../../../src/platform/persistence/migrate.js';
import { CALLBACK_PATH } from '../../../src/platform/sign-in/identity-provider.js';
import { Browser } from '../../support/browser.js';
import { ProductProcess } from '../../support/product-process.js';
import { signInAtIssuer } from '../../support/sign-in-at-issuer.js';
import { loadSyntheticCases } from '../load-synthetic-cases.js';
import { EVENTS_OF_A_CASE, syntheticCaseRef } from '../synthetic-cases.js';
import { isCaughtUp } from './caught-up.js';
import { openLoop, type RouteResult } from './load.js';

const AUDIENCE = 'https://handover.example/api';
const USER = 'herts-direct-payment-worker';
const NO_LIMIT = '1000000';
const AT_A_TIME = 500;
const CAUGHT_UP_MS = 900_000;
/** Pages that a whole office opens in a second. */
const PER_SECOND = 20;

export const WORK_LIST = 'the work list';
export const CASE_PAGE = 'the page of a case';

export interface PagesPatience {
  /** Seconds of each measurement. */
  readonly seconds: number;
  readonly cases: number;
}

/** Pages of the built product, as the browser of somebody who is signed in asks for them. dist/ has to be built. */
export async function measurePages(
  databaseUrl: string,
  { seconds, cases }: PagesPatience,
  tell: (result: RouteResult) => void,
): Promise<void> {
  await migrate(databaseUrl);
  const logins = loginsBeside(databaseUrl);
  await makeLogins(databaseUrl, logins);
  // Every case is told to its end: no more go on at a time than there are.
  await loadSyntheticCases(databaseUrl, cases * EVENTS_OF_A_CASE, Math.min(cases, AT_A_TIME));
  const folder = await mkdtemp(join(tmpdir(), 'handover-bench-issuer-'));
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}`;
  const issuer = await startExampleIssuer({
    ...{ port: 0, audience: AUDIENCE, dataFolder: folder },
    redirectUris: [`${url}${CALLBACK_PATH}`],
  });
  const environment = {
    NODE_ENV: 'test',
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: AUDIENCE,
    OIDC_CLIENT_ID: WEB_CLIENT_ID,
    OIDC_CLIENT_SECRET: EXAMPLE_SECRET,
    PUBLIC_URL: url,
    STAFF_RIGHTS: 'token',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PRINCIPAL: NO_LIMIT,
    RATE_LIMIT_SEARCH: NO_LIMIT,
    RATE_LIMIT_ADDRESS: NO_LIMIT,
  };
  const web = new ProductProcess('main', port, { ...environment, DATABASE_URL: logins.web });
  const worker = new ProductProcess('worker', await freePort(0), {
    ...environment,
    DATABASE_URL: logins.worker,
  });
  try {
    await web.start();
    await worker.start();
    await untilShown(url, await exampleTokens(issuer.issuer)(USER), cases);
    const browser = await signedIn(url);
    const open = async (path: string): Promise<void> => {
      const page = await browser.send(`${url}${path}`, undefined, { accept: 'text/html' });
      if (page.status !== 200) throw new Error(`${path} was answered ${page.status}`);
      await page.arrayBuffer();
    };
    const caseAt = (number: number) => `/cases/${syntheticCaseRef((number * 7919) % cases)}`;
    // The first pages compile their templates.
    for (let number = 0; number < PER_SECOND; number += 1) {
      await open('/cases');
      await open(caseAt(number));
    }
    tell(await openLoop(WORK_LIST, () => open('/cases'), PER_SECOND, seconds));
    tell(await openLoop(CASE_PAGE, (number) => open(caseAt(number)), PER_SECOND, seconds));
  } finally {
    await worker.stop();
    await web.stop();
    await issuer.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until the read models show every case. */
async function untilShown(url: string, token: string, cases: number): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const last = `${url}/v1/transfer-cases/${syntheticCaseRef(cases - 1)}?minVersion=12`;
  for (const deadline = Date.now() + CAUGHT_UP_MS; Date.now() < deadline; await pause(500)) {
    const counts = await fetch(`${url}/v1/transfer-cases/counts`, { headers });
    const { all = 0 } = counts.ok ? ((await counts.json()) as { all?: number }) : {};
    if (all >= cases && (await fetch(last, { headers })).ok && (await isCaughtUp(url))) return;
  }
  throw new Error(`The read models did not show ${cases} cases in time`);
}

async function signedIn(url: string): Promise<Browser> {
  const browser = new Browser();
  const begun = await browser.send(`${url}/sign-in`);
  const back = await signInAtIssuer(browser, begun.headers.get('location') ?? '', USER, url);
  const ended = await browser.send(back);
  if (ended.status !== 303) throw new Error(`Signing in was answered ${ended.status}`);
  return browser;
}
