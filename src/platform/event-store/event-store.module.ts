import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../persistence/database-settings.js';
import { EVENT_STORE_SETTINGS, type EventStoreSettings } from './event-store-settings.js';
import { EVENT_STORE } from './event-store.js';
import { openEventStore, type OpenEventStore } from './open-event-store.js';

/**
 * Provides EVENT_STORE to the whole application. Needs DATABASE_SETTINGS from a global module, and EVENT_STORE_SETTINGS for
 * another engine than PostgreSQL.
 */
@Global()
@Module({
  providers: [
    {
      provide: EVENT_STORE,
      useFactory: (database: DatabaseSettings, chosen: EventStoreSettings = { engine: 'postgres' }) =>
        openEventStore(chosen, database),
      inject: [DATABASE_SETTINGS, { token: EVENT_STORE_SETTINGS, optional: true }],
    },
  ],
  exports: [EVENT_STORE],
})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(@Inject(EVENT_STORE) private readonly store: OpenEventStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
