import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../persistence/database-settings.js';
import { EVENT_STORE } from './event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

/** Provides EVENT_STORE to the whole application. Needs DATABASE_SETTINGS from a global module. */
@Global()
@Module({
  providers: [
    {
      provide: EVENT_STORE,
      useFactory: (settings: DatabaseSettings) => PostgresEventStore.connect(settings),
      inject: [DATABASE_SETTINGS],
    },
  ],
  exports: [EVENT_STORE],
})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(@Inject(EVENT_STORE) private readonly store: PostgresEventStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
