import { randomUUID } from 'node:crypto';
import { canonicalBytes } from '../../src/platform/event-store/canonical-json.js';
import { plainDate } from '../../src/kernel/plain-date.js';
import type { EventMetadata } from '../../src/platform/event-store/event-metadata.js';
import type { EventToStore } from '../../src/platform/event-store/event-store.js';
import { SOMEBODY, numberedUuid } from './recorded.js';

/** An event with bytes that mean something, and an id of its own unless it is given one. */
export function eventToStore(
  wanted: Partial<EventToStore> & { readonly subject?: string } = {},
): EventToStore {
  const { subject = 'sample-1', ...given } = wanted;
  return {
    eventId: randomUUID(),
    type: 'sample.counted',
    schemaVersion: 1,
    data: canonicalBytes({ by: 1 }),
    metadata: metadataBytes(subject),
    ...given,
  };
}

/** So many events, each with an id of its own. */
export function eventsToStore(count: number): readonly EventToStore[] {
  return Array.from({ length: count }, () => eventToStore());
}

/** The metadata of an event about the subject. */
export function metadataBytes(subject: string, changes: Partial<EventMetadata> = {}): Uint8Array {
  return canonicalBytes({
    occurredOn: plainDate('2026-01-05'),
    subject,
    actor: SOMEBODY,
    commandId: numberedUuid(1),
    correlationId: numberedUuid(2),
    causationId: numberedUuid(3),
    ...changes,
  } satisfies EventMetadata);
}
