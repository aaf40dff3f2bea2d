import { hash } from 'node:crypto';
import type { StoredEvent } from '../event-store.js';

/** What stands before the first event of a stream. */
export const NO_HASH: Uint8Array = new Uint8Array(32);

/**
 * The hash of an event as the migration of the event store defines it, worked out from the event alone and not by the
 * database that holds it.
 *
 * @param previous the hash of the event before it in its stream, or NO_HASH
 */
export function eventHash(previous: Uint8Array, event: StoredEvent): Buffer {
  return hash('sha256', Buffer.concat([previous, leafHash(event)]), 'buffer');
}

const LEAF = 0;
/** The leaf mark, position, revision, moment, event id and schema version. */
const FIXED_BYTES = 41;
const LENGTH_BYTES = 4;

function leafHash(event: StoredEvent): Buffer {
  const { position, revision, recordedAt, eventId, schemaVersion, data, metadata } = event;
  const parts = [Buffer.from(event.stream), Buffer.from(event.type), data, metadata];
  const leaf = Buffer.alloc(parts.reduce((sum, part) => sum + LENGTH_BYTES + part.length, FIXED_BYTES));
  leaf.writeUInt8(LEAF, 0);
  leaf.writeBigInt64BE(position.commit, 1);
  leaf.writeInt32BE(revision, 9);
  leaf.writeBigInt64BE(microsecondsOf(recordedAt), 13);
  leaf.write(eventId.replaceAll('-', ''), 21, 'hex');
  leaf.writeInt32BE(schemaVersion, 37);
  let at = FIXED_BYTES;
  for (const part of parts) {
    leaf.writeInt32BE(part.length, at);
    leaf.set(part, at + LENGTH_BYTES);
    at += LENGTH_BYTES + part.length;
  }
  return hash('sha256', leaf, 'buffer');
}

/** @param instant in UTC with six digits after the second */
function microsecondsOf(instant: string): bigint {
  const wholeSeconds = Date.parse(`${instant.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`);
  return BigInt(wholeSeconds) * 1000n + BigInt(instant.slice(-7, -1));
}
