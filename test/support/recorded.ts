import type { Actor, DomainEvent, Recorded } from '../../src/kernel/event.js';

/** Who recorded the events of a spec, unless it says otherwise. */
export const SOMEBODY: Actor = {
  id: 'subject-1',
  organisation: 'E09000012',
  role: 'direct-payments-officer',
};

export interface RecordedOptions {
  readonly stream?: string;
  readonly subject?: string;
  readonly recordedBy?: Actor;
  /** The instant of the first event, in UTC; each later one is a second later. */
  readonly from?: string;
}

/** Wraps the events of one stream as the store would hold them: revisions and positions 1, 2, 3 and a second between them. */
export function recordedHistory<Event extends DomainEvent>(
  events: readonly Event[],
  options: RecordedOptions = {},
): readonly Recorded<Event>[] {
  const { stream = 'sample-1', recordedBy = SOMEBODY, from = '2026-01-05T09:00:00.000Z' } = options;
  const subject = options.subject ?? stream;
  return events.map((event, index) => ({
    event,
    eventId: numberedUuid(index + 1),
    stream,
    revision: index + 1,
    position: String(index + 1),
    recordedAt: new Date(Date.parse(from) + index * 1000).toISOString().replace('Z', '000Z'),
    recordedBy,
    commandId: numberedUuid(1000 + index),
    subject,
  }));
}

/** A UUID that a reader can recognise: the number stands at its end. */
export function numberedUuid(number: number): string {
  return `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
}
