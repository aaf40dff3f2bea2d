import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { SampleApi, settingsFor, useSampleApi } from '../../../test/support/sample-api/sample-api.js';
import type { BadToken } from '../../../test/support/issuer.js';
import { useTestIssuer } from '../../../test/support/issuer.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { StrictRateLimit } from '../http/request/strict-rate-limit.js';
import { Public, RequiresRole } from './access-rule.js';
import { RouteWalk } from './route-walk.js';
import { StaffDirectory } from './staff-directory.js';

describe('a caller', () => {
  const api = useSampleApi();
  const list = () => api.current.http.get('/v1/things');

  it('without a token is asked for one', async () => {
    const answer = await list();
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.body).toMatchObject({ code: 'not-signed-in' });
  });

  it.each<[string]>([['Basic aGVydHM6c2VjcmV0'], ['Bearer'], ['Bearer one two'], ['Bearer not.a.token']])(
    'with the header "%s" is refused',
    async (authorization) => {
      const answer = await list().set('authorization', authorization);
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer error="invalid_token"/);
    },
  );

  it.each<[BadToken, string]>([
    ['expired', 'The access token has expired.'],
    ['not-yet', 'The access token is not valid yet.'],
    ['other-audience', 'The access token is for another audience.'],
    ['other-issuer', 'The access token is from another issuer.'],
    ['unknown-key', 'The access token is not valid.'],
    ['forged-signature', 'The access token is not valid.'],
    ['no-algorithm', 'The access token is signed with an algorithm that is not accepted.'],
    ['shared-secret', 'The access token is signed with an algorithm that is not accepted.'],
    ['id-token', 'The token is not an access token.'],
    ['no-subject', 'A claim of the token is not right.'],
    ['no-organisation', 'The access token names no organisation.'],
  ])('with a token that is %s is refused', async (fault, detail) => {
    const answer = await list().auth(await api.current.issuer.badToken(fault), { type: 'bearer' });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'not-signed-in', detail });
  });

  it('with a token by which somebody acts in the name of another is refused', async () => {
    const token = await api.current.issuer.tokenWith({ act: { sub: 'a-deputy' } });
    const answer = await list().auth(token, { type: 'bearer' });
    expect([answer.status, answer.body]).toMatchObject([
      401,
      { code: 'not-signed-in', detail: 'The access token lets somebody act in the name of another.' },
    ]);
  });

  it('whose roles do not include one of the route is not allowed', async () => {
    const answer = await list().auth(await api.current.issuer.tokenFor('herts-nhs-finance'), {
      type: 'bearer',
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      code: 'not-allowed',
      detail: 'This needs one of the roles direct-payment-worker, auditor.',
    });
  });

  it('acts in the first of their roles that the route allows, for the organisation of the token', async () => {
    const token = await api.current.issuer.tokenWith({
      sub: 'two-hats',
      roles: ['nhs-finance', 'invented-role', 'direct-payment-worker', 'auditor'],
    });
    const answer = await api.current.http
      .get('/v1/things/TC-0000000001/actor')
      .auth(token, { type: 'bearer' });
    expect(answer.body).toEqual({ id: 'two-hats', organisation: 'E10000015', role: 'direct-payment-worker' });
  });

  it('is remembered by name, and renamed when the token says so', async () => {
    const staff = api.current.app.get(StaffDirectory);
    const call = async (name: string) =>
      list().auth(await api.current.issuer.tokenWith({ sub: 'renamed', name }), { type: 'bearer' });
    await call('Ada Penhaligon');
    await call('Ada Trescothick');
    expect(await staff.nameOf(['renamed', 'nobody'])).toEqual(new Map([['renamed', 'Ada Trescothick']]));
  });
});

describe('the token issuer', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let api: SampleApi | undefined;
  afterEach(async () => {
    await api?.stop();
  });

  it('being away is our fault to the caller, who may have a good token', async () => {
    const tokens = { ...settingsFor(issuer.current).tokens, jwksUri: 'http://127.0.0.1:9/jwks' };
    api = await SampleApi.start(database.url, issuer.current, { tokens });
    const answer = await api.http
      .get('/v1/things')
      .auth(await issuer.current.tokenFor('herts-auditor'), { type: 'bearer' });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).toMatchObject({ code: 'sign-in-unavailable' });
  });

  it('may mark its access tokens as plain JWT when the setting says so', async () => {
    const tokens = { ...settingsFor(issuer.current).tokens, tokenType: 'JWT' } as const;
    api = await SampleApi.start(database.url, issuer.current, { tokens });
    const token = await issuer.current.badToken('id-token');
    const answer = await api.http.get('/v1/things').auth(token, { type: 'bearer' });
    expect(answer.status).toBe(200);
  });
});

