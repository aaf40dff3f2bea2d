import pg from 'pg';
import type { StoredEvent } from '../event-store.js';
import { eventHash, NO_HASH } from './event-hash.js';
import { WRONG_HASH } from './hash-chains.js';

/** An event that is not as it was stored, or that something is wrong before. */
export interface EventFault {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly reason: string;
}

export interface Verification {
  /** How many events were looked at. */
  readonly events: number;
  readonly streams: number;
  readonly faultsTotal: number;
  /** The first of the faults, in the order of their positions. */
  readonly faults: readonly EventFault[];
  /** Followers that have seen more than the store holds: events at its end are gone. They count among the faults. */
  readonly ahead: readonly CheckpointAheadOfStore[];
}

/** A projection or a reactor that stands behind the last event of the store. */
export interface CheckpointAheadOfStore {
  readonly name: string;
  readonly position: string;
  /** The position of the last event; 0 where there is none. */
  readonly storeEndsAt: string;
}

export interface VerifyOptions {
  /** Reads an event as the product would; throws when that cannot be done. */
  readonly decode: (event: StoredEvent) => void;
  readonly onProgress?: (eventsDone: number, eventsTotal: number) => void;
}

/** Events that are in memory at a time. */
const PAGE = 1_000;
const FAULTS_TOLD = 20;

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: Buffer;
  readonly metadata: Buffer;
  readonly recorded_at: string;
  readonly hash: Buffer;
}

/**
 * Checks everything that the store promises of the events it holds: no stream and no position has a hole, time does not go
 * back, every hash is that of the bytes and of the event before it, and every event can be read. The hashes are worked out
 * here and not by the database. Events that were cut off at the end are not missed by their neighbours, but by whoever had seen
 * them: a projection or a reactor that stands behind the last event. Whoever cuts the checkpoints as well is not found here.
 */
export async function verifyEvents(databaseUrl: string, options: VerifyOptions): Promise<Verification> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const faults = new FaultList();
    const { events, streams } = await verifyStreams(client, options, faults);
    await verifyOrder(client, faults);
    const ahead = await checkpointsAhead(client);
    return { events, streams, faultsTotal: faults.total + ahead.length, faults: faults.first(), ahead };
  } finally {
    await client.end();
  }
}

/** Keeps the first faults by position, and counts the others. */
class FaultList {
  total = 0;
  private kept: EventFault[] = [];

  add(fault: EventFault): void {
    this.total += 1;
    this.kept.push(fault);
    if (this.kept.length > 2 * FAULTS_TOLD) this.kept = [...this.first()];
  }

  first(): readonly EventFault[] {
    return this.kept
      .sort((left, right) => Number(BigInt(left.position) - BigInt(right.position)))
      .slice(0, FAULTS_TOLD);
  }
}

/** Walks through all streams, one after the other. */
async function verifyStreams(
  client: pg.Client,
  { decode, onProgress = () => undefined }: VerifyOptions,
  faults: FaultList,
): Promise<{ readonly events: number; readonly streams: number }> {
  const total = await lastPosition(client);
  let [events, streams] = [0, 0];
  let last: { readonly stream: string; readonly revision: number; readonly hash: Buffer } | undefined;
  for (;;) {
    const page = await pageAfter(client, last?.stream ?? '', last?.revision ?? 0);
    if (page.length === 0) return { events, streams };
    for (const row of page) {
      const before = row.stream === last?.stream ? last : { revision: 0, hash: NO_HASH };
      if (before !== last) streams += 1;
      for (const reason of reasonsAgainst(row, before, decode)) faults.add(faultAt(row, reason));
      last = row;
    }
    events += page.length;
    onProgress(events, total);
  }
}

function reasonsAgainst(
  row: Row,
  before: { readonly revision: number; readonly hash: Uint8Array },
  decode: VerifyOptions['decode'],
): readonly string[] {
  const event = storedEventOf(row);
  if (row.revision !== before.revision + 1) {
    return [`revision ${before.revision + 1} of the stream is missing before it`];
  }
  if (!eventHash(before.hash, event).equals(row.hash)) {
    return [WRONG_HASH];
  }
  try {
    decode(event);
    return [];
  } catch (fault) {
    return [fault instanceof Error ? fault.message : String(fault)];
  }
}

/** Walks through the global order. */
async function verifyOrder(client: pg.Client, faults: FaultList): Promise<void> {
  const { rows } = await client.query<Row & { readonly expected: string; readonly earlier: boolean }>(
    `SELECT position, stream, revision, expected, earlier FROM (
       SELECT position, stream, revision, lag(position, 1, 0::bigint) OVER by_position + 1 AS expected,
         coalesce(recorded_at < lag(recorded_at) OVER by_position, false) AS earlier
       FROM event_store.events WINDOW by_position AS (ORDER BY position)) AS event
     WHERE position <> expected OR earlier ORDER BY position`,
  );
  for (const row of rows) {
    if (row.position !== row.expected) {
      faults.add(faultAt(row, `position ${row.expected} of the store is missing before it`));
    }
    if (row.earlier) faults.add(faultAt(row, 'it was recorded earlier than the event before it'));
  }
}

async function checkpointsAhead(client: pg.Client): Promise<readonly CheckpointAheadOfStore[]> {
  const { rows } = await client.query<CheckpointAheadOfStore>(
    `SELECT name, commit_position AS position, last AS "storeEndsAt"
     FROM (SELECT name, commit_position FROM projection_checkpoint
           UNION ALL SELECT name, commit_position FROM reactor_checkpoint) followers,
       (SELECT coalesce(max(position), 0) AS last FROM event_store.events) store
     WHERE commit_position > last ORDER BY name`,
  );
  return rows;
}

function faultAt({ stream, revision, position }: Row, reason: string): EventFault {
  return { stream, revision, position, reason };
}

async function lastPosition(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ last: string }>(
    'SELECT coalesce(max(position), 0) AS last FROM event_store.events',
  );
  return Number(rows[0]?.last ?? 0);
}

async function pageAfter(client: pg.Client, stream: string, revision: number): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>({
    name: 'verify-page',
    text: `SELECT position, stream, revision, event_id, type, schema_version, data, metadata, hash,
        to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded_at
      FROM event_store.events WHERE (stream, revision) > ($1, $2) ORDER BY stream, revision LIMIT $3`,
    values: [stream, revision, PAGE],
  });
  return rows;
}

function storedEventOf(row: Row): StoredEvent {
  const position = BigInt(row.position);
  return {
    eventId: row.event_id,
    type: row.type,
    schemaVersion: row.schema_version,
    data: row.data,
    metadata: row.metadata,
    stream: row.stream,
    revision: row.revision,
    position: { commit: position, prepare: position },
    recordedAt: row.recorded_at,
  };
}
