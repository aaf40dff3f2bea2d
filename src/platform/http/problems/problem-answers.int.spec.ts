import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
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
    ['busy', 503, 'busy'],
    ['database', 503, 'unavailable'],
    ['view', 503, 'view-being-rebuilt'],
    ['unexpected', 500, 'unexpected'],
    ['foreign-status', 500, 'unexpected'],
  ])('of kind %s has status %i and code %s', async (kind, status, code) => {
    const answer = await failWith(kind);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ status, code, type: `/problems/${code}` });
  });

  it('says nothing of the inside', async () => {
    for (const kind of ['unexpected', 'store', 'database', 'foreign-status']) {
      const { text } = await failWith(kind);
      expect(text).not.toMatch(/hunter2|select|10\.0\.0\.7|another server|node_modules|at Object\b/);
    }
  });

  it('is one warning without stack and query when it passes by itself, and an error with its stack when not', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await failWith('view');
    await failWith('unexpected');
    expect(warn.mock.calls).toEqual([
      [
        {
          message: 'view-being-rebuilt at POST /v1/faults/:kind',
          traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
          because: 'relation "read_model.thing" does not exist',
        },
      ],
    ]);
    expect(error.mock.calls).toEqual([
      [expect.objectContaining({ message: 'unexpected at POST /v1/faults/:kind', err: expect.any(Error) })],
    ]);
    jest.restoreAllMocks();
  });

  it('says when to try again what could not be tried now', async () => {
    for (const kind of ['store', 'busy']) expect((await failWith(kind)).headers['retry-after']).toBe('2');
  });

  it('carries the facts of a refusal, which never stand in for the members of the standard', async () => {
    const { body } = await failWith('conflict');
    expect(body).toEqual({
      type: '/problems/sample-not-ready',
      title: 'Sample not ready',
      status: 409,
      detail: 'The sample is not ready.',
      instance: '/v1/faults/conflict',
      code: 'sample-not-ready',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      stage: 'alerted',
      nextSteps: ['confirm-eligibility'],
    });
  });

  it('names the field that was refused', async () => {
    const { body } = await failWith('field');
    expect(body.errors).toEqual([
      { pointer: '/decidedOn', code: 'in-the-future', detail: 'The day is in the future' },
    ]);
  });
});
