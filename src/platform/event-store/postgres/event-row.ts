import type { StoredEvent } from '../event-store.js';

/** The columns that a `StoredEvent` is read from, the instant as text with the microseconds that a Date would lose. */
export const EVENT_COLUMNS = `position, stream, revision, event_id, type, schema_version, data, metadata,
  to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded_at`;

export interface EventRow {
  /** pg gives a bigint as text. */
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: Buffer;
  readonly metadata: Buffer;
  readonly recorded_at: string;
}

export function storedEventOf(row: EventRow): StoredEvent {
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
