import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useSampleApi } from '../../../../test/support/sample-api/sample-api.js';

const amount = (pounds: string) => ({ weeklyAmount: { amount: pounds, currency: 'GBP' } });

describe('versions', () => {
  const api = useSampleApi();
  const token = () => api.current.issuer.tokenFor('herts-direct-payment-worker');
  const get = async (path: string) => api.current.http.get(path).auth(await token(), { type: 'bearer' });
  const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
    api.current.http
      .post(path)
      .auth(await token(), { type: 'bearer' })
      .set({ 'idempotency-key': randomUUID(), ...headers })
      .send(body);
  const add = async () => {
    const { headers } = await post('/v1/things', { startsOn: '2024-03-27', ...amount('842.00') });
    return headers['location'] as string;
  };

  it('go from a command to the next one and to the read', async () => {
    const path = await add();
    const changed = await post(`${path}/changes`, amount('-12.50'), { 'if-match': 'W/"1"' });
    expect(changed.status).toBe(204);
    expect(changed.headers['etag']).toBe('W/"2"');
    expect(changed.headers['handover-position']).toMatch(/^\d+$/);
    const read = await get(path);
    expect(read.headers['etag']).toBe('W/"2"');
    expect(read.body.weeklyAmount).toEqual({ amount: '-12.50', currency: 'GBP' });
  });

  it('are required of a command on something that exists', async () => {
    const answer = await post(`${await add()}/changes`, amount('1.00'));
    expect(answer.status).toBe(428);
    expect(answer.body).toMatchObject({ code: 'version-missing' });
  });

  it.each([['17'], ['*'], ['"a"'], ['W/"1", W/"2"'], ['W/"-1"']])(
    'are refused when they are none: %s',
    async (version) => {
      const answer = await post(`${await add()}/changes`, amount('1.00'), { 'if-match': version });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'malformed-if-match' });
    },
  );

  it('that are stale are refused with the current one', async () => {
    const path = await add();
    await post(`${path}/changes`, amount('1.00'), { 'if-match': '"1"' });
    const answer = await post(`${path}/changes`, amount('2.00'), { 'if-match': '"1"' });
    expect(answer.status).toBe(412);
    expect(answer.headers['etag']).toBe('W/"2"');
    expect(answer.body).toMatchObject({ code: 'stale-version', yourVersion: 1, currentVersion: 2 });
  });

  it('that the caller has are not sent again', async () => {
    const path = await add();
    const known = (await get(path)).headers['etag'] as string;
    const request = async (tags: string) =>
      api.current.http
        .get(path)
        .auth(await token(), { type: 'bearer' })
        .set('if-none-match', tags);
    const unchanged = await request(`W/"99", ${known}`);
    expect(unchanged.status).toBe(304);
    expect(unchanged.text).toBe('');
    expect(unchanged.headers['etag']).toBe(known);
    expect((await request('W/"99"')).status).toBe(200);
  });

  it('are waited for, and a view that does not come says so', async () => {
    const path = await add();
    setTimeout(() => void api.current.things.change(path.split('/').at(-1) ?? '', 1, 100), 120);
    expect((await get(`${path}?minVersion=2`)).headers['etag']).toBe('W/"2"');
    const late = await get(`${path}?minVersion=3`);
    expect(late.status).toBe(503);
    expect(late.headers['retry-after']).toBe('1');
    expect(late.body).toMatchObject({ code: 'not-yet-visible' });
  });

  it('of what a view has not heard of are not "not found"', async () => {
    expect((await get('/v1/things/TC-ZZZZZZZZZZ')).status).toBe(404);
    expect((await get('/v1/things/TC-ZZZZZZZZZZ?minVersion=1')).status).toBe(503);
  });

  it('by position are waited for too', async () => {
    const path = await add();
    api.current.things.visiblePosition = 1;
    expect((await get(`${path}?minPosition=1`)).status).toBe(200);
    expect((await get(`${path}?minPosition=2`)).body).toMatchObject({ code: 'not-yet-visible' });
  });

  it.each([['minVersion=abc'], ['minPosition=now'], ['minVersion=1&minVersion=2']])(
    'that cannot be waited for are refused: %s',
    async (query) => {
      const answer = await get(`${await add()}?${query}`);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toHaveLength(1);
    },
  );
});
