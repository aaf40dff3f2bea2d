import 'reflect-metadata';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Page } from 'playwright-core';
import { startDevelopment } from '../../src/dev/start-development.js';
import { freePort } from '../../src/platform/embedded-postgres/free-port.js';
import { filledDraft } from './filled-draft.js';

// Starts the product with its example cases on a folder that is thrown away, and takes its main pages into docs/screenshots.

const AUDITOR = 'herts-auditor';
const WORKER = 'herts-direct-payment-worker';
const WIDE = { width: 1200, height: 900 };
/** No higher than this: a picture shows what a page is, not all of it. */
const TALLEST = 1400;

const shots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'handover-screenshots-'));
const port = await freePort(0);
process.env['HANDOVER_DATA'] = folder;
process.env['PORT'] = String(port);
await startDevelopment();

const url = `http://localhost:${port}`;
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args,
  headless: true,
});
try {
  await mkdir(shots, { recursive: true });
  const page = await signedIn(AUDITOR);
  for (const [name, path] of await mainPages(page)) await take(page, name, path);
  const worker = await signedIn(WORKER);
  await take(worker, 'alert', `${await filledDraft(worker, url)}/check`);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

/** The pages by the name of their picture. */
async function mainPages(page: Page): Promise<readonly (readonly [string, string])[]> {
  const made = JSON.parse(await readFile(join(folder, 'examples-made.json'), 'utf8')) as Readonly<
    Record<string, { readonly caseRef: string; readonly rechargeRef?: string }>
  >;
  const examples = Object.values(made);
  const charged = examples.find(({ rechargeRef }) => rechargeRef !== undefined);
  if (charged === undefined) throw new Error('No example case has a recharge');
  return [
    ['cases', '/cases'],
    ['case', `/cases/${charged.caseRef}`],
    ['who-paid', `/cases/${charged.caseRef}/funding`],
    ['redundancy', await splitAmong(page, examples)],
    ['replay', `/cases/${charged.caseRef}/replay`],
    ['recharge', `/recharges/${charged.rechargeRef}`],
    ['exposure', '/exposure'],
  ];
}

/** The redundancies of the first example that has one whose split is known. */
async function splitAmong(page: Page, examples: readonly { readonly caseRef: string }[]): Promise<string> {
  for (const { caseRef } of examples) {
    const path = `/cases/${caseRef}/redundancy`;
    await page.goto(`${url}${path}`);
    if ((await page.locator('.app-picture svg').count()) > 0) return path;
  }
  throw new Error('No example case has a redundancy that is shared');
}

async function signedIn(user: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: WIDE });
  const page = await context.newPage();
  await page.goto(`${url}/cases`);
  await page.fill('input[name="login"]', user);
  await page.fill('input[name="password"]', 'any');
  await page.click('button[type="submit"]');
  const consent = page.locator('input[name="prompt"][value="consent"]');
  if ((await consent.count()) > 0) await page.click('button[type="submit"]');
  await page.waitForURL(`${url}/cases`);
  return page;
}

async function take(page: Page, name: string, path: string): Promise<void> {
  const answer = await page.goto(`${url}${path}`);
  if (answer?.status() !== 200) throw new Error(`${path} was answered ${answer?.status() ?? 'nothing'}`);
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const clip = { x: 0, y: 0, width: WIDE.width, height: Math.min(height, TALLEST) };
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true, clip });
  console.log(`docs/screenshots/${name}.png`);
}
