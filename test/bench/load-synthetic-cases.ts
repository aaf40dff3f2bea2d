import pg from 'pg';
import type { StoredEvent } from '../../src/platform/event-store/event-store.js';
import { eventHash, NO_HASH } from '../../src/platform/event-store/postgres/event-hash.js';
import { syntheticRounds } from './synthetic-cases.js';

const FIRST_INSTANT = Date.parse('2026-01-05T09:00:00Z');

/**
 * Fills an empty event store in PostgreSQL with synthetic cases: the rows and hashes that as many appends would have
 * left there, an event a millisecond, without the appends.
 */
export async function loadSyntheticCases(
  databaseUrl: string,
  eventsTotal: number,
  liveCases?: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await insertSyntheticCases(client, eventsTotal, liveCases);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE event_store.events');
  } finally {
    await client.end();
  }
}

/** The same in a transaction that the caller began, for whoever has more to do before others see the cases. */
export async function insertSyntheticCases(
  client: pg.Client,
  eventsTotal: number,
  liveCases?: number,
): Promise<void> {
  const hashes = new Map<string, Buffer>();
  let position = 0n;
  for (const round of syntheticRounds(eventsTotal, liveCases)) {
    const rows = round.map(({ stream, expectedRevision, event }) => {
      position += 1n;
      const stored: StoredEvent = {
        ...event,
        stream,
        revision: expectedRevision + 1,
        position: { commit: position, prepare: position },
        recordedAt: new Date(FIRST_INSTANT + Number(position)).toISOString().replace('Z', '000Z'),
      };
      const hash = eventHash(hashes.get(stream) ?? NO_HASH, stored);
      hashes.set(stream, hash);
      return { ...stored, hash };
    });
    await client.query({
      name: 'load-events',
      text: `INSERT INTO event_store.events
        (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
        SELECT * FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::uuid[], $5::text[], $6::integer[], $7::bytea[],
          $8::bytea[], $9::timestamptz[], $10::bytea[])`,
      values: [
        rows.map((row) => row.position.commit),
        rows.map(({ stream }) => stream),
        rows.map(({ revision }) => revision),
        rows.map(({ eventId }) => eventId),
        rows.map(({ type }) => type),
        rows.map(({ schemaVersion }) => schemaVersion),
        rows.map(({ data }) => data),
        rows.map(({ metadata }) => metadata),
        rows.map(({ recordedAt }) => recordedAt),
        rows.map(({ hash }) => hash),
      ],
    });
  }
}
