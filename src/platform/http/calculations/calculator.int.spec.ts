import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { useSampleApi } from '../../../../test/support/sample-api/sample-api.js';
import { ROLES } from '../../access/roles.js';

const sum = (amount: string) => ({ weeklyAmount: { amount, currency: 'GBP' } });

describe('a calculator', () => {
  const api = useSampleApi();
  const ask = async (body: object, user = 'herts-auditor') =>
    api.current.http
      .post('/v1/calculations/twice')
      .auth(await api.current.issuer.tokenFor(user), { type: 'bearer' })
      .send(body);

  it('answers whoever is signed in, with the explanation and without an Idempotency-Key', async () => {
    const answer = await ask(sum('421.00'));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      status: 'known',
      value: { amount: '842.00', currency: 'GBP' },
      basis: { rule: 'TWICE', from: [] },
    });
  });

  it('is kept by nobody on the way and has no version', async () => {
    const { headers } = await ask(sum('421.00'));
    expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('handover-position');
  });

  it('shows every candidate where an adviser has to choose, and no value', async () => {
    const { body } = await ask(sum('0.00'));
    expect(body).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'twice-nothing', referTo: 'a philosopher' }],
      candidates: [{ reading: 'As arithmetic', value: { amount: '0.00', currency: 'GBP' } }],
    });
    expect(body).not.toHaveProperty('value');
  });

  it('refuses what any other body is refused for, and whoever is not signed in', async () => {
    expect((await ask({ ...sum('1.00'), caseRef: 'TC-7F3K92QD1M' })).status).toBe(400);
    expect((await api.current.http.post('/v1/calculations/twice').send(sum('1.00'))).status).toBe(401);
  });

  it('is described for every role, and asks for no Idempotency-Key', async () => {
    const { paths } = (await api.current.http.get('/openapi.json')).body as OpenAPIObject;
    const operation = paths['/v1/calculations/twice']?.post;
    expect(operation).toMatchObject({ tags: ['Calculators'], 'x-roles': ROLES });
    expect(JSON.stringify(operation?.parameters)).not.toContain('IdempotencyKey');
    expect(Object.keys(operation?.responses ?? {})).not.toContain('201');
  });
});
