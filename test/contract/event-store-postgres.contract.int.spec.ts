import { it } from '@jest/globals';
import { PostgresEventStore } from '../../src/platform/event-store/postgres/postgres-event-store.js';
import { createTestDatabase } from '../support/postgres.js';
import { expectToBehaveLikeTheModel } from './append-model.js';
import { eventStoreContract, type StoreUnderTest } from './event-store.contract.js';

async function inPostgres(): Promise<StoreUnderTest> {
  const database = await createTestDatabase();
  const store = PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 10 });
  return {
    store,
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
}

eventStoreContract('PostgreSQL', inPostgres);

it('The event store (PostgreSQL) answers random appends as the model does', async () => {
  const { store, close } = await inPostgres();
  await expectToBehaveLikeTheModel(store, 100);
  await close();
});
