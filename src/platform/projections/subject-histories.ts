import type { Recorded } from '../../kernel/event.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { comparePositions, type Position } from '../event-store/position.js';
import { decodeStored } from '../event-store/recorded.js';
import type { EventCatalogues } from './event-catalogues.js';
import type { SubjectHistory, SubjectProjection } from './projection.js';
import { reads } from './touched-subjects.js';

/** Reads everything that a projection may know about a subject. */
export class SubjectHistories {
  constructor(
    private readonly store: EventStore,
    private readonly catalogues: EventCatalogues,
  ) {}

  /**
   * The history of a subject over its streams, in global order, up to and including a position: what is appended meanwhile
   * stays out, so that the same checkpoint always means the same rows.
   *
   * @throws UnknownEventType when an event that the projection reads is not known.
   * @throws BrokenHistory when one cannot be decoded.
   */
  async load(
    projection: SubjectProjection,
    subject: string,
    streams: readonly string[],
    until: Position,
  ): Promise<SubjectHistory> {
    const stored: StoredEvent[] = [];
    for (const stream of streams) stored.push(...(await this.store.readStream(stream)));
    const events = stored
      .filter((event) => reads(projection, event) && comparePositions(event.position, until) <= 0)
      .sort((left, right) => comparePositions(left.position, right.position))
      .map((event) => this.decode(event))
      .filter((recorded) => recorded.subject === subject);
    return { subject, events };
  }

  private decode(event: StoredEvent): Recorded {
    return decodeStored(event, this.catalogues.catalogueFor(event.type));
  }
}
