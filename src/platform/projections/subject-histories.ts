import { BrokenHistory } from '../../kernel/aggregate.js';
import type { Recorded } from '../../kernel/event.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { formatPosition } from '../event-store/position.js';
import { decodeStored } from '../event-store/recorded.js';
import type { EventCatalogues } from './event-catalogues.js';
import type { SubjectHistory, SubjectProjection } from './projection.js';
import { reads, subjectOf } from './event-scan.js';

/** Reads everything that a projection may know about subjects. */
export class SubjectHistories {
  constructor(
    private readonly projection: SubjectProjection,
    private readonly store: EventStore,
    private readonly catalogues: EventCatalogues,
  ) {}

  /**
   * The histories of subjects, each over its streams, in global order, up to and including a position or a moment: what is
   * appended meanwhile stays out, so that the same checkpoint always means the same rows. Where a history cannot be used, the
   * reason stands in its place.
   *
   * @param streamsOf the streams of each subject
   * @param isCounted which of the events count: those up to a place in the global order
   * @throws UnknownEventType when an event that the projection reads is not known.
   */
  async load(
    streamsOf: ReadonlyMap<string, readonly string[]>,
    isCounted: (event: StoredEvent) => boolean,
  ): Promise<ReadonlyMap<string, SubjectHistory | BrokenHistory>> {
    const streams = new Set([...streamsOf.values()].flat());
    const stored = await this.store.readStreams([...streams]);
    const { events, ofSubject, ofStream } = this.decoded(stored.filter(isCounted));
    return new Map(
      [...streamsOf].map(([subject, ownStreams]) => {
        const broken = ownStreams.map((stream) => ofStream.get(stream)).find((fault) => fault !== undefined);
        return [
          subject,
          broken ?? ofSubject.get(subject) ?? { subject, events: events.get(subject) ?? [] },
        ] as const;
      }),
    );
  }

  /** The events by subject; and the faults, by subject, or by stream where it cannot be told whom an event is about. */
  private decoded(stored: readonly StoredEvent[]) {
    const events = new Map<string, Recorded[]>();
    const ofSubject = new Map<string, BrokenHistory>();
    const ofStream = holesIn(stored);
    for (const event of stored) {
      if (!reads(this.projection, event)) continue;
      try {
        const recorded = decodeStored(event, this.catalogues.catalogueOf(event));
        const own = events.get(recorded.subject);
        if (own === undefined) events.set(recorded.subject, [recorded]);
        else own.push(recorded);
      } catch (fault) {
        if (!(fault instanceof BrokenHistory)) throw fault;
        noteFault(event, fault, ofSubject, ofStream);
      }
    }
    return { events, ofSubject, ofStream };
  }
}

function noteFault(
  event: StoredEvent,
  fault: BrokenHistory,
  ofSubject: Map<string, BrokenHistory>,
  ofStream: Map<string, BrokenHistory>,
): void {
  try {
    const subject = subjectOf(event);
    if (!ofSubject.has(subject)) ofSubject.set(subject, fault);
  } catch (unknownSubject) {
    if (!(unknownSubject instanceof BrokenHistory)) throw unknownSubject;
    if (!ofStream.has(event.stream)) ofStream.set(event.stream, unknownSubject);
  }
}

/** The first missing revision of each stream that misses one: a figure must not be worked out from what is left. */
function holesIn(stored: readonly StoredEvent[]): Map<string, BrokenHistory> {
  const revisions = new Map<string, number>();
  const holes = new Map<string, BrokenHistory>();
  for (const { stream, revision, position } of stored) {
    const expected = (revisions.get(stream) ?? 0) + 1;
    if (revision !== expected && !holes.has(stream)) {
      holes.set(
        stream,
        new BrokenHistory(
          stream,
          revision,
          `revision ${expected} was expected at position ${formatPosition(position)}: an event is missing`,
        ),
      );
    }
    revisions.set(stream, revision);
  }
  return holes;
}
