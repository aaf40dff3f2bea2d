import type { Download, Locator, Page } from 'playwright-core';

/** A file as somebody chooses it on their machine. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A way in which somebody uses a page: what they do, said by what they see there. */
export interface Way {
  readonly page: Page;
  /** Follows the first link that says so. */
  follow(name: string | RegExp): Promise<void>;
  /** Presses the last button that says so. */
  press(name: string | RegExp): Promise<void>;
  /** Writes into a field in place of what stands there. */
  write(field: string, text: string): Promise<void>;
  /** Chooses one of several, from buttons or a list. */
  choose(field: string, value: string): Promise<void>;
  attach(field: string, file: ChosenFile): Promise<void>;
  /** Takes away the file that a link leads to. */
  take(name: string | RegExp): Promise<Download>;
}

const link = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, exact: typeof name === 'string' }).first();
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).last();
const named = (page: Page, field: string) => page.locator(`[name="${field}"]:not([type="hidden"])`);

/** With a mouse; whether scripts run is the window's. */
export function byMouse(page: Page): Way {
  return {
    page,
    follow: async (name) => navigated(page, async () => link(page, name).click()),
    press: async (name) => navigated(page, async () => button(page, name).click()),
    write: async (field, text) => named(page, field).fill(text),
    choose: async (field, value) => {
      if (await isList(named(page, field))) await named(page, field).selectOption(value);
      else await page.check(`[name="${field}"][value="${value}"]`);
    },
    attach: async (field, file) => page.setInputFiles(`#${field}`, file),
    take: async (name) => taken(page, async () => link(page, name).click()),
  };
}

/** By the keyboard alone: whatever is used is reached by Tab, in the order of the page. */
export function byKeyboard(page: Page): Way {
  const { keyboard } = page;
  // Somebody who listens from the beginning: else the first choice could be made before the browser knows that it is waited for.
  page.on('filechooser', () => undefined);
  return {
    page,
    follow: async (name) => {
      await reach(page, link(page, name));
      await navigated(page, async () => keyboard.press('Enter'));
    },
    press: async (name) => {
      await reach(page, button(page, name));
      await navigated(page, async () => keyboard.press('Enter'));
    },
    write: async (field, text) => {
      await reach(page, named(page, field));
      await keyboard.press('Control+A');
      await keyboard.type(text);
    },
    choose: async (field, value) => {
      const all = named(page, field);
      if (await isList(all)) {
        await reach(page, all);
        await stepUntil(page, 'ArrowDown', async () => (await all.inputValue()) === value);
        return;
      }
      // Radio buttons are one stop of the Tab key; the arrows lead from one to the next.
      await reach(page, all);
      await keyboard.press('Space');
      const wanted = page.locator(`[name="${field}"][value="${value}"]`);
      await stepUntil(page, 'ArrowDown', async () => wanted.isChecked());
    },
    attach: async (field, file) => {
      await reach(page, page.locator(`#${field}`));
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
      await chooser.setFiles(file);
    },
    take: async (name) => {
      await reach(page, link(page, name));
      return taken(page, async () => keyboard.press('Enter'));
    },
  };
}

/** More stops than any page has. */
const MOST_STOPS = 250;

/** Goes on by Tab, from where the focus is, until one of them has it. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  const hasFocus = async () =>
    wanted.evaluateAll((nodes) => nodes.some((node) => node === node.ownerDocument.activeElement));
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(wanted)} is not reached by the keyboard at ${page.url()}`);
}

async function stepUntil(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < MOST_STOPS; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The choice is not reached by the keyboard at ${page.url()}`);
}

/** Resolves once the page that it leads to is there. */
async function navigated(page: Page, use: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), use()]);
}

async function taken(page: Page, use: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), use()]);
  return download;
}

async function isList(field: Locator): Promise<boolean> {
  return (await field.first().evaluate((node) => node.nodeName)) === 'SELECT';
}
