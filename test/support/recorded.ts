import type { Actor, DomainEvent, Recorded } from '../../src/kernel/event.js';

/** Who recorded the events of a spec, unless it says otherwise. */
export const SOMEBODY: Actor = {
  id: 'subject-1',
  organisation: 'E09000012',
  role: 'direct-payments-officer',
};

export interface RecordedOptions {
  /** Default: the stream of the first event. */
  readonly subject?: string;
  readonly recordedBy?: Actor;
  /** The instant of the first event, in UTC; each later one is a second later. */
  readonly from?: string;
}

/** An event and the stream it happens in. */
export interface InStream<Event extends DomainEvent> {
  readonly stream: string;
  readonly event: Event;
}

/** Wraps the events of one stream as the store would hold them: revisions and positions 1, 2, 3 and a second between them. */
export function recordedHistory<Event extends DomainEvent>(
  events: readonly Event[],
  { stream = 'sample-1', ...options }: RecordedOptions & { readonly stream?: string } = {},
): readonly Recorded<Event>[] {
  return recordedAcrossStreams(
    events.map((event) => ({ stream, event })),
    options,
  );
}

/** Wraps events of several streams, in global order, as the store would hold them. */
export function recordedAcrossStreams<Event extends DomainEvent>(
  events: readonly InStream<Event>[],
  { subject, recordedBy = SOMEBODY, from = '2026-01-05T09:00:00.000Z' }: RecordedOptions = {},
): readonly Recorded<Event>[] {
  const revisions = new Map<string, number>();
  return events.map(({ stream, event }, index) => {
    const revision = (revisions.get(stream) ?? 0) + 1;
    revisions.set(stream, revision);
    return {
      event,
      eventId: numberedUuid(index + 1),
      stream,
      revision,
      position: String(index + 1),
      recordedAt: new Date(Date.parse(from) + index * 1000).toISOString().replace('Z', '000Z'),
      recordedBy,
      commandId: numberedUuid(1000 + index),
      subject: subject ?? events[0]?.stream ?? stream,
    };
  });
}

/** A UUID that a reader can recognise: the number stands at its end. */
export function numberedUuid(number: number): string {
  return `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
}
