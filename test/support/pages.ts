import { afterAll, beforeAll } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium as playwright, type Browser, type CDPSession, type Page } from 'playwright-core';
import { EXAMPLE_SECRET, WEB_CLIENT_ID } from '../../src/dev/issuer.js';
import { freePort } from '../../src/platform/embedded-postgres/free-port.js';
import { CALLBACK_PATH } from '../../src/platform/sign-in/identity-provider.js';
import { useProduct, type RunningProduct } from './product.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What WCAG 2.2 asks at levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The narrowest screen on which a page may not scroll sideways. */
const NARROW = { width: 320, height: 800 };

export interface OpenOptions {
  readonly javaScriptEnabled?: boolean;
}

/** A real browser in front of the whole product. */
export interface RunningPages extends RunningProduct {
  /** Where the browser finds the product. */
  readonly url: string;
  /** A new browser window that holds nothing yet. */
  window(options?: OpenOptions): Promise<Page>;
  /** A new browser window in which an example user is signed in, at the list of cases. */
  signedIn(user: string, options?: OpenOptions): Promise<Page>;
}

/** Starts the whole product with its pages, and a browser, once for the file. */
export function usePages(): { readonly current: RunningPages } {
  let port = 0;
  let browser: Browser | undefined;
  const url = () => `http://localhost:${port}`;
  afterAll(async () => {
    // Its windows close with it; each by itself would fail where the browser is gone already.
    await browser?.close();
  });
  beforeAll(async () => {
    port = await freePort(0);
  });
  const product = useProduct(
    () => ({
      PORT: String(port),
      PUBLIC_URL: url(),
      OIDC_CLIENT_ID: WEB_CLIENT_ID,
      OIDC_CLIENT_SECRET: EXAMPLE_SECRET,
    }),
    () => [`${url()}${CALLBACK_PATH}`],
  );
  beforeAll(async () => {
    const executablePath = await chromium.executablePath();
    browser = await playwright.launch({ executablePath, args: chromium.args, headless: true });
  }, 60_000);

  const window = async (options: OpenOptions = {}): Promise<Page> => {
    if (browser === undefined) throw new Error('The browser runs from beforeAll on');
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', ...options });
    return context.newPage();
  };
  const signedIn = async (user: string, options: OpenOptions = {}): Promise<Page> => {
    const page = await window(options);
    await page.goto(`${url()}/cases`);
    await page.fill('input[name="login"]', user);
    await page.fill('input[name="password"]', 'any');
    await page.click('button[type="submit"]');
    // The issuer asks once whether the product may know who it is.
    const consent = page.locator('input[name="prompt"][value="consent"]');
    if ((await consent.count()) > 0) await page.click('button[type="submit"]');
    await page.waitForURL(`${url()}/cases`);
    return page;
  };
  return {
    get current(): RunningPages {
      return { ...product.current, url: url(), window, signedIn };
    },
  };
}

interface Looked {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly headings: number;
}

/** What holds is told neither one by one nor with the way to it, which is most of the work of telling. */
const OPTIONS = JSON.stringify({
  runOnly: { type: 'tag', values: RULES },
  resultTypes: ['violations'],
  selectors: false,
});

const LOOK = `window.axe.run(document, ${OPTIONS}).then(({ violations }) => ({
  violations, headings: document.querySelectorAll('h1').length,
}))`;

/**
 * What is wrong with a page as it stands: what axe finds against WCAG 2.2 AA, a missing or second heading of the first level,
 * and scrolling sideways on a narrow screen. Empty when nothing is.
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  if (await page.evaluate<boolean>('window.axe === undefined')) await bringAxe(page);
  const { violations, headings } = await page.evaluate<Looked>(LOOK);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}: ${html} ${failureSummary}`),
  );
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (before !== null) await page.setViewportSize(before);
  return [
    ...found,
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
    ...(width > NARROW.width ? [`${width} pixels wide on a screen of ${NARROW.width}`] : []),
  ];
}

const debuggers = new WeakMap<Page, CDPSession>();

/**
 * By the debugger, which no policy of the page holds back: the page itself may run no such script. And straight to it: the
 * browser keeps what it has compiled of a script that it is given again as it is, which halves the time of a look.
 */
async function bringAxe(page: Page): Promise<void> {
  const known = debuggers.get(page) ?? (await page.context().newCDPSession(page));
  debuggers.set(page, known);
  const { exceptionDetails } = await known.send('Runtime.evaluate', { expression: AXE });
  if (exceptionDetails !== undefined) throw new Error(`axe does not run: ${exceptionDetails.text}`);
}
