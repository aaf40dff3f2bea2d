import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadSyntheticCases } from '../../../../test/bench/load-synthetic-cases.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { verifyEvents } from './verify-events.js';

const EVENTS = 200;
const LIVE_CASES = 5;

describe('The check of stored events', () => {
  let database: TestDatabase;
  let client: pg.Client;
  const verified = (decode: () => void = () => undefined) => verifyEvents(database.url, { decode });
  /** As somebody who owns the database could. */
  const tamper = async (statement: string) => {
    await client.query('ALTER TABLE event_store.events DISABLE TRIGGER ALL');
    await client.query(statement);
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    await loadSyntheticCases(database.url, EVENTS, LIVE_CASES);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('CREATE TABLE untouched AS SELECT * FROM event_store.events');
  }, 60_000);
  beforeEach(async () => {
    await tamper('DELETE FROM event_store.events; INSERT INTO event_store.events SELECT * FROM untouched');
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('finds nothing in a store that nobody touched', async () => {
    const told: string[] = [];
    const verification = await verifyEvents(database.url, {
      decode: () => undefined,
      onProgress: (done, total) => told.push(`${done} of ${total}`),
    });
    expect(verification).toEqual({ events: EVENTS, streams: 20, faultsTotal: 0, faults: [], ahead: [] });
    expect(told).toEqual(['200 of 200']);
  });

  const at42 = { position: '42' };
  const WRONG_HASH = 'its hash is not that of what is stored and of the event before it in the stream';

  it.each([
    ['data', `UPDATE event_store.events SET data = data || '\\x20' WHERE position = 42`],
    ['metadata', `UPDATE event_store.events SET metadata = '\\x7b7d' WHERE position = 42`],
    ['the type', `UPDATE event_store.events SET type = 'x.y' WHERE position = 42`],
    ['the hash', `UPDATE event_store.events SET hash = sha256('x') WHERE position = 42`],
    ['the event id', `UPDATE event_store.events SET event_id = gen_random_uuid() WHERE position = 42`],
    ['the schema version', `UPDATE event_store.events SET schema_version = 2 WHERE position = 42`],
    [
      'the time by a microsecond',
      `UPDATE event_store.events SET recorded_at = recorded_at + interval '1 microsecond' WHERE position = 42`,
    ],
  ])('names the event when %s was changed', async (_, statement) => {
    await tamper(statement);
    const { faults } = await verified();
    expect(faults[0]).toEqual({
      ...at42,
      stream: expect.stringMatching(/^(transfer-case|employment)-/),
      revision: expect.any(Number),
      reason: WRONG_HASH,
    });
  });

  it('names the event behind one that is missing', async () => {
    await tamper(
      `DELETE FROM event_store.events WHERE stream = 'transfer-case-TC-0000000001' AND revision = 2`,
    );
    const { faultsTotal, faults } = await verified();
    expect(faultsTotal).toBe(2);
    expect(faults.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^position \d+ of the store is missing before it$/),
      'revision 2 of the stream is missing before it',
    ]);
    expect(faults[1]).toMatchObject({ stream: 'transfer-case-TC-0000000001', revision: 3 });
  });

  it('names the event that is said to be recorded before its predecessor', async () => {
    await tamper(
      `UPDATE event_store.events SET recorded_at = recorded_at - interval '1 day' WHERE position = 42`,
    );
    expect((await verified()).faults).toMatchObject([
      { ...at42, reason: WRONG_HASH },
      { ...at42, reason: 'it was recorded earlier than the event before it' },
    ]);
  });

  it('finds events that were cut off at the end by whoever had seen them', async () => {
    await client.query(`
      INSERT INTO projection_checkpoint (name, commit_position, prepare_position) VALUES ('seen-all', ${EVENTS}, ${EVENTS});
      INSERT INTO reactor_checkpoint (name, commit_position, prepare_position) VALUES ('seen-less', 199, 199)`);
    expect(await verified()).toMatchObject({ faultsTotal: 0, ahead: [] });
    await tamper('DELETE FROM event_store.events WHERE position > 199');
    expect(await verified()).toMatchObject({
      faultsTotal: 1,
      faults: [],
      ahead: [{ name: 'seen-all', position: '200', storeEndsAt: '199' }],
    });
  });

  it('names the event that cannot be read, and tells the first of many faults with their number', async () => {
    const { faultsTotal, faults } = await verified(() => {
      throw new Error('unreadable');
    });
    expect(faultsTotal).toBe(EVENTS);
    expect(faults.map(({ position }) => position)).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 1)),
    );
    expect(faults[0]).toMatchObject({ reason: 'unreadable' });
  });
});
