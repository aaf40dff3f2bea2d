import { beforeAll, describe, expect, it } from '@jest/globals';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { exampleUsers } from '../../src/dev/example-users.js';
import { missingExamples } from '../../src/platform/http/openapi/missing-examples.js';
import { RouteWalk } from '../../src/platform/access/route-walk.js';
import { OpenApiHolder } from '../../src/platform/http/openapi/openapi-holder.js';
import { useProduct } from '../support/product.js';

// Walks every route that the application has, so a new one is tried the moment it exists.

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
  readonly strictlyLimited: boolean;
}

const PUBLIC = [
  'GET /health/live',
  'GET /health/ready',
  'GET /info',
  'GET /openapi.json',
  'GET /ping',
  'GET /problems',
  'GET /problems/:code',
];
/** Beside the files, without which the application does not start. */
const COUNTED_AS_SEARCHES = [
  'GET /v1/recharges/:rechargeRef/restricted-schedule',
  'GET /v1/transfer-cases/:caseRef/stored-events',
  'POST /v1/people/search',
  'POST /v1/recharges/:rechargeRef/issues',
  'POST /v1/recharges/:rechargeRef/payments',
];
const MALFORMED = [
  '{',
  '[]',
  '"text"',
  'null',
  '{"__proto__":{"a":1}}',
  '{"unexpected":true}',
  '{"a":1,"a":2}',
  '\u0000',
];

const product = useProduct();
let operations: readonly Operation[] = [];
let references: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  const { api, app } = product.current;
  operations = app
    .get(RouteWalk)
    .routes()
    .map(({ method, path, rule, strictlyLimited }) => ({
      method,
      path,
      isPublic: rule?.public === true,
      strictlyLimited,
    }));
  await playExampleAgreement(api);
  const example = exampleCases.find(({ id }) => id === 'BR-01') ?? exampleCases[0]!;
  const { caseRef, rechargeRef = '' } = await playExample(api, example);
  const jobs = await api.get<{ items: { employmentId: string }[] }>(
    'herts-auditor',
    `/v1/transfer-cases/${caseRef}/employments`,
  );
  const agreements = await api.get<{ items: { agreementId: string }[] }>('herts-auditor', '/v1/agreements');
  references = {
    caseRef,
    rechargeRef,
    employmentId: jobs.body.items[0]?.employmentId ?? '',
    agreementId: agreements.body.items[0]?.agreementId ?? '',
    number: '1',
    line: '1',
    code: 'QM7',
  };
}, 60_000);

const resolved = (path: string) =>
  path.replace(/:(\w+)/g, (_, name: string) => references[name] ?? `unknown-${name}`);

async function call(
  { method, path }: Operation,
  headers: Record<string, string>,
  body?: string,
): Promise<Response> {
  const keyed = method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID(), 'if-match': 'W/"1"' };
  return fetch(`${product.current.address}${resolved(path)}`, {
    method,
    headers: { ...keyed, ...headers },
    ...(method === 'GET' || body === undefined ? {} : { body }),
  });
}

describe('every route', () => {
  it('is known by its real resources, so that the walk goes further than "not found"', () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(Object.entries(references).filter(([, reference]) => reference === '')).toEqual([]);
  });

  it('is public only when this list says so', () => {
    const open = operations.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([...PUBLIC].sort());
  });

  it('of the API by which somebody people could be tried or carried away counts as a search', () => {
    const counted = operations
      .filter(
        ({ path, strictlyLimited }) => strictlyLimited && path.startsWith('/v1/') && !/\.\w+$/.test(path),
      )
      .map(({ method, path }) => `${method} ${path}`);
    expect(counted.sort()).toEqual(COUNTED_AS_SEARCHES);
  });

  it('answers 401 with a problem to whoever has no token', async () => {
    for (const operation of operations.filter(({ isPublic }) => !isPublic)) {
      const response = await call(operation, { 'content-type': 'application/json' }, '{}');
      expect([operation, response.status]).toEqual([operation, 401]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('answers 401 to a malformed token', async () => {
    for (const operation of operations.filter(({ isPublic }) => !isPublic)) {
      const response = await call(
        operation,
        { authorization: 'Bearer not.a.token', 'content-type': 'application/json' },
        '{}',
      );
      expect([operation, response.status]).toEqual([operation, 401]);
    }
  });

  it('answers a malformed body with 4xx and a problem, whoever sends it', async () => {
    const users = exampleUsers.filter(({ id }) => id.startsWith('herts-'));
    for (const operation of operations.filter(({ method, isPublic }) => method !== 'GET' && !isPublic)) {
      for (const { id } of users) {
        const authorization = `Bearer ${await product.current.issuer.tokenFor(id)}`;
        for (const body of MALFORMED) {
          const response = await call(operation, { authorization, 'content-type': 'application/json' }, body);
          const answered = { operation, user: id, body, status: response.status };
          expect(answered).toEqual({ ...answered, status: expect.any(Number) });
          expect(response.status >= 400 && response.status < 500 ? 'refused' : answered).toBe('refused');
          expect(((await response.json()) as { code?: string }).code).toEqual(expect.any(String));
        }
      }
    }
  }, 120_000);

  it('answers strange reads without a fault of its own', async () => {
    const authorization = `Bearer ${await product.current.issuer.tokenFor('herts-auditor')}`;
    const strange = [
      '?limit=0',
      '?limit=1e9',
      '?cursor=%00',
      '?asAt=never',
      '?unknown=1',
      '?limit=1&limit=2',
      '?minVersion=-1',
    ];
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      for (const query of strange) {
        const response = await fetch(`${product.current.address}${resolved(operation.path)}${query}`, {
          headers: { authorization },
        });
        expect([operation.path, query, response.status >= 500]).toEqual([operation.path, query, false]);
      }
    }
  });

  it('has an example for every body that it takes', () => {
    expect(missingExamples(product.current.app.get(OpenApiHolder).get())).toEqual([]);
  });
});
