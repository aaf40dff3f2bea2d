import { describe, expect, it } from '@jest/globals';
import { useSampleApi } from '../../../../test/support/sample-api/sample-api.js';

describe('an error on the wire', () => {
  const api = useSampleApi();

  const failWith = async (kind: string) =>
    api.current.http
      .post(`/v1/faults/${kind}`)
      .auth(await api.current.issuer.tokenFor('herts-direct-payment-worker'), { type: 'bearer' });

  it.each([
    ['conflict', 409, 'sample-not-ready'],
    ['invalid', 422, 'sample-not-ready'],
    ['forbidden', 403, 'sample-not-ready'],
    ['not-found', 404, 'sample-not-ready'],
    ['field', 422, 'in-the-future'],
    ['value', 422, 'invalid-value'],
    ['command-id', 422, 'command-id-reused'],
    ['store', 503, 'unavailable'],
    ['database', 503, 'unavailable'],
    ['unexpected', 500, 'unexpected'],
    ['foreign-status', 500, 'unexpected'],
  ])('of kind %s has status %i and code %s', async (kind, status, code) => {
    const answer = await failWith(kind);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, code, type: `/problems/${code}` });
  });
});
