import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { useSampleApi } from '../../../../test/support/sample-api/sample-api.js';
import { missingExamples } from './missing-examples.js';
import { operationsOf } from './operations.js';
import { problemResponses, problemSchema } from './problem-responses.js';

describe('the API description', () => {
  const api = useSampleApi();
  const read = async () => (await api.current.http.get('/openapi.json')).body as OpenAPIObject;
  const refs = ({ parameters = [] }: OperationObject) =>
    parameters.map((each) => ('$ref' in each ? each.$ref.split('/').at(-1) : each.name));

  it('is public and of version 3.1', async () => {
    const document = await read();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/things', '/v1/things/{reference}', '/problems/{code}', '/health/ready']),
    );
  });

  it('names what a command needs and every way it can be refused', async () => {
    const { paths } = await read();
    const add = paths['/v1/things']?.post as OperationObject;
    const change = paths['/v1/things/{reference}/changes']?.post as OperationObject;
    expect(refs(add)).toEqual(['IdempotencyKey', 'CorrelationId']);
    expect(refs(change)).toEqual(['reference', 'If-Match', 'IdempotencyKey', 'CorrelationId']);
    expect(Object.keys(add.responses).sort()).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '414',
      '415',
      '422',
      '429',
      '500',
      '503',
    ]);
    expect(Object.keys(change.responses)).toEqual(expect.arrayContaining(['412', '428']));
    expect(add.responses['201']).toMatchObject({
      headers: { ETag: {}, 'Handover-Position': {}, 'Idempotency-Replayed': {} },
    });
    expect(add).toMatchObject({
      security: [{ 'access-token': [] }],
      'x-roles': ['direct-payment-worker', 'council-finance'],
    });
  });

  it('names what a read can wait for, and asks nothing of a public one', async () => {
    const { paths } = await read();
    expect(refs(paths['/v1/things/{reference}']?.get as OperationObject)).toEqual([
      'reference',
      'CorrelationId',
      'IfNoneMatch',
      'MinPosition',
      'MinVersion',
    ]);
    const ready = paths['/health/ready']?.get as OperationObject;
    expect(refs(ready)).toEqual([]);
    expect(Object.keys(ready.responses)).not.toContain('401');
  });

  it('leads nowhere that is not there', async () => {
    const document = await read();
    const links = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g);
    const components = document.components as unknown as Record<string, Record<string, unknown>>;
    const broken = [...links].filter(([, kind = '', name = '']) => components[kind]?.[name] === undefined);
    expect(broken).toEqual([]);
    expect(operationsOf(document).length).toBeGreaterThan(5);
  });

  it('has an example for every body', async () => {
    expect(missingExamples(await read())).toEqual([]);
  });

  it('finds a body without an example', async () => {
    const document = await read();
    delete (document.components?.schemas?.['MoneyDto'] as { properties: { amount: { example?: string } } })
      .properties.amount.example;
    expect(missingExamples(document)).toEqual([
      'POST /v1/things',
      'POST /v1/things/{reference}/changes',
      'POST /v1/calculations/twice',
    ]);
  });

  it('shows problems that are what it says a problem is', () => {
    const validate = new Ajv2020({ strict: false, formats: { 'uri-reference': true } }).compile(
      problemSchema,
    );
    for (const { content } of Object.values(problemResponses)) {
      for (const { value } of Object.values(content?.['application/problem+json']?.examples ?? {}) as {
        value: unknown;
      }[]) {
        expect([validate(value), validate.errors]).toEqual([true, null]);
      }
    }
  });

  it('has problems as they are really answered', async () => {
    const validate = new Ajv2020({ strict: false, formats: { 'uri-reference': true } }).compile(
      problemSchema,
    );
    const { body } = await api.current.http.get('/v1/things');
    expect([validate(body), validate.errors]).toEqual([true, null]);
  });
});

describe('the page of a problem', () => {
  const api = useSampleApi();

  it('explains the code in words to anybody', async () => {
    const { body } = await api.current.http.get('/v1/things');
    const page = await api.current.http.get((body as { type: string }).type);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(page.text).toContain('Code `not-signed-in`, HTTP status 401.');
  });

  it('is in the list of all', async () => {
    const list = await api.current.http.get('/problems');
    expect(list.text).toContain('- [stale-version](/problems/stale-version)');
  });

  it('is not found for a code that nothing has', async () => {
    expect((await api.current.http.get('/problems/no-such-code')).status).toBe(404);
  });
});
