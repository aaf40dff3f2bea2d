import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fingerprintOf } from './command-identity.js';
import { EventStoreBusy, EventStoreUnavailable } from '../../event-store/event-store.js';
import { useSampleApi } from '../../../../test/support/sample-api/sample-api.js';

const body = { startsOn: '2024-03-27', weeklyAmount: { amount: '842.00', currency: 'GBP' } };
const reordered = { weeklyAmount: { currency: 'GBP', amount: '842.00' }, startsOn: '2024-03-27' };
const other = { ...body, startsOn: '2024-03-28' };

// Keys are stored as hashes, and one test runs after the other.
const NEWEST = 'started_at = (select max(started_at) from idempotency_key)';

describe('a command with an Idempotency-Key', () => {
  const api = useSampleApi();

  const send = async (key: string | undefined, sent: object = body, user = 'herts-direct-payment-worker') => {
    const post = api.current.http
      .post('/v1/things')
      .auth(await api.current.issuer.tokenFor(user), { type: 'bearer' });
    return (key === undefined ? post : post.set('idempotency-key', key)).send(sent);
  };

  it('that is sent again gets the same answer and is carried out once', async () => {
    const key = randomUUID();
    const first = await send(key);
    const before = api.current.things.carriedOut;
    const second = await send(key, reordered);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(api.current.things.carriedOut).toBe(before);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    for (const header of ['etag', 'location', 'handover-position']) {
      expect(second.headers[header]).toBe(first.headers[header]);
    }
  });

  it('that has another body is refused', async () => {
    const key = randomUUID();
    await send(key);
    const answer = await send(key, other);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('of another person is another command', async () => {
    const key = randomUUID();
    const first = await send(key);
    const second = await send(key, other, 'staffs-direct-payment-worker');
    expect(second.status).toBe(201);
    expect(second.body.reference).not.toBe(first.body.reference);
  });

  it('is needed', async () => {
    const answer = await send(undefined);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'idempotency-key-missing' });
  });

  it.each([['with space'], ['x'.repeat(256)]])('that is malformed is refused: %s', async (key) => {
    const answer = await send(key);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'idempotency-key-malformed' });
  });

  it('that was refused may be put right and sent again with the same key', async () => {
    const key = randomUUID();
    expect((await send(key, { ...body, startsOn: '2024-02-30' })).status).toBe(422);
    expect((await send(key)).status).toBe(201);
  });

  it.each([
    ['has no answer to tell', () => new EventStoreUnavailable('gone'), 503],
    ['could be recorded in part only', () => new EventStoreBusy('full'), 503],
    ['broke', () => new Error('broken'), 500],
  ])('that %s may be sent again at once, and nothing else with its key', async (_, fault, status) => {
    const key = randomUUID();
    api.current.things.hold = Promise.reject(fault());
    expect((await send(key)).status).toBe(status);
    api.current.things.hold = Promise.resolve();
    expect((await send(key, other)).body).toMatchObject({ code: 'idempotency-key-reused' });
    expect((await send(key)).status).toBe(201);
  });

  it('that is still running is not started a second time', async () => {
    const key = randomUUID();
    let release = () => {};
    api.current.things.hold = new Promise((resolve) => {
      release = resolve;
    });
    const first = send(key);
    await untilRunning();
    const second = await send(key);
    release();
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'command-running' });
    expect(second.headers['retry-after']).toBe('1');
    expect((await first).status).toBe(201);
  });

  it('that is sent many times at once is carried out once, and others beside it each once', async () => {
    const key = randomUUID();
    const before = api.current.things.carriedOut;
    const same = Array.from({ length: 6 }, () => send(key));
    const others = Array.from({ length: 6 }, () => send(randomUUID()));
    const statuses = (await Promise.all(same)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(statuses).toContain(201);
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(api.current.things.carriedOut).toBe(before + 7);
  });

  it('that was lost while running is taken over after a minute, and only with the same body', async () => {
    const key = randomUUID();
    const first = await send(key);
    await api.current.database.query(
      `update idempotency_key set state = 'running', status = null, finished_at = null,
       started_at = now() - interval '61 seconds' where ${NEWEST}`,
    );
    expect((await send(key, other)).body).toMatchObject({ code: 'idempotency-key-reused' });
    const again = await send(key);
    expect(again.status).toBe(201);
    expect(again.body.context.commandId).toBe(first.body.context.commandId);
  });

  it('has the same command id for the same request for ever, and another for another body or person', async () => {
    const key = randomUUID();
    const forget = () => api.current.database.query(`delete from idempotency_key where ${NEWEST}`);
    const idOf = async (...args: Parameters<typeof send>) => {
      const { commandId } = (await send(...args)).body.context as { commandId: string };
      await forget();
      return commandId;
    };
    const first = await idOf(key);
    expect(await idOf(key, reordered)).toBe(first);
    expect(await idOf(key, other)).not.toBe(first);
    expect(await idOf(key, body, 'staffs-direct-payment-worker')).not.toBe(first);
  });

  it('is forgotten after a day', async () => {
    const key = randomUUID();
    await send(key);
    await api.current.database.query(
      `update idempotency_key set finished_at = now() - interval '25 hours' where ${NEWEST}`,
    );
    const answer = await send(key, other);
    expect(answer.status).toBe(201);
    expect(answer.headers['idempotency-replayed']).toBeUndefined();
  });

  it('leaves neither its key nor a plain hash of its body in the database', async () => {
    const key = 'of-Catherine-OBrien';
    await send(key);
    const [row] = await api.current.database.query<Record<string, string>[]>(
      `select key, fingerprint, row_to_json(idempotency_key)::text as everything from idempotency_key where ${NEWEST}`,
    );
    expect(row?.['everything']).not.toContain(key);
    expect(row?.['key']).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.['fingerprint']).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.['fingerprint']).not.toBe(fingerprintOf({ method: 'POST', url: '/v1/things', body }));
  });

  async function untilRunning(): Promise<void> {
    for (;;) {
      const rows = await api.current.database.query<unknown[]>(
        `select 1 from idempotency_key where state = 'running'`,
      );
      if (rows.length > 0) return;
    }
  }
});
