import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { canonicalBytes } from '../../src/platform/event-store/canonical-json.js';
import { derivedId } from '../../src/platform/event-store/derived-id.js';
import type { EventToStore } from '../../src/platform/event-store/event-store.js';
import { PostgresEventStore } from '../../src/platform/event-store/postgres/postgres-event-store.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { CommandLog, type SentCommand } from './sent-command.js';
import { checkWhole } from './whole.js';

// A check that finds nothing proves something only when it finds what is there: each fault is planted once.

describe('the check of the whole', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let client: pg.Client;
  let log: CommandLog;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 2 });
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    log = new CommandLog();
  });

  afterEach(async () => {
    await client.end();
    await store.close();
    await database.drop();
  });

  const eventOf = (commandId: string, eventId = derivedId('event', commandId, 0)): EventToStore => ({
    eventId,
    type: 'sample.happened',
    schemaVersion: 1,
    data: canonicalBytes({}),
    metadata: canonicalBytes({ commandId, causationId: commandId, actor: { id: 'somebody' } }),
  });

  /** A command that one event came of, in a stream of its own. */
  const carriedOut = async (caseRef: string, commandId = randomUUID()): Promise<SentCommand> => {
    const outcome = await store.append(`transfer-case-${caseRef}`, 0, [eventOf(commandId)]);
    if (outcome.outcome !== 'appended') throw new Error(outcome.outcome);
    const { revision, position } = outcome;
    const answer = { caseRef, revision, position: String(position.commit) };
    return {
      commandId,
      description: `command of ${caseRef}`,
      outcome: 'acknowledged',
      tries: 1,
      wasUnknown: false,
      ...answer,
    };
  };

  const check = (rebuild: () => Promise<unknown> = async () => undefined) =>
    checkWhole({ client, log, since: 0n, rebuild, verify: async () => undefined });

  it('finds nothing where all is well', async () => {
    log.sent.push(await carriedOut('TC-A'), await carriedOut('TC-B'));
    expect(await check()).toEqual({ lost: 0, doubled: 0, faults: [] });
  });

  it('finds what was acknowledged and is not there, or not where the answer said', async () => {
    const [kept, moved] = [await carriedOut('TC-A'), await carriedOut('TC-B')];
    log.sent.push(kept, { ...moved, position: '77' }, { ...kept, commandId: randomUUID() });
    expect(await check()).toMatchObject({ lost: 2 });
  });

  it('finds what was done twice', async () => {
    const command = await carriedOut('TC-A');
    log.sent.push(command);
    await store.append('transfer-case-TC-A', 1, [eventOf(command.commandId, randomUUID())]);
    expect(await check()).toMatchObject({ lost: 0, doubled: 1 });
  });

  it('finds what nobody sent, and what was refused and is there all the same', async () => {
    await carriedOut('TC-A');
    log.sent.push({ ...(await carriedOut('TC-B')), outcome: 'refused' });
    expect((await check()).faults).toEqual([
      'command of TC-B was refused, and is there',
      'transfer-case-TC-A 1 was sent by nobody',
    ]);
  });

  it('finds a read model that a rebuild makes otherwise', async () => {
    const { faults } = await check(() =>
      client.query(
        `INSERT INTO read_model.redundancy_share VALUES ('EM-1', 1, 'TC-A', 'QM7', '1', 100, '{QM7}')`,
      ),
    );
    expect(faults).toEqual(['read_model.redundancy_share is not what a rebuild makes of the events']);
  });

  it('finds shares that do not make the whole', async () => {
    await client.query(`
      INSERT INTO read_model.redundancy_cost
        (employment_id, subject, assistant_ref, status, missing, no_right_reasons, residual_pence, interim, recorded, seen_by)
      VALUES ('EM-1', 'TC-A', 'PA-1', 'known', '[]', '[]', 200, false, '[]', '{QM7}')`);
    await client.query(
      `INSERT INTO read_model.redundancy_share VALUES ('EM-1', 1, 'TC-A', 'QM7', '1', 199, '{QM7}')`,
    );
    expect((await check()).faults).toEqual(['the shares of EM-1 do not make the whole']);
  });
});
