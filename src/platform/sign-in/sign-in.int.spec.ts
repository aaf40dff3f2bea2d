import { randomUUID } from 'node:crypto';
import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../../../test/support/browser.js';
import { TEST_AUDIENCE, useTestIssuer } from '../../../test/support/issuer.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { SampleApi } from '../../../test/support/sample-api/sample-api.js';
import { signInAtIssuer } from '../../../test/support/sign-in-at-issuer.js';
import { EXAMPLE_SECRET, WEB_CLIENT_ID } from '../../dev/issuer.js';
import { RequiresRole } from '../access/access-rule.js';
import { InsideApi } from '../http/inside/inside-api.js';
import { StrictRateLimit } from '../http/request/strict-rate-limit.js';
import { BySession } from './by-session.js';
import { CALLBACK_PATH } from './identity-provider.js';

const PUBLIC_URL = 'http://handover.test';
const WORKER = 'herts-direct-payment-worker';
const SESSION_COOKIE = '__Host-handover';

@BySession('direct-payment-worker')
@Controller('things')
class ThingPagesController {
  @Get()
  show(): object {
    return {};
  }

  @Get('all.csv')
  @StrictRateLimit()
  takeAway(): object {
    return {};
  }
}

const PAPERS = '/v1/papers/paper.pdf';

@RequiresRole('council-finance', 'phb-worker')
@Controller('v1/papers')
class PapersController {
  @Get('paper.pdf')
  @StrictRateLimit()
  draw(): object {
    return {};
  }
}

@BySession('council-finance', 'phb-worker')
@Controller('papers')
class PaperPagesController {
  constructor(private readonly api: InsideApi) {}

  @Get('paper.pdf')
  @StrictRateLimit()
  async takeAway(@Req() request: FastifyRequest): Promise<object> {
    await this.api.file(request, PAPERS);
    return {};
  }

  @Get()
  async show(@Req() request: FastifyRequest): Promise<object> {
    await this.api.file(request, PAPERS);
    return {};
  }
}

