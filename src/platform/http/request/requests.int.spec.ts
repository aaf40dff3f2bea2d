import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { useSampleApi } from '../../../../test/support/sample-api/sample-api.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const good = { startsOn: '2024-03-27', weeklyAmount: { amount: '842.00', currency: 'GBP' } };

describe('a request', () => {
  const api = useSampleApi();
  const token = () => api.current.issuer.tokenFor('herts-direct-payment-worker');
  const post = async (body: string | object, type = 'application/json') =>
    api.current.http
      .post('/v1/things')
      .auth(await token(), { type: 'bearer' })
      .set('idempotency-key', randomUUID())
      .set('content-type', type)
      .send(body);
  const get = async (path: string, headers: Record<string, string> = {}) =>
    api.current.http
      .get(path)
      .auth(await token(), { type: 'bearer' })
      .set(headers);

  it.each<[string, string | object, number, string]>([
    ['broken JSON', '{"startsOn":', 400, 'broken-json'],
    ['a field twice', '{"startsOn":"2024-03-27","startsOn":"2024-03-28"}', 400, 'duplicate-field'],
    ['a prototype', '{"__proto__":{"role":"administrator"}}', 400, 'unknown-field'],
    ['a name that every object has', { ...good, toString: 'x' }, 400, 'unknown-field'],
    ['too much depth', '['.repeat(33) + ']'.repeat(33), 400, 'broken-json'],
    ['a field that is not known', { ...good, organisation: 'QM7' }, 400, 'unknown-field'],
    ['too much', { ...good, hours: '1'.repeat(101 * 1024) }, 413, 'too-large'],
    ['a list for an object', [good], 422, 'invalid-fields'],
    ['a list for an object in it', { ...good, weeklyAmount: [] }, 422, 'invalid-fields'],
    ['a list of lists for an object in it', { ...good, weeklyAmount: [[]] }, 422, 'invalid-fields'],
    ['a list for an object of a list', { ...good, lines: [[]] }, 422, 'invalid-fields'],
    ['a list deeper for an object', { ...good, lines: [{ money: [] }] }, 422, 'invalid-fields'],
    ['a bare value', '7', 422, 'invalid-fields'],
    ['null', 'null', 422, 'invalid-fields'],
    ['nothing', '', 422, 'invalid-fields'],
  ])('with %s is refused', async (_, body, status, code) => {
    const answer = await post(body);
    expect(answer.body).toMatchObject({ status, code, type: `/problems/${code}` });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });

  it.each(['/', '/v1/things', '/health/live'])(
    'to trace %s is refused, and nothing of it comes back',
    async (path) => {
      const { port } = api.current.app.getHttpServer().address() as AddressInfo;
      const headers = { 'x-secret': 'not-to-be-seen', authorization: `Bearer ${await token()}` };
      const { status, body } = await new Promise<{ status: number | undefined; body: string }>(
        (resolve, reject) => {
          request({ method: 'TRACE', host: '127.0.0.1', port, path, headers }, (answer) => {
            text(answer).then((body) => resolve({ status: answer.statusCode, body }), reject);
          })
            .on('error', reject)
            .end();
        },
      );
      expect(status).toBe(404);
      expect(body).not.toContain('not-to-be-seen');
    },
  );

  /** An answer to bytes that no client library would send: its status line, and whether the connection was closed after it. */
  const rawAnswer = async (...lines: readonly string[]): Promise<readonly string[]> => {
    const { port } = api.current.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.end(lines.join('\r\n'));
    return (await text(socket)).split('\r\n').filter((line) => line.startsWith('HTTP/1.1'));
  };
  const HIDDEN = ['GET /v1/nowhere HTTP/1.1', 'Host: x', '', ''];

  it.each<[string, readonly string[]]>([
    ['both a length and parts', ['Content-Length: 5', 'Transfer-Encoding: chunked', '', '0', '', ...HIDDEN]],
    [
      'parts, and a length after them',
      ['Transfer-Encoding: chunked', 'Content-Length: 4', '', '0', '', ...HIDDEN],
    ],
    ['two lengths', ['Content-Length: 2', 'Content-Length: 40', '', '{}', ...HIDDEN]],
    ['parts under a name of their own', ['Transfer-Encoding: xchunked', '', '0', '', ...HIDDEN]],
    ['a length that is no number', ['Content-Length: +2', '', '{}', ...HIDDEN]],
    ['a length behind a blank', ['Content-Length : 2', '', '{}', ...HIDDEN]],
  ])('that says by %s where it ends is refused, and nothing in it is read as another', async (_, lines) => {
    expect(await rawAnswer('POST /v1/things HTTP/1.1', 'Host: x', ...lines)).toEqual([
      'HTTP/1.1 400 Bad Request',
    ]);
  });

  it.each([
    ['GET', '/v1/things'],
    ['OPTIONS', '/v1/things'],
    ['OPTIONS', '/'],
    ['GET', '/health/live'],
  ] as const)('from a page of another site (%s %s) is not shared with it', async (method, path) => {
    const answer = await fetch(`${await api.current.app.getUrl()}${path}`, {
      method,
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
        authorization: `Bearer ${await token()}`,
      },
    });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it.each([['__proto__'], ['constructor'], ['toString'], ['%5F%5Fproto%5F%5F'], ['limit=1&prototype']])(
    'for %s in the address is refused',
    async (name) => {
      const answer = await get(`/v1/things?${name}=1`);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        code: 'unknown-parameter',
        errors: [{ code: 'unknown-parameter' }],
      });
    },
  );

  it.each([['text/plain'], ['application/x-www-form-urlencoded'], ['application/xml']])(
    'in %s is refused',
    async (type) => {
      const answer = await post('startsOn=2024-03-27', type);
      expect(answer.status).toBe(415);
      expect(answer.body).toMatchObject({ code: 'unsupported-media-type' });
    },
  );

  it('with money as a number is told which field and why', async () => {
    const answer = await post({ ...good, weeklyAmount: { amount: 842.5, currency: 'GBP' } });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      {
        pointer: '/weeklyAmount/amount',
        code: 'pounds',
        detail: 'amount must be text such as "842.00", not a JSON number, which may be rounded',
      },
    ]);
  });

  it('with faults deep inside is told each place', async () => {
    const answer = await post({
      ...good,
      startsOn: '2023-02-29',
      hours: 30.25,
      lines: [{ money: good.weeklyAmount }, { money: { amount: '£5', currency: 'EUR' } }, {}],
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/startsOn', 'plain-date'],
      ['/hours', 'exact-number'],
      ['/lines/1/money/amount', 'pounds'],
      ['/lines/1/money/currency', 'equals'],
      ['/lines/2/money', 'missing'],
    ]);
  });

  it.each<[string, number, string]>([
    ['/v1/things?siez=small', 400, 'unknown-parameter'],
    ['/v1/things?size=medium', 422, 'invalid-fields'],
    ['/v1/things?limit=101', 422, 'invalid-fields'],
    ['/v1/things?limit=abc', 422, 'invalid-fields'],
    ['/v1/things?cursor=%25%25', 400, 'malformed-cursor'],
    ['/v1/things/TC-0000000001?anything=1', 400, 'unknown-parameter'],
    ['/v1/things/nonsense', 404, 'not-found'],
    ['/v1/nowhere', 404, 'not-found'],
    ['/v1/things/%zz', 400, 'malformed-request'],
    [`/v1/things/${'x'.repeat(201)}`, 414, 'address-too-long'],
    [`/v1/things?q=${'x'.repeat(4096)}`, 414, 'address-too-long'],
  ])('for %.40s is answered %i %s', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.body).toMatchObject({ status, code });
    expect(answer.status).toBe(status);
    expect(answer.body.instance).not.toContain('?');
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('keeps its correlation, request and trace ids', async () => {
    const correlation = randomUUID();
    const requestId = randomUUID();
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const answer = await get('/v1/nowhere', {
      'x-correlation-id': correlation.toUpperCase(),
      'x-request-id': requestId,
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    expect(answer.headers['x-correlation-id']).toBe(correlation);
    expect(answer.headers['x-request-id']).toBe(requestId);
    expect(answer.headers['traceparent']).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
    expect(answer.headers['traceparent']).not.toContain('00f067aa0ba902b7');
    expect(answer.body.traceId).toBe(trace);
  });

  it('with ids that are none gets new ones', async () => {
    const answer = await get('/v1/things', { 'x-correlation-id': 'Ada Penhaligon', traceparent: 'garbage' });
    expect(answer.headers['x-correlation-id']).toMatch(UUID);
    expect(answer.headers['x-request-id']).toMatch(UUID);
    expect(answer.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('ties the command to its correlation and its request', async () => {
    const correlation = randomUUID();
    const requestId = randomUUID();
    const answer = await api.current.http
      .post('/v1/things')
      .auth(await token(), { type: 'bearer' })
      .set({ 'idempotency-key': 'k', 'x-correlation-id': correlation, 'x-request-id': requestId })
      .send(good);
    expect(answer.body.context).toMatchObject({
      actor: { id: 'herts-direct-payment-worker', organisation: 'E10000015', role: 'direct-payment-worker' },
      correlationId: correlation,
      causationId: requestId,
    });
  });

  it('is answered with what keeps it private', async () => {
    const { headers } = await get('/v1/things');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it('for a list is answered page by page until the last', async () => {
    for (let count = 0; count < 5; count += 1) await post(good);
    const seen: string[] = [];
    let path: string | undefined = '/v1/things?size=small&limit=2';
    while (path !== undefined) {
      const page = await get(path);
      seen.push(...page.body.items.map(({ reference }: { reference: string }) => reference));
      const link = page.headers['link'];
      expect(link === undefined).toBe(page.body.next === undefined);
      path = link === undefined ? undefined : /^<(.+)>; rel="next"$/.exec(link)?.[1];
    }
    expect(seen).toEqual(api.current.things.list().map(({ reference }) => reference));
    expect(seen.length).toBeGreaterThan(4);
  });
});
