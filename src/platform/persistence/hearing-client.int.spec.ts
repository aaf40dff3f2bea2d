import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { HearingClient } from './hearing-client.js';

const ANSWER_WITHIN_MS = 100;

describe('A connection that hears', () => {
  const database = useTestDatabase();

  async function connected(): Promise<HearingClient> {
    const client = new HearingClient({ connectionString: database.url, answerWithinMs: ANSWER_WITHIN_MS });
    await client.connect();
    return client;
  }

  it('hears of its end while nobody waits for an answer, which unheard would end the process', () => {
    const client = new HearingClient();
    expect(client.emit('error', new Error('terminating connection due to administrator command'))).toBe(true);
  });

  it('ends when the database does not answer in time, and tells whoever waits', async () => {
    const client = await connected();
    const ended = new Promise((resolve) => client.once('end', resolve));
    await expect(client.query('SELECT pg_sleep(5)')).rejects.toMatchObject({
      message: 'The database has not answered for 100 milliseconds (timeout)',
      code: 'ETIMEDOUT',
    });
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow('not queryable');
  });

  it('may be idle for as long as it likes, also within a transaction, and is as patient afterwards', async () => {
    const client = await connected();
    for (const statement of ['SELECT 1', 'BEGIN', 'SELECT 2', 'COMMIT']) {
      await pause(2 * ANSWER_WITHIN_MS);
      await client.query(statement);
    }
    await client.query(`SELECT pg_sleep(${ANSWER_WITHIN_MS / 2 / 1000})`);
    await expect(client.query('SELECT pg_sleep(5)')).rejects.toThrow('timeout');
  });

  it('may take longer where no time is given', async () => {
    const client = new HearingClient({ connectionString: database.url });
    await client.connect();
    await client.query('SELECT pg_sleep(0.2)');
    await client.end();
  });
});