describe('Signing in to the pages', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer([`${PUBLIC_URL}${CALLBACK_PATH}`]);
  let api: SampleApi;
  let address: string;

  beforeAll(async () => {
    const signIn = {
      issuer: issuer.current.issuer,
      audience: TEST_AUDIENCE,
      clientId: WEB_CLIENT_ID,
      clientCredential: { kind: 'secret', secret: EXAMPLE_SECRET } as const,
      publicUrl: PUBLIC_URL,
      sessions: { idleMinutes: 30, hours: 12 },
    };
    const rateLimits = { perPrincipal: 100_000, perSearcher: 2, perAddress: 100_000 };
    const changes = { signIn, rateLimits };
    api = await SampleApi.start(database.url, issuer.current, changes, [
      ...[ThingPagesController, PapersController, PaperPagesController],
    ]);
    address = await api.app.getUrl();
  });
  afterAll(async () => {
    await api.stop();
  });

  /** Begins at the product and stops where the issuer sends the browser back: the path and query of that address. */
  const upToTheWayBack = async (browser: Browser, path = '/sign-in', user = WORKER): Promise<string> => {
    const response = await browser.send(`${address}${path}`);
    expect(response.status).toBe(303);
    const back = await signInAtIssuer(browser, response.headers.get('location') ?? '', user, PUBLIC_URL);
    return back.slice(PUBLIC_URL.length);
  };
  const signedIn = async (user = WORKER): Promise<Browser> => {
    const browser = new Browser();
    const response = await browser.send(`${address}${await upToTheWayBack(browser, '/sign-in', user)}`);
    expect(response.status).toBe(303);
    return browser;
  };
  const session = async (browser: Browser) => {
    const response = await browser.send(`${address}/session`);
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const post = async (browser: Browser, path: string, form: Record<string, string>, site = 'same-origin') =>
    browser.send(`${address}${path}`, form, { 'sec-fetch-site': site });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  it('asks the issuer for a code that only this browser and this client can use', async () => {
    const response = await new Browser().send(`${address}/sign-in`);
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: WEB_CLIENT_ID,
      redirect_uri: `${PUBLIC_URL}/sign-in/callback`,
      scope: 'openid profile',
      resource: TEST_AUDIENCE,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('comes back to the page that was asked for, signed in as who the issuer says', async () => {
    const browser = new Browser();
    const back = await upToTheWayBack(browser, '/sign-in?to=/cases?waiting=us');
    const response = await browser.send(`${address}${back}`);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/cases?waiting=us']);
    expect(await session(browser)).toMatchObject({
      status: 200,
      body: { name: 'Rosalind Ashdown', organisation: 'E10000015', roles: ['direct-payment-worker'] },
    });
  });

  it('keeps the session in a cookie that neither scripts nor other sites nor plain connections get', async () => {
    const browser = new Browser();
    const response = await browser.send(`${address}${await upToTheWayBack(browser)}`);
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith(`${SESSION_COOKIE}=`));
    expect(cookie).toMatch(/^__Host-handover=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('begins a new session each time, and ends the one that the browser brought', async () => {
    const browser = await signedIn();
    const before = browser.cookiesOf(address);
    const first = new Map(before);
    await browser.send(`${address}${await upToTheWayBack(browser)}`);
    expect(browser.cookiesOf(address).get(SESSION_COOKIE)).not.toBe(first.get(SESSION_COOKIE));
    const thief = new Browser();
    thief.takeOver(address, first);
    expect((await session(thief)).status).toBe(401);
  });

  it('takes an answer once', async () => {
    const browser = new Browser();
    const back = await upToTheWayBack(browser);
    const held = new Map(browser.cookiesOf(address));
    expect((await browser.send(`${address}${back}`)).status).toBe(303);
    browser.takeOver(address, held);
    expect(await codeOf(await browser.send(`${address}${back}`))).toBe('sign-in-failed');
  });

  it('takes no answer that another browser began, whichever of the two brings it', async () => {
    const [own, other] = [new Browser(), new Browser()];
    const back = await upToTheWayBack(own);
    await upToTheWayBack(other);
    expect(await codeOf(await other.send(`${address}${back}`))).toBe('sign-in-failed');
    expect(await codeOf(await new Browser().send(`${address}${back}`))).toBe('sign-in-failed');
  });

  it.each([
    ['another state', (query: URLSearchParams) => query.set('state', 'x'.repeat(43))],
    ['another issuer', (query: URLSearchParams) => query.set('iss', 'https://elsewhere.example')],
    ['no issuer', (query: URLSearchParams) => query.delete('iss')],
    ['a code that was never given', (query: URLSearchParams) => query.set('code', 'x'.repeat(43))],
  ])('takes no answer with %s', async (_, change) => {
    const browser = new Browser();
    const back = new URL(await upToTheWayBack(browser), PUBLIC_URL);
    change(back.searchParams);
    const response = await browser.send(`${address}${back.pathname}${back.search}`);
    expect([response.status, await codeOf(response)]).toEqual([400, 'sign-in-failed']);
    expect(browser.cookiesOf(address).has(SESSION_COOKIE)).toBe(false);
  });

  it('is of no use to the API, which takes no cookies', async () => {
    const browser = await signedIn();
    expect((await browser.send(`${address}/v1/things`)).status).toBe(401);
  });

  it('lets files be taken away as seldom as people be looked for, and pages as often as before', async () => {
    const browser = await signedIn();
    const statuses = [];
    for (const path of ['/things/all.csv', '/things/all.csv', '/things/all.csv', '/things'])
      statuses.push((await browser.send(`${address}${path}`)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
    const refused = await browser.send(`${address}/things/all.csv`);
    expect(await codeOf(refused)).toBe('too-many-requests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('counts a file once that a page has the API draw, and straight from the API as well', async () => {
    const browser = await signedIn('herts-council-finance');
    const token = await issuer.current.tokenFor('herts-council-finance');
    const statuses = [(await browser.send(`${address}/papers/paper.pdf`)).status];
    const straight = await fetch(`${address}${PAPERS}`, { headers: { authorization: `Bearer ${token}` } });
    statuses.push(straight.status, (await browser.send(`${address}/papers/paper.pdf`)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('counts what a page asks of a limited route where the page is not limited itself', async () => {
    const browser = await signedIn('herts-phb-worker');
    const statuses = [];
    for (const path of ['/papers', '/papers/paper.pdf', '/papers'])
      statuses.push((await browser.send(`${address}${path}`)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  describe('ends', () => {
    it('by a form of a page, here and at the issuer', async () => {
      const browser = await signedIn();
      const held = new Map(browser.cookiesOf(address));
      const { formToken = '' } = (await session(browser)).body;
      const response = await post(browser, '/sign-out', { _form: formToken });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(
        `${issuer.current.issuer}/session/end?client_id=${WEB_CLIENT_ID}`,
      );
      expect(browser.cookiesOf(address).has(SESSION_COOKIE)).toBe(false);
      expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
      browser.takeOver(address, held);
      expect((await session(browser)).status).toBe(401);
    });

    it('everywhere, for that person alone', async () => {
      const [desk, laptop, colleague] = [await signedIn(), await signedIn(), await signedIn('herts-auditor')];
      const { formToken = '' } = (await session(desk)).body;
      expect((await post(desk, '/sign-out/everywhere', { _form: formToken })).status).toBe(303);
      expect((await session(laptop)).status).toBe(401);
      expect((await session(colleague)).status).toBe(200);
    });

    const LOGOUT = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const byIssuer = async (claims: Record<string, unknown>) => {
      const said = { aud: WEB_CLIENT_ID, jti: randomUUID(), events: LOGOUT, sub: WORKER, ...claims };
      return new Browser().send(`${address}/sign-out/by-issuer`, {
        logout_token: await issuer.current.tokenWith(said),
      });
    };

    it('by the word of the issuer, that the person was signed out there', async () => {
      const [desk, laptop, colleague] = [await signedIn(), await signedIn(), await signedIn('herts-auditor')];
      const response = await byIssuer({});
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      for (const browser of [desk, laptop]) expect((await session(browser)).status).toBe(401);
      expect((await session(colleague)).status).toBe(200);
    });

    it('not by a word that was said before it began, and is sent again', async () => {
      const browser = await signedIn();
      expect((await byIssuer({ iat: Math.floor(Date.now() / 1000) - 60 })).status).toBe(200);
      expect((await session(browser)).status).toBe(200);
    });

    it.each<[string, () => Record<string, unknown>]>([
      ['another client', () => ({ aud: 'somebody-else' })],
      ['the API, as an access token', () => ({ aud: TEST_AUDIENCE })],
      ['another issuer', () => ({ iss: 'https://elsewhere.example' })],
      ['nobody', () => ({ sub: undefined })],
      ['no logout', () => ({ events: {} })],
      ['no event', () => ({ events: undefined })],
      ['a sign-in, as an ID token', () => ({ nonce: 'x' })],
      ['no time', () => ({ iat: undefined })],
      ['long ago', () => ({ iat: Math.floor(Date.now() / 1000) - 600 })],
    ])('not by a token that says %s', async (_, claims) => {
      const browser = await signedIn();
      const response = await byIssuer(claims());
      expect([response.status, await codeOf(response)]).toEqual([400, 'sign-in-failed']);
      expect((await session(browser)).status).toBe(200);
    });

    it('not by a form without a token', async () => {
      const response = await new Browser().send(`${address}/sign-out/by-issuer`, { logout_token: 'x.y.z' });
      expect(response.status).toBe(400);
      expect((await new Browser().send(`${address}/sign-out/by-issuer`, { other: '1' })).status).toBe(400);
    });

    it.each([
      ['another site', 'cross-site', 'own'],
      ['a neighbour of this site', 'same-site', 'own'],
      ['a page of this site without the session’s form token', 'same-origin', 'none'],
      ['a page of this site with another session’s form token', 'same-origin', 'other'],
    ] as const)('not by a form from %s', async (_, site, token) => {
      const browser = await signedIn();
      const tokens = {
        own: (await session(browser)).body['formToken'] ?? '',
        other: (await session(await signedIn())).body['formToken'] ?? '',
        none: '',
      };
      const response = await post(browser, '/sign-out', { _form: tokens[token] }, site);
      expect([response.status, await codeOf(response)]).toEqual([403, 'other-site']);
      expect((await session(browser)).status).toBe(200);
    });
  });

  it('shows where else the person is signed in, and nobody else', async () => {
    const other = 'herts-nhs-finance';
    const [desk, laptop] = [await signedIn(other), await signedIn(other)];
    const listed = async (browser: Browser) =>
      (await (await browser.send(`${address}/sessions`)).json()) as { items: Record<string, unknown>[] };
    const { items } = await listed(laptop);
    expect(items).toHaveLength(2);
    expect(items.map(({ current }) => current)).toEqual([true, false]);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual([
      'current',
      'endsAt',
      'organisation',
      'seenAt',
      'signedInAt',
    ]);
    const { formToken = '' } = (await session(desk)).body;
    await post(desk, '/sign-out', { _form: formToken });
    expect((await listed(laptop)).items).toHaveLength(1);
    expect((await new Browser().send(`${address}/sessions`)).status).toBe(401);
  });

  it('is refused to a form that is sent to the API', async () => {
    const response = await new Browser().send(`${address}/v1/things`, { startsOn: '2024-03-27' });
    expect(response.status).toBe(415);
  });
});
