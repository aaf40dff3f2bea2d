import { BrokenHistory } from '../../kernel/aggregate.js';
import { parseCanonical } from '../event-store/canonical-json.js';
import { eventMetadata } from '../event-store/event-metadata.js';
import type { StoredEvent } from '../event-store/event-store.js';
import { formatPosition, type Position } from '../event-store/position.js';
import { UnknownEventType, type EventCatalogues } from './event-catalogues.js';
import type { SubjectProjection } from './projection.js';

/** What a batch of events says about one subject. */
export interface TouchedSubject {
  readonly subject: string;
  readonly streams: ReadonlySet<string>;
  /** The first event of the batch that touches it. */
  readonly since: Position;
}

/** The part of a batch that can be applied as a whole. */
export interface ReadableEvents {
  /** The subjects whose rows the events may change, in the order in which they are first touched. */
  readonly touched: readonly TouchedSubject[];
  /** How many of the events the projection reads. */
  readonly count: number;
  /** The last of the events; nothing when the very first cannot be read. */
  readonly last?: StoredEvent;
  /** The event behind them that cannot be passed over, and why. */
  readonly stop?: { readonly event: StoredEvent; readonly fault: UnknownEventType | BrokenHistory };
}

/** True when the projection can show something of the event. */
export function reads({ reads: prefixes }: SubjectProjection, { type }: StoredEvent): boolean {
  return prefixes.some((prefix) => type.startsWith(prefix));
}

/** @throws BrokenHistory when it cannot be told whom the event is about. */
export function subjectOf(event: StoredEvent): string {
  try {
    return eventMetadata(parseCanonical(event.metadata), '').subject;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const at = formatPosition(event.position);
    throw new BrokenHistory(
      event.stream,
      event.revision,
      `its metadata cannot be read (position ${at}): ${reason}`,
    );
  }
}

/** Looks through events in order, up to the first that this version does not know or that does not say whom it is about. */
export function readBatch(
  projection: SubjectProjection,
  catalogues: EventCatalogues,
  batch: readonly StoredEvent[],
): ReadableEvents {
  const touched = new Map<string, { subject: string; streams: Set<string>; since: Position }>();
  let count = 0;
  let last: StoredEvent | undefined;
  const readSoFar = () => ({ touched: [...touched.values()], count, ...(last !== undefined && { last }) });
  for (const event of batch) {
    if (reads(projection, event)) {
      const subject = subjectOrFault(event, catalogues);
      if (typeof subject !== 'string') return { ...readSoFar(), stop: { event, fault: subject } };
      const found = touched.get(subject) ?? { subject, streams: new Set(), since: event.position };
      found.streams.add(event.stream);
      touched.set(subject, found);
      count += 1;
    }
    last = event;
  }
  return readSoFar();
}

function subjectOrFault(
  event: StoredEvent,
  catalogues: EventCatalogues,
): string | UnknownEventType | BrokenHistory {
  if (!catalogues.knows(event.type)) return new UnknownEventType(event.type, event);
  try {
    return subjectOf(event);
  } catch (fault) {
    if (fault instanceof BrokenHistory) return fault;
    throw fault;
  }
}
