import { exampleUsers } from '../../src/dev/example-users.js';
import type { Route } from '../../src/platform/access/route-walk.js';
import { Browser } from './browser.js';
import { signInAtIssuer } from './sign-in-at-issuer.js';
import { unpacked } from './unpacked.js';

/** What the parameters of addresses may stand for, by name: nothing where a walk has none of the kind. */
export type References = Readonly<Record<string, string | undefined>>;

/** What a page or a download answered. */
export interface ReadPage {
  /** The address of the route, with its parameters: `/cases/:caseRef`. */
  readonly route: string;
  readonly path: string;
  readonly status: number;
  /** As it came, and unpacked where it is packed. */
  readonly content: Buffer;
}

interface Address {
  readonly user: string;
  readonly path: string;
}

/** Everything that a person who is signed in can open or take away, read as a browser without scripts reads it. */
export class PageReader {
  private readonly browsers = new Map<string, Promise<Browser>>();
  /** The same links stand on page after page. */
  private readonly routeByPath = new Map<string, Route | undefined>();

  /**
   * @param routes those of pages, by GET
   * @param readers example users by whom each page is read that they may read; the others by somebody who may
   */
  constructor(
    private readonly url: string,
    private readonly routes: readonly Route[],
    private readonly readers: readonly string[],
  ) {}

  /** A browser in which an example user is signed in, the same each time. */
  browserOf(user: string): Promise<Browser> {
    const known = this.browsers.get(user) ?? this.signedIn(user);
    this.browsers.set(user, known);
    return known;
  }

  /** Sends a form as a page of the product does. */
  async sendForm(user: string, path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    const browser = await this.browserOf(user);
    const session = await browser.send(`${this.url}/session`);
    const { formToken } = (await session.json()) as { formToken: string };
    const headers = { 'sec-fetch-site': 'same-origin', accept: 'text/html' };
    return browser.send(`${this.url}${path}`, { ...form, _form: formToken }, headers);
  }

  /**
   * Every page that somebody can get to from those of these references by links, each once: of pages that differ in the values
   * of their query alone, one.
   *
   * @param seeds addresses besides those that the references make
   * @param read what was read already; it is left out, and what is read is added
   * @param readers in place of those of every page
   */
  async readAbout(
    references: References,
    seeds: readonly string[],
    read: Set<string>,
    readers = this.readers,
  ): Promise<readonly ReadPage[]> {
    const filled = this.routes.flatMap(({ path }) => filledIn(path, references) ?? []);
    const open = [...filled, ...seeds].flatMap((path) =>
      this.readersOf(path, readers).map((user) => ({ user, path })),
    );
    const pages: ReadPage[] = [];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const known = this.keyOf(next);
      if (known === undefined || read.has(known)) continue;
      read.add(known);
      const { page, links } = await this.open(next);
      pages.push(page);
      const { user } = next;
      const leading = links.filter((path) => this.isAbout(path, references));
      open.push(...leading.map((path) => ({ path, user: this.readersOf(path, [user])[0] ?? user })));
    }
    return pages;
  }

  private async signedIn(user: string): Promise<Browser> {
    const browser = new Browser();
    const begun = await browser.send(`${this.url}/sign-in?to=/session`);
    const back = await signInAtIssuer(browser, begun.headers.get('location') ?? '', user, this.url);
    await browser.send(back);
    return browser;
  }

  private async open({
    user,
    path,
  }: Address): Promise<{ readonly page: ReadPage; readonly links: readonly string[] }> {
    const browser = await this.browserOf(user);
    const response = await browser.send(`${this.url}${path}`, undefined, { accept: 'text/html' });
    const content = unpacked(Buffer.from(await response.arrayBuffer()));
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    const links = isPage ? [...content.toString('utf8').matchAll(/ href="(\/[^"#]*)/g)] : [];
    return {
      page: { route: this.routeOf(path)?.path ?? '', path, status: response.status, content },
      links: links.map(([, link = '']) => link.replaceAll('&amp;', '&')),
    };
  }

  /** Those of the readers who may open a page, or else the first example user of their area who may. */
  private readersOf(path: string, readers = this.readers): readonly string[] {
    const rule = this.routeOf(path)?.rule;
    if (rule === undefined || rule.public) return readers.slice(0, 1);
    const [area = ''] = (readers[0] ?? '').split('-');
    const allowed = exampleUsers
      .filter(({ id, roles }) => id.startsWith(area) && roles.some((role) => rule.roles.includes(role)))
      .map(({ id }) => id);
    const among = readers.filter((reader) => allowed.includes(reader));
    return among.length > 0 ? among : allowed.slice(0, 1);
  }

  /** A link leads on unless it leads to another person, case, recharge or job. */
  private isAbout(path: string, references: References): boolean {
    const route = this.routeOf(path);
    if (route === undefined) return false;
    return Object.entries(valuesIn(route.path, pathOf(path)) ?? {}).every(
      ([name, value]) => !(name in references) || references[name] === value,
    );
  }

  private keyOf({ user, path }: Address): string | undefined {
    const route = this.routeOf(path);
    if (route === undefined) return undefined;
    const names = [...new Set(new URL(path, this.url).searchParams.keys())].sort();
    return [user, pathOf(path), ...names].join(' ');
  }

  /** Of several patterns that fit, the one with the fewest parameters, as the router has it. */
  private routeOf(address: string): Route | undefined {
    const path = pathOf(address);
    if (this.routeByPath.has(path)) return this.routeByPath.get(path);
    const fitting = this.routes.filter((route) => valuesIn(route.path, path) !== undefined);
    const parameters = (route: Route) => route.path.split(':').length;
    const route = fitting.sort((one, other) => parameters(one) - parameters(other))[0];
    this.routeByPath.set(path, route);
    return route;
  }
}

/** Without its query. */
export function pathOf(address: string): string {
  return address.split('?', 1)[0] ?? '';
}

function filledIn(pattern: string, references: References): string | undefined {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  if (names.some((name) => references[name] === undefined)) return undefined;
  return pattern.replace(/:(\w+)/g, (_, name: string) => references[name] ?? '');
}

/** What the parameters of a pattern stand for in a path that fits it. */
function valuesIn(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) values[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return values;
}
