import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { allCatalogues, allEntities, allProjections } from '../../src/app/composition.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { InMemoryEventStore } from '../../src/platform/event-store/in-memory/in-memory-event-store.js';
import { START } from '../../src/platform/event-store/position.js';
import { PostgresEventStore } from '../../src/platform/event-store/postgres/postgres-event-store.js';
import { createDataSource } from '../../src/platform/persistence/data-source.js';
import { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import { Projections } from '../../src/platform/projections/projections.js';
import { useTestDatabase } from '../support/postgres.js';
import { TickingClock } from '../support/ticking-clock.js';
import { loadSyntheticCases } from './load-synthetic-cases.js';
import { appendSyntheticCases } from './synthetic-cases.js';

const EVENTS = 405;
const LIVE_CASES = 10;

describe('Synthetic cases', () => {
  const database = useTestDatabase();
  let store: PostgresEventStore;

  beforeAll(async () => {
    store = PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 3 });
    await loadSyntheticCases(database.url, EVENTS, LIVE_CASES);
  }, 60_000);
  afterAll(() => store.close());

  it('are the same loaded as appended', async () => {
    const appended = new InMemoryEventStore(new TickingClock());
    await appendSyntheticCases(appended, EVENTS, { liveCases: LIVE_CASES });
    const streams = async (from: EventStore) =>
      (await from.readAll(START, EVENTS))
        .map(({ stream, revision, eventId, data }) => [
          stream,
          revision,
          eventId,
          Buffer.from(data).toString(),
        ])
        .sort();
    expect(await streams(store)).toEqual(await streams(appended));
  });

  it('are chained by the hashes that the database works out itself', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(`
      SELECT stream, revision FROM (
        SELECT *, coalesce(lag(hash) OVER (PARTITION BY stream ORDER BY revision), decode(repeat('00', 32), 'hex')) AS before
        FROM event_store.events) e
      WHERE hash <> sha256(before || event_store.leaf_hash(
        position, revision, recorded_at, event_id, schema_version, stream, type, data, metadata))`);
    await client.end();
    expect(rows).toEqual([]);
  });

  it('can be shown by every read model', async () => {
    const dataSource = await createDataSource(
      { databaseUrl: database.url, poolSize: 3 },
      allEntities,
    ).initialize();
    const projections = new Projections(
      allProjections,
      new EventCatalogues(allCatalogues),
      store,
      dataSource,
    );
    for (const runner of projections.runners) {
      await runner.catchUp();
      expect(await runner.parked()).toEqual([]);
    }
    await dataSource.destroy();
  }, 60_000);

  it('can be appended to', async () => {
    const { outcome } = await store.append('transfer-case-TC-9999999999', 0, [
      {
        eventId: '00000000-0000-8000-8000-000000000000',
        type: 'sample.counted',
        schemaVersion: 1,
        data: Buffer.from('{}'),
        metadata: Buffer.from('{}'),
      },
    ]);
    expect(outcome).toBe('appended');
  });
});
