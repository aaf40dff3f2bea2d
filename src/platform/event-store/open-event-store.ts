import type { DatabaseSettings } from '../persistence/database-settings.js';
import type { EventStoreSettings } from './event-store-settings.js';
import type { EventStore } from './event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

/** A store that holds connections. */
export interface OpenEventStore extends EventStore {
  close(): Promise<void>;
}

/** The event store that the settings choose. It connects when first used; close it at the end. */
export async function openEventStore(
  chosen: EventStoreSettings,
  database: DatabaseSettings,
): Promise<OpenEventStore> {
  if (chosen.engine === 'postgres') return PostgresEventStore.connect(database);
  // Loaded only where it is chosen: the client brings native code that PostgreSQL does without.
  const { KurrentEventStore } = await import('./kurrent/kurrent-event-store.js');
  return KurrentEventStore.connect(chosen.url);
}
