import { createHash } from 'node:crypto';
import type { StoredEvent } from '../event-store.js';

/** What stands before the first event of a stream. */
export const NO_HASH: Uint8Array = new Uint8Array(32);

const LEAF = Uint8Array.of(0);

/**
 * The hash of an event as the migration of the event store defines it, worked out from the event alone and not by the
 * database that holds it.
 *
 * @param previous the hash of the event before it in its stream, or NO_HASH
 */
export function eventHash(previous: Uint8Array, event: StoredEvent): Buffer {
  return createHash('sha256').update(previous).update(leafHash(event)).digest();
}

function leafHash(event: StoredEvent): Buffer {
  const hash = createHash('sha256').update(LEAF).update(fixedPart(event));
  for (const part of [Buffer.from(event.stream), Buffer.from(event.type), event.data, event.metadata]) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(part.length);
    hash.update(length).update(part);
  }
  return hash.digest();
}

function fixedPart({ position, revision, recordedAt, eventId, schemaVersion }: StoredEvent): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.writeBigInt64BE(position.commit, 0);
  bytes.writeInt32BE(revision, 8);
  bytes.writeBigInt64BE(microsecondsOf(recordedAt), 12);
  bytes.write(eventId.replaceAll('-', ''), 20, 'hex');
  bytes.writeInt32BE(schemaVersion, 36);
  return bytes;
}

/** @param instant in UTC with six digits after the second */
function microsecondsOf(instant: string): bigint {
  const wholeSeconds = Date.parse(`${instant.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`);
  return BigInt(wholeSeconds) * 1000n + BigInt(instant.slice(-7, -1));
}
