import { BrokenHistory } from '../../kernel/aggregate.js';
import type { EventCatalogue } from '../../kernel/event-catalogue.js';
import type { DomainEvent, Recorded } from '../../kernel/event.js';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { parseCanonical } from './canonical-json.js';
import { eventMetadata } from './event-metadata.js';
import type { StoredEvent } from './event-store.js';
import { formatPosition } from './position.js';

/**
 * Decodes a stored event with the catalogue of its context.
 *
 * @throws BrokenHistory naming the stream, revision and position when it is not what was stored, or when the bytes, the type
 *   or the shape cannot be read.
 */
export function decodeStored<Event extends DomainEvent>(
  stored: StoredEvent,
  catalogue: EventCatalogue<Event>,
): Recorded<Event> {
  try {
    if (stored.damage !== undefined) throw new InvalidValue(stored.damage);
    const metadata = eventMetadata(parseCanonical(stored.metadata), '');
    return {
      event: catalogue.decode({
        type: stored.type,
        schemaVersion: stored.schemaVersion,
        occurredOn: metadata.occurredOn,
        data: parseCanonical(stored.data),
      }),
      eventId: stored.eventId,
      stream: stored.stream,
      revision: stored.revision,
      position: formatPosition(stored.position),
      recordedAt: stored.recordedAt,
      recordedBy: metadata.actor,
      commandId: metadata.commandId,
      subject: metadata.subject,
      ...(metadata.correction !== undefined && { correction: metadata.correction }),
    };
  } catch (fault) {
    throw unreadable(stored, stored.type, fault);
  }
}

/** Says that the stored event, or a part of it, cannot be read, and why. */
export function unreadable(
  { stream, revision, position }: StoredEvent,
  what: string,
  fault: unknown,
): BrokenHistory {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new BrokenHistory(
    stream,
    revision,
    `${what} cannot be read (position ${formatPosition(position)}): ${reason}`,
  );
}