describe('a flood of requests', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let api: SampleApi | undefined;
  afterEach(async () => {
    await api?.stop();
  });

  it('of one person is stopped, and nobody else with it', async () => {
    api = await SampleApi.start(database.url, issuer.current, {
      rateLimits: { perPrincipal: 2, perSearcher: 100, perAddress: 100 },
    });
    const { http } = api;
    const call = async (user: string) =>
      http.get('/v1/things').auth(await issuer.current.tokenFor(user), { type: 'bearer' });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await call('herts-auditor')).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await call('staffs-auditor')).status).toBe(200);
    const refused = await call('herts-auditor');
    expect(refused.body).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('of searches is stopped sooner, and what is no search goes on', async () => {
    api = await SampleApi.start(
      database.url,
      issuer.current,
      { rateLimits: { perPrincipal: 100, perSearcher: 2, perAddress: 100 } },
      [SearchesController],
    );
    const { http } = api;
    const call = async (path: string, user = 'herts-auditor') =>
      http.get(path).auth(await issuer.current.tokenFor(user), { type: 'bearer' });
    const statuses = [];
    for (const path of ['/v1/searches', '/v1/searches/exports', '/v1/searches', '/v1/things'])
      statuses.push((await call(path)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
    const refused = await call('/v1/searches/exports');
    expect(refused.body).toMatchObject({ code: 'too-many-requests', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await call('/v1/searches', 'staffs-auditor')).status).toBe(200);
  });

  it('of one address is stopped before any token is looked at', async () => {
    api = await SampleApi.start(database.url, issuer.current, {
      rateLimits: { perPrincipal: 100, perSearcher: 100, perAddress: 2 },
    });
    const { http } = api;
    const call = () => http.get('/v1/things').set('x-forwarded-for', `10.0.0.${Math.random()}`);
    expect((await call()).status).toBe(401);
    expect((await call()).status).toBe(401);
    const refused = await call();
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'too-many-requests' });
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
  });
});

@Controller('v1/searches')
@RequiresRole('auditor')
@StrictRateLimit()
class SearchesController {
  @Get()
  search(): object {
    return {};
  }

  @Get('exports')
  carryAway(): object {
    return {};
  }
}

@Controller('v1/forgotten')
class ForgottenController {
  @Get()
  read() {
    return {};
  }
}

@Public()
@Controller('v1/open')
class OpenCommandController {
  @Post()
  write() {
    return {};
  }
}

@RequiresRole('auditor')
@Controller('v1/files')
class FilesController {
  @Get('things.csv')
  takeAway() {
    return {};
  }
}

@RequiresRole('auditor')
@Controller('v1/covered')
class CoveredController {
  @Get()
  read() {
    return {};
  }

  @Public()
  @Get('open')
  open() {
    return {};
  }
}

describe('the start', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  const startWith = (controller: new () => unknown) =>
    SampleApi.start(database.url, issuer.current, {}, [controller]);

  it('refuses a route that says nothing of who may call it, by name', async () => {
    await expect(startWith(ForgottenController)).rejects.toThrow(
      'GET /v1/forgotten (ForgottenController.read) has neither @RequiresRole() nor @Public()',
    );
  });

  it('refuses a public command that wants a key of nobody', async () => {
    await expect(startWith(OpenCommandController)).rejects.toThrow(
      /POST \/v1\/open .* add @WithoutIdempotencyKey\(\)/,
    );
  });

  it('refuses a file that could be fetched as often as a page', async () => {
    await expect(startWith(FilesController)).rejects.toThrow(
      'GET /v1/files/things.csv (FilesController.takeAway) gives a file away: add @StrictRateLimit()',
    );
  });

  it('takes the rule of the controller unless the route has its own', async () => {
    const api = await startWith(CoveredController);
    const rules = api.app
      .get(RouteWalk)
      .routes()
      .filter(({ controller }) => controller === 'CoveredController')
      .map(({ path, rule }) => [path, rule]);
    expect(rules).toEqual([
      ['/v1/covered', { public: false, roles: ['auditor'] }],
      ['/v1/covered/open', { public: true }],
    ]);
    expect((await api.http.get('/v1/covered')).status).toBe(401);
    expect((await api.http.get('/v1/covered/open')).status).toBe(200);
    await api.stop();
  });
});
