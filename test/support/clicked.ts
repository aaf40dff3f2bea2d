import type { Locator } from 'playwright-core';

/**
 * Clicks, and waits until the page that it leads to is there as a whole: a click by itself ends as soon as the browser has
 * begun to read the next page, which may have neither title nor fields yet. Where it leads nowhere nothing is waited for.
 */
export async function clicked(target: Locator): Promise<void> {
  await target.click();
  await target.page().waitForLoadState();
}
