import { expect, it } from '@jest/globals';
import { PostgresEventStore } from '../../src/platform/event-store/postgres/postgres-event-store.js';
import { START } from '../../src/platform/event-store/position.js';
import { eventsToStore } from '../support/events-to-store.js';
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
  await expectToBehaveLikeTheModel(store, 200);
  await close();
});

it('The event store (PostgreSQL) lets exactly one of the writers of several processes win each race, without a gap', async () => {
  const database = await createTestDatabase();
  const processes = Array.from({ length: 4 }, () =>
    PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 8 }),
  );
  try {
    const ROUNDS = 25;
    for (let revision = 0; revision < ROUNDS; revision += 1) {
      const outcomes = await Promise.all(
        Array.from({ length: 32 }, (_, writer) =>
          processes[writer % processes.length]!.append('case-1', revision, eventsToStore(1)),
        ),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(outcomes.filter(({ outcome }) => outcome === 'wrong-revision')).toHaveLength(31);
    }
    const events = await processes[0]!.readAll(START, 100);
    expect(events.map(({ position }) => position.commit)).toEqual(
      events.map((_, index) => BigInt(index + 1)),
    );
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength(ROUNDS);
  } finally {
    for (const store of processes) await store.close();
    await database.drop();
  }
});
