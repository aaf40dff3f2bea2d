import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { ROLES } from '../platform/access/roles.js';
import {
  EXAMPLE_SECRET,
  exampleUsers,
  startExampleIssuer,
  WEB_CLIENT_ID,
  type ExampleIssuer,
} from './issuer.js';

const AUDIENCE = 'https://handover.example/api';
const REDIRECT = 'http://127.0.0.1:3000/sign-in/callback';

describe('the example issuer', () => {
  let folder: string;
  let running: ExampleIssuer | undefined;
  const start = async (port = 0) => {
    running = await startExampleIssuer({
      port,
      audience: AUDIENCE,
      dataFolder: folder,
      redirectUris: [REDIRECT],
    });
    return running;
  };
  const tokenAt = async (issuer: string, user: string, secret = EXAMPLE_SECRET) => {
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    return (await answer.json()) as { access_token?: string; error?: string };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handover-issuer-'));
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives each example user an access token for the API, without a warning', async () => {
    const warn = jest.spyOn(console, 'warn');
    const { issuer } = await start();
    expect(warn).not.toHaveBeenCalled();
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    for (const { id, name, organisation, roles } of exampleUsers) {
      const { access_token: token = '' } = await tokenAt(issuer, id);
      const { payload } = await jwtVerify(token, keys, { issuer, audience: AUDIENCE, typ: 'at+jwt' });
      expect(payload).toMatchObject({ sub: id, organisation, roles, name });
    }
  });

  it('goes on being believed after a restart', async () => {
    const first = await start();
    const port = Number(new URL(first.issuer).port);
    const { access_token: token = '' } = await tokenAt(first.issuer, 'herts-auditor');
    await first.stop();
    const { issuer } = await start(port);
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    await expect(jwtVerify(token, keys, { issuer, audience: AUDIENCE })).resolves.toBeDefined();
  });

  it('refuses a wrong secret', async () => {
    const { issuer } = await start();
    expect(await tokenAt(issuer, 'herts-auditor', 'guess')).toMatchObject({ error: 'invalid_client' });
  });

  it('shows people a page to sign in, and wants PKCE', async () => {
    const { issuer } = await start();
    const address = new URL(`${issuer}/auth`);
    const query = {
      client_id: WEB_CLIENT_ID,
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'openid profile',
    };
    address.search = new URLSearchParams(query).toString();
    const without = await fetch(address, { redirect: 'manual' });
    expect(without.headers.get('location')).toContain('error=invalid_request');

    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    address.searchParams.set('code_challenge', challenge);
    address.searchParams.set('code_challenge_method', 'S256');
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(/^\/interaction\//);
  });

  it('does not run in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      await expect(start()).rejects.toThrow('does not run with NODE_ENV=production');
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});

describe('the example users', () => {
  it('are one for each role in two areas and two administrators of each body, with ids and names of their own', () => {
    const areas = ['herts', 'staffs'];
    const ids = exampleUsers.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(areas.flatMap((area) => ROLES.map((role) => `${area}-${role}`))),
    );
    for (const body of ['E10000015', 'QM7', 'E10000028', 'QNC']) {
      const administrators = exampleUsers.filter(
        ({ organisation, roles }) => organisation === body && roles.includes('administrator'),
      );
      expect(administrators).toHaveLength(2);
    }
    expect(new Set(exampleUsers.map(({ id }) => id)).size).toBe(exampleUsers.length);
    expect(new Set(exampleUsers.map(({ name }) => name)).size).toBe(exampleUsers.length);
    expect(new Set(exampleUsers.map(({ organisation }) => organisation))).toEqual(
      new Set(['E10000015', 'QM7', 'E10000028', 'QNC']),
    );
  });
});
