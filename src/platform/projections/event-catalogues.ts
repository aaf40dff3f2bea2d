import type { EventCatalogue } from '../../kernel/event-catalogue.js';
import type { StoredEvent } from '../event-store/event-store.js';
import { formatPosition } from '../event-store/position.js';

/** An event that no catalogue of this version knows. Whoever folds money stops here; the event is never skipped. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';

  constructor(
    readonly type: string,
    /** The stored event, where it is known. */
    at?: StoredEvent,
  ) {
    const place =
      at && ` (stream ${at.stream}, revision ${at.revision}, position ${formatPosition(at.position)})`;
    super(
      `${type}${place ?? ''} is not an event that this version knows: run the version that recorded it, or a later one`,
    );
  }
}

/** The catalogues of all contexts, found by the type of an event. */
export class EventCatalogues {
  private readonly byType: ReadonlyMap<string, EventCatalogue>;

  constructor(catalogues: readonly EventCatalogue[]) {
    const byType = new Map<string, EventCatalogue>();
    for (const catalogue of catalogues) {
      for (const type of catalogue.types) {
        if (byType.has(type)) throw new Error(`${type} stands in two catalogues`);
        byType.set(type, catalogue);
      }
    }
    this.byType = byType;
  }

  knows(type: string): boolean {
    return this.byType.has(type);
  }

  /** @throws UnknownEventType naming stream and position. */
  catalogueOf(event: StoredEvent): EventCatalogue {
    if (!this.knows(event.type)) throw new UnknownEventType(event.type, event);
    return this.catalogueFor(event.type);
  }

  /** @throws UnknownEventType */
  catalogueFor(type: string): EventCatalogue {
    const catalogue = this.byType.get(type);
    if (catalogue === undefined) throw new UnknownEventType(type);
    return catalogue;
  }
}
