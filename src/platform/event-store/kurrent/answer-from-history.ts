import type { AppendOutcome, EventToStore, StoredEvent } from '../event-store.js';
import { START } from '../position.js';

/**
 * What the events that are in a stream already say about an append: its first answer again when all of them are there, in
 * this order, with the same type and data; that an id is taken when only some are, or others. Nothing when all are new.
 */
export function answerFromHistory(
  history: readonly StoredEvent[],
  events: readonly EventToStore[],
): AppendOutcome | undefined {
  const ids = new Set(events.map(({ eventId }) => eventId));
  if (ids.size < events.length) return { outcome: 'event-id-reused' };
  const from = history.findIndex(({ eventId }) => ids.has(eventId));
  if (from < 0) return undefined;
  const before = history.slice(from, from + events.length);
  return before.length === events.length && events.every((event, index) => isSame(event, before[index]))
    ? appendedAt(before, true)
    : { outcome: 'event-id-reused' };
}

/** The answer to an append that stored these events. */
export function appendedAt(stored: readonly StoredEvent[], repeated: boolean): AppendOutcome {
  const last = stored.at(-1);
  return { outcome: 'appended', revision: last?.revision ?? 0, position: last?.position ?? START, repeated };
}

function isSame(event: EventToStore, before: StoredEvent | undefined): boolean {
  return (
    before?.eventId === event.eventId &&
    before.type === event.type &&
    Buffer.compare(before.data, event.data) === 0
  );
}
