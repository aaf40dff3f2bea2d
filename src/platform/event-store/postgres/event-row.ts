import type { StoredEvent } from '../event-store.js';
import { HashChains } from './hash-chains.js';
import { RowReader } from './row-reader.js';

/** The columns that a `StoredEvent` is read from, in the order in which `storedEventOf` reads them. */
export const EVENT_COLUMNS =
  'position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at';

/** The columns for `chainedEventsOf`. */
export const CHAINED_EVENT_COLUMNS = `${EVENT_COLUMNS}, hash`;

/** Payloads stay bytes: to parse them is left to whoever looks at them. */
export function storedEventOf(row: Buffer): StoredEvent {
  return eventFrom(new RowReader(row));
}

/**
 * Events in the order of their revisions, each held against its hash. The first of a stream that is not its very first is
 * taken as it is: what it follows is not there to be looked at.
 */
export function chainedEventsOf(rows: readonly Buffer[]): readonly StoredEvent[] {
  const chains = new HashChains();
  return rows.map((row) => {
    const values = new RowReader(row);
    return chains.check(eventFrom(values), values.bytes());
  });
}

function eventFrom(values: RowReader): StoredEvent {
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
