import type { Browser } from './browser.js';

/** More pages than this between the first and the way back are a circle. */
const MOST_PAGES = 12;

/**
 * Signs an example user in at the issuer's own pages, as a person would.
 *
 * @param url where the product sent the browser
 * @param until what the address begins with that the issuer sends the browser back to
 * @returns that address, not yet asked for
 */
export async function signInAtIssuer(
  browser: Browser,
  url: string,
  user: string,
  until: string,
): Promise<string> {
  let next: { readonly url: string; readonly form?: Readonly<Record<string, string>> } = { url };
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const response = await browser.send(next.url, next.form);
    const location = response.headers.get('location');
    if (location === null) {
      next = await filledIn(response, next.url, user);
      continue;
    }
    const target = new URL(location, next.url).href;
    if (target.startsWith(until)) return target;
    next = { url: target };
  }
  throw new Error(`The issuer did not send ${user} back`);
}

/** The page asks who somebody is, or whether the product may know; either is answered. */
async function filledIn(response: Response, url: string, user: string) {
  const html = await response.text();
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
  const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
  if (action === undefined || prompt === undefined)
    throw new Error(`No form at ${url} (${response.status}): ${html}`);
  const form: Readonly<Record<string, string>> =
    prompt === 'login' ? { prompt, login: user, password: 'any' } : { prompt };
  return { url: new URL(action, url).href, form };
}
