import { describe, expect, it } from '@jest/globals';
import { useSampleApi } from '../../../test/support/sample-api/sample-api.js';

describe('a process', () => {
  const api = useSampleApi();

  it('says that it lives, without asking anything else', async () => {
    const answer = await api.current.http.get('/health/live');
    expect([answer.status, answer.body]).toEqual([200, { status: 'up', checks: [] }]);
    expect((await api.current.http.get('/ping')).text).toBe('pong');
  });

  it('is ready when the database answers, the tables are of this version and the views are recent', async () => {
    const answer = await api.current.http.get('/health/ready');
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        status: 'up',
        checks: [
          { name: 'database', ok: true, detail: 'answers' },
          { name: 'migrations', ok: true, detail: '0 not run' },
          { name: 'projections', ok: true, detail: '0 events and 0 s behind' },
        ],
      },
    ]);
  });

  it('is not ready on tables of an older version', async () => {
    await api.current.database.query(
      `delete from migrations where name = (select name from migrations order by timestamp desc limit 1)`,
    );
    const answer = await api.current.http.get('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      status: 'down',
      checks: [{ ok: true }, { name: 'migrations', ok: false, detail: '1 not run' }, { ok: true }],
    });
  });

  it('is not ready on tables of a later version', async () => {
    await api.current.database.query(
      `insert into migrations (timestamp, name) values (9000000000000, 'CreateSomething9000000000000')`,
    );
    const answer = await api.current.http.get('/health/ready');
    expect(answer.body.checks[1]).toEqual({
      name: 'migrations',
      ok: false,
      detail: '1 not run, 1 of a later version',
    });
  });

  it('says what it is', async () => {
    const { body } = await api.current.http.get('/info');
    expect(body).toEqual({
      name: 'handover',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      startedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('is not ready, and says no more, when the database is gone', async () => {
    await api.current.database.destroy();
    const answer = await api.current.http.get('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body.checks[0]).toEqual({ name: 'database', ok: false, detail: 'failed' });
    expect((await api.current.http.get('/health/live')).status).toBe(200);
  });
});
