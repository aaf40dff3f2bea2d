import type { DomainEvent } from '../../src/kernel/event.js';
import type { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import { canonicalBytes } from '../../src/platform/event-store/canonical-json.js';
import type { EventStore } from '../../src/platform/event-store/event-store.js';
import { eventToStore, metadataBytes } from './events-to-store.js';

/** Appends domain events to a stream, about a subject, as a command would. */
export async function storeEvents(
  store: EventStore,
  catalogues: EventCatalogues,
  { stream, subject }: { readonly stream: string; readonly subject: string },
  ...events: readonly DomainEvent[]
): Promise<void> {
  const revision = (await store.readStream(stream)).length;
  await store.append(
    stream,
    revision,
    events.map(({ type, occurredOn, data }) =>
      eventToStore({
        type,
        schemaVersion: catalogues.catalogueFor(type).schemaVersionOf(type),
        data: canonicalBytes(data),
        metadata: metadataBytes(subject, { occurredOn }),
      }),
    ),
  );
}
