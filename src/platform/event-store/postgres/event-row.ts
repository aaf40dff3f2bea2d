import type { StoredEvent } from '../event-store.js';
import { RowReader } from './row-reader.js';

/** The columns that a `StoredEvent` is read from, in the order in which `storedEventOf` reads them. */
export const EVENT_COLUMNS =
  'position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at';

/** Payloads stay bytes: to parse them is left to whoever looks at them. */
export function storedEventOf(row: Buffer): StoredEvent {
  const values = new RowReader(row);
  const position = values.bigint();
  return {
    position: { commit: position, prepare: position },
    stream: values.text(),
    revision: values.integer(),
    eventId: values.uuid(),
    type: values.text(),
    schemaVersion: values.integer(),
    data: values.bytes(),
    metadata: values.bytes(),
    recordedAt: values.instant(),
  };
}
