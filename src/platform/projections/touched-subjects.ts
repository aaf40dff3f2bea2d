import { BrokenHistory } from '../../kernel/aggregate.js';
import { parseCanonical } from '../event-store/canonical-json.js';
import { eventMetadata } from '../event-store/event-metadata.js';
import type { StoredEvent } from '../event-store/event-store.js';
import type { Position } from '../event-store/position.js';
import type { SubjectProjection } from './projection.js';

/** What a batch of events says about one subject. */
export interface TouchedSubject {
  readonly subject: string;
  readonly streams: ReadonlySet<string>;
  /** The first event of the batch that touches it. */
  readonly since: Position;
}

/** True when the projection can show something of the event. */
export function reads({ reads: prefixes }: SubjectProjection, { type }: StoredEvent): boolean {
  return prefixes.some((prefix) => type.startsWith(prefix));
}

function subjectOf(event: StoredEvent): string {
  try {
    return eventMetadata(parseCanonical(event.metadata), '').subject;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new BrokenHistory(event.stream, event.revision, `its metadata cannot be read: ${reason}`);
  }
}

/**
 * The subjects whose rows the events may change, in the order in which they are first touched.
 *
 * @throws BrokenHistory when it cannot be told whom an event is about.
 */
export function touchedSubjects(
  projection: SubjectProjection,
  batch: readonly StoredEvent[],
): readonly TouchedSubject[] {
  const touched = new Map<string, { subject: string; streams: Set<string>; since: Position }>();
  for (const event of batch) {
    if (!reads(projection, event)) continue;
    const subject = subjectOf(event);
    const found = touched.get(subject) ?? { subject, streams: new Set(), since: event.position };
    found.streams.add(event.stream);
    touched.set(subject, found);
  }
  return [...touched.values()];
}
