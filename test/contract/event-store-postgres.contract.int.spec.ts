import { PostgresEventStore } from '../../src/platform/event-store/postgres/postgres-event-store.js';
import { createTestDatabase } from '../support/postgres.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('PostgreSQL', async () => {
  const database = await createTestDatabase();
  const store = PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 10 });
  return {
    store,
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
});
