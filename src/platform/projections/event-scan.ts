import { BrokenHistory } from '../../kernel/aggregate.js';
import { parseCanonical } from '../event-store/canonical-json.js';
import { eventMetadata } from '../event-store/event-metadata.js';
import type { StoredEvent } from '../event-store/event-store.js';
import type { Position } from '../event-store/position.js';
import { unreadable } from '../event-store/recorded.js';
import { UnknownEventType, type EventCatalogues } from './event-catalogues.js';
import type { SubjectProjection } from './projection.js';

/** What a run of events says about one subject. */
export interface TouchedSubject {
  readonly subject: string;
  readonly streams: ReadonlySet<string>;
  /** The first of the events that touches it. */
  readonly since: Position;
}

/** The part of a run of events that can be applied as a whole. */
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
    throw unreadable(event, 'its metadata', fault);
  }
}

/** Looks through events in order, batch after batch, up to the first that cannot be passed over. */
export class EventScan {
  private readonly touched = new Map<string, { subject: string; streams: Set<string>; since: Position }>();
  private count = 0;
  private last: StoredEvent | undefined;
  private stop: ReadableEvents['stop'];

  constructor(
    private readonly projection: SubjectProjection,
    private readonly catalogues: EventCatalogues,
  ) {}

  /** The subjects that were touched so far. */
  get subjects(): number {
    return this.touched.size;
  }

  /**
   * Goes over the next events. The scan ends at the first that this version does not know or that does not say whom it is
   * about: answers whether it can go on.
   */
  over(batch: readonly StoredEvent[]): boolean {
    for (const event of batch) {
      if (reads(this.projection, event) && !this.touch(event)) return false;
      this.last = event;
    }
    return true;
  }

  /** What the events up to here say. */
  found(): ReadableEvents {
    const { touched, count, last, stop } = this;
    return {
      touched: [...touched.values()],
      count,
      ...(last !== undefined && { last }),
      ...(stop !== undefined && { stop }),
    };
  }

  /** False where the event cannot be passed over. */
  private touch(event: StoredEvent): boolean {
    const subject = subjectOrFault(event, this.catalogues);
    if (typeof subject !== 'string') {
      this.stop = { event, fault: subject };
      return false;
    }
    const found = this.touched.get(subject) ?? { subject, streams: new Set(), since: event.position };
    found.streams.add(event.stream);
    this.touched.set(subject, found);
    this.count += 1;
    return true;
  }
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
