import type { EventStore } from '../event-store/event-store.js';
import { comparePositions, type Position } from '../event-store/position.js';
import type { EventCatalogues } from './event-catalogues.js';
import { EventScan, type ReadableEvents } from './event-scan.js';
import type { SubjectProjection } from './projection.js';

/** How much is looked through at once. */
export interface Bounds {
  /** Events that are in memory at a time. */
  readonly page: number;
  readonly pages: number;
  /** No further page is read once this many subjects are touched. */
  readonly subjects: number;
}

// A subject is folded once for all of its events in a batch, and the events of many subjects lie between each other: behind a
// long backlog, batches of one page would fold each subject once for every page. The bounds keep short how long a batch takes.
const BOUNDS: Bounds = { page: 1_000, pages: 32, subjects: 2_000 };

/** The events that are applied in one batch. */
export interface EventsAhead extends ReadableEvents {
  /** There may be more behind them. */
  readonly more: boolean;
}

/**
 * Looks through the next events after a position, and none behind `until`: all that wait, up to the bounds. Nothing when there
 * are none. Of the events themselves it keeps no more than a page.
 */
export async function readAhead(
  projection: SubjectProjection,
  { store, catalogues }: { readonly store: EventStore; readonly catalogues: EventCatalogues },
  after: Position,
  until?: Position,
  { page, pages, subjects }: Bounds = BOUNDS,
): Promise<EventsAhead | undefined> {
  const scan = new EventScan(projection, catalogues);
  let reached = after;
  for (let read = 0; read < pages && scan.subjects < subjects; read += 1) {
    const events = await store.readAll(reached, page);
    const wanted =
      until === undefined ? events : events.filter(({ position }) => comparePositions(position, until) <= 0);
    if (!scan.over(wanted)) break;
    if (wanted.length < page) {
      const found = scan.found();
      return found.last === undefined ? undefined : { ...found, more: false };
    }
    reached = wanted.at(-1)?.position ?? reached;
  }
  return { ...scan.found(), more: true };
}
