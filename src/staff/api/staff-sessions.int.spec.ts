import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Browser } from '../../../test/support/browser.js';
import { TEST_AUDIENCE, useTestIssuer } from '../../../test/support/issuer.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { signInAtIssuer } from '../../../test/support/sign-in-at-issuer.js';
import { startWeb } from '../../app/start-web.js';
import { appointExampleUsers } from '../../dev/appoint-example-users.js';
import { ApiClient } from '../../dev/examples/api-client.js';
import { EXAMPLE_SECRET, WEB_CLIENT_ID } from '../../dev/issuer.js';
import { systemClock, todayInLondon } from '../../kernel/clock.js';
import { settingsFrom } from '../../platform/config/settings.js';
import { loginsBeside } from '../../platform/persistence/database-logins.js';
import { CALLBACK_PATH } from '../../platform/sign-in/identity-provider.js';
import { staffRefOf } from '../commands/staff-ref.js';

// The sessions of the pages and the log, with the guard going by the records.

const PUBLIC_URL = 'http://handover.test';
const LEAVER = 'herts-council-finance';

describe('A session of the pages', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer([`${PUBLIC_URL}${CALLBACK_PATH}`]);
  const lines: Record<string, unknown>[] = [];
  const log = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      for (const line of chunk.toString().split('\n').filter(Boolean)) lines.push(JSON.parse(line) as never);
      done();
    },
  });
  let app: NestFastifyApplication;
  let address: string;

  beforeAll(async () => {
    const settings = settingsFrom({
      NODE_ENV: 'test',
      DATABASE_URL: loginsBeside(database.url).web,
      HOST: '127.0.0.1',
      PORT: '0',
      OIDC_ISSUER: issuer.current.issuer,
      OIDC_AUDIENCE: TEST_AUDIENCE,
      OIDC_CLIENT_ID: WEB_CLIENT_ID,
      OIDC_CLIENT_SECRET: EXAMPLE_SECRET,
      PUBLIC_URL,
    });
    ({ app, address } = await startWeb(settings, { documentation: false, logTo: log }));
    const tokenOf = (user: string) => issuer.current.tokenFor(user);
    await appointExampleUsers({
      app,
      address,
      issuer: issuer.current.issuer,
      tokenOf,
      say: () => undefined,
    });
  }, 60_000);
  afterAll(() => app.close());

  const signIn = async (
    browser: Browser,
    user: string,
    headers?: Record<string, string>,
  ): Promise<Response> => {
    const response = await browser.send(`${address}/sign-in`);
    const back = await signInAtIssuer(browser, response.headers.get('location') ?? '', user, PUBLIC_URL);
    return browser.send(`${address}${back.slice(PUBLIC_URL.length)}`, undefined, headers);
  };

  it('is refused at the next request once the rights of its person have ended', async () => {
    const browser = new Browser();
    expect((await signIn(browser, LEAVER)).status).toBe(303);
    const before = await browser.send(`${address}/session`);
    expect(await before.json()).toMatchObject({
      organisation: 'E10000015',
      organisations: ['E10000015'],
      roles: ['council-finance'],
    });
    const staff = staffRefOf({ issuer: issuer.current.issuer, subject: LEAVER });
    await new ApiClient(address, (user) => issuer.current.tokenFor(user)).command({
      as: 'herts-administrator',
      path: `/v1/staff/${staff}/rights/${staff}-1/ends`,
      body: { reason: 'left-the-team' },
      key: 'leaver',
    });
    const after = await browser.send(`${address}/session`);
    expect(after.status).toBe(403);
    expect(await after.json()).toMatchObject({ code: 'not-allowed' });
    // Nor is there another one; the page says what an administrator needs to give a right again.
    const refused = await signIn(new Browser(), LEAVER, { accept: 'text/html' });
    expect(refused.status).toBe(403);
    const page = await refused.text();
    expect(page).toContain('You have no right here today');
    for (const line of [issuer.current.issuer, LEAVER]) expect(page).toContain(line);
  });

  it('is ended by an administrator of an organisation of its person, and begins again by signing in', async () => {
    const [browser, colleague] = [new Browser(), new Browser()];
    await signIn(browser, 'herts-direct-payment-worker');
    await signIn(colleague, 'herts-auditor');
    const statusOf = async (of: Browser) => (await of.send(`${address}/session`)).status;
    expect([await statusOf(browser), await statusOf(colleague)]).toEqual([200, 200]);

    const staff = staffRefOf({ issuer: issuer.current.issuer, subject: 'herts-direct-payment-worker' });
    const ends = (as: string) =>
      new ApiClient(address, (user) => issuer.current.tokenFor(user)).command({
        as,
        path: `/v1/staff/${staff}/session-ends`,
        body: { reason: 'machine-lost' },
        key: `ends-by-${as}`,
      });
    await expect(ends('staffs-administrator')).rejects.toMatchObject({ status: 404 });
    const account = { issuer: issuer.current.issuer, subject: 'herts-direct-payment-worker' };
    await new ApiClient(address, (user) => issuer.current.tokenFor(user)).command({
      ...{ as: 'herts-nhs-administrator', path: '/v1/staff', body: account, key: 'known-elsewhere' },
    });
    await expect(ends('herts-nhs-administrator')).rejects.toMatchObject({ status: 403 });
    await expect(ends('herts-auditor')).rejects.toMatchObject({ status: 403 });
    expect(await statusOf(browser)).toBe(200);
    expect((await ends('herts-administrator')).status).toBe(200);
    expect([await statusOf(browser), await statusOf(colleague)]).toEqual([401, 200]);

    expect((await signIn(browser, 'herts-direct-payment-worker')).status).toBe(303);
    // The same command once more, after a lost answer, ends nothing that began since.
    expect((await ends('herts-administrator')).status).toBe(200);
    expect(await statusOf(browser)).toBe(200);
  });

  it('goes on for another organisation of its person, who chooses it on a page, and for none of which they are not', async () => {
    const subject = 'herts-auditor';
    const issuerOf = issuer.current.issuer;
    const staff = staffRefOf({ issuer: issuerOf, subject });
    const api = new ApiClient(address, (user) => issuer.current.tokenFor(user));
    const say = async (as: string, path: string, body: object) =>
      (await api.command<{ grant: string }>({ as, path, body, key: `${as}-${path}` })).body;
    await say('herts-nhs-administrator', '/v1/staff', { issuer: issuerOf, subject });
    const path = `/v1/staff/${staff}/rights`;
    const { grant } = await say('herts-nhs-administrator', path, {
      role: 'auditor',
      from: todayInLondon(systemClock),
      reason: 'audits-both',
    });
    await say('herts-nhs-second-administrator', `${path}/${grant}/approvals`, {});

    const browser = new Browser();
    // The token of this issuer names the first, where the session begins.
    await signIn(browser, subject);
    const session = async () =>
      (await (await browser.send(`${address}/session`)).json()) as Record<string, string>;
    const { formToken = '', organisation: first } = await session();
    expect(first).toBe('E10000015');
    const page = await (await browser.send(`${address}/organisation`)).text();
    expect(page).toContain('Hertfordshire County Council (E10000015)');
    expect(page).toContain('value="QM7"');
    expect(page).toContain('href="/organisation">Change organisation');

    const choose = (organisation: string, form = formToken) =>
      browser.send(
        `${address}/organisation`,
        { organisation, _form: form },
        { 'sec-fetch-site': 'same-origin' },
      );
    expect((await choose('QNC')).status).toBe(422);
    expect((await choose('')).status).toBe(422);
    expect((await choose('QM7', '')).status).toBe(403);
    expect((await session())['organisation']).toBe('E10000015');
    const chosen = await choose('QM7');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/cases']);
    expect(await session()).toMatchObject({ organisation: 'QM7', organisations: ['E10000015', 'QM7'] });
  });

  it('has its beginning logged, by who it is for the issuer and by no name', async () => {
    lines.length = 0;
    await signIn(new Browser(), 'herts-auditor');
    const said = lines.filter(({ context }) => context === 'Access');
    expect(said).toMatchObject([{ message: 'Somebody signed in', subject: 'herts-auditor' }]);
    expect(JSON.stringify(lines)).not.toContain('Sayer');
  });

  it('that does not begin is logged with the reason', async () => {
    lines.length = 0;
    expect((await new Browser().send(`${address}${CALLBACK_PATH}?code=x&state=y`)).status).toBe(400);
    expect(lines).toContainEqual(
      expect.objectContaining({ context: 'Access', message: 'A sign-in was refused' }),
    );
  });

  it('and every other request is logged when it is refused for want of a role, or of any right', async () => {
    const get = async (token: string) =>
      fetch(`${address}/v1/staff`, { headers: { authorization: `Bearer ${token}` } });
    lines.length = 0;
    await get(await issuer.current.tokenFor('herts-phb-worker'));
    await get(await issuer.current.tokenWith({ sub: 'nobody-here', roles: ['administrator'] }));
    const browser = new Browser();
    await signIn(browser, 'herts-auditor');
    expect((await browser.send(`${address}/people`)).status).toBe(403);
    const refusals = lines.filter(({ message }) => String(message).startsWith('Refused '));
    expect(refusals).toMatchObject([
      {
        message: 'Refused for want of a role',
        subject: 'herts-phb-worker',
        organisation: 'QM7',
        needed: ['administrator', 'auditor'],
      },
      { message: 'Refused without any right on the day', subject: 'nobody-here' },
      {
        message: 'Refused for want of a role',
        subject: 'herts-auditor',
        organisation: 'E10000015',
        needed: ['direct-payment-worker', 'phb-worker'],
      },
    ]);
  });
});
