import { binaryEvent, type BinaryEventData, type ResolvedEvent } from '@kurrent/kurrentdb-client';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { canonicalBytes, parseCanonical } from '../canonical-json.js';
import type { EventToStore, StoredEvent } from '../event-store.js';

/** An event as KurrentDB holds it, with what its metadata says besides. */
export interface KurrentRecord {
  readonly event: StoredEvent;
  /** Which append stored it; nothing when it was not this adapter. */
  readonly appendId: string | undefined;
}

/** Around our metadata, where KurrentDB has no field of its own. */
interface Envelope {
  readonly appendId: string;
  readonly metadata: unknown;
  readonly schemaVersion: string;
}

/** Of an event that somebody else put into the database: no catalogue knows it, so whoever needs it says so. */
const FOREIGN_VERSION = 0;

/**
 * The event as it is sent. Its data are bytes to KurrentDB, which gives them back as they were. Metadata that are JSON come back
 * parsed, so only those that are written the same again are taken.
 *
 * @throws InvalidValue when the metadata are not canonical JSON.
 */
export function toBinaryEvent(event: EventToStore, appendId: string): BinaryEventData {
  const metadata = parseCanonical(event.metadata);
  if (Buffer.compare(canonicalBytes(metadata), event.metadata) !== 0) {
    throw new InvalidValue(`The metadata of ${event.type} are not canonical JSON`);
  }
  const envelope: Envelope = { appendId, metadata, schemaVersion: String(event.schemaVersion) };
  return binaryEvent({
    id: event.eventId,
    type: event.type,
    data: event.data,
    // The client takes a plain Uint8Array for bytes, and anything else for JSON to be written its own way.
    metadata: Uint8Array.from(canonicalBytes(envelope)),
  });
}

/** Reads back what `toBinaryEvent` wrote; of an event of somebody else as much as there is. */
export function recordOf({ event }: ResolvedEvent): KurrentRecord {
  if (event === undefined) throw new Error('KurrentDB answered with a link and not with the event');
  const { position } = event;
  if (position === undefined) {
    throw new Error(
      `KurrentDB does not say where ${event.streamId} stands: it must be EventStoreDB 22.6 or later`,
    );
  }
  const envelope = envelopeOf(event.metadata);
  return {
    event: {
      eventId: event.id,
      type: event.type,
      schemaVersion: envelope === undefined ? FOREIGN_VERSION : Number(envelope.schemaVersion),
      data: bytesOf(event.data),
      metadata: envelope === undefined ? bytesOf(event.metadata) : canonicalBytes(envelope.metadata),
      stream: event.streamId,
      // KurrentDB counts from 0; a revision of the port is also the number of events up to there.
      revision: Number(event.revision) + 1,
      position: { commit: position.commit, prepare: position.prepare },
      // The client gives milliseconds, of the 100 nanoseconds that the server keeps.
      recordedAt: event.created.toISOString().replace('Z', '000Z'),
    },
    appendId: envelope?.appendId,
  };
}

function envelopeOf(metadata: unknown): Envelope | undefined {
  if (typeof metadata !== 'object' || metadata === null || metadata instanceof Uint8Array) return undefined;
  const { appendId, metadata: own, schemaVersion } = metadata as Partial<Envelope>;
  if (typeof appendId !== 'string' || own === undefined || !/^\d{1,9}$/.test(schemaVersion ?? ''))
    return undefined;
  return { appendId, metadata: own, schemaVersion: schemaVersion ?? '' };
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return Buffer.from(value === undefined ? '' : JSON.stringify(value), 'utf8');
}
