import { randomUUID } from 'node:crypto';
import { parseCanonical } from '../../../src/platform/event-store/canonical-json.js';
import { PostgresEventStore } from '../../../src/platform/event-store/postgres/postgres-event-store.js';
import { migrate } from '../../../src/platform/persistence/migrate.js';
import { POOL_SIZE, SAMPLE_TYPE, sampleBytes, type Sample } from '../sample.js';
import { pageOf, type Side } from './side.js';

/** The product's event store, used as the product uses it. */
export async function handover(databaseUrl: string): Promise<Side> {
  await migrate(databaseUrl);
  const store = PostgresEventStore.connect({ databaseUrl, poolSize: POOL_SIZE });
  return {
    name: 'Handover',

    async append(stream, revision, events) {
      const outcome = await store.append(
        stream,
        revision,
        Array.from({ length: events }, () => ({
          eventId: randomUUID(),
          type: SAMPLE_TYPE,
          schemaVersion: 1,
          data: sampleBytes,
          metadata: sampleBytes,
        })),
      );
      if (outcome.outcome === 'appended') return { stored: true, revision: outcome.revision };
      if (outcome.outcome === 'wrong-revision') return { stored: false, revision: outcome.actualRevision };
      throw new Error(`An append was answered ${outcome.outcome}`);
    },

    readStream: async (stream) => (await store.readStream(stream)).length,

    async readAll(after, limit) {
      const events = await store.readAll({ commit: after, prepare: after }, limit);
      return pageOf(events, after, ({ position, stream, revision, data }) => ({
        place: position.commit,
        stream,
        revision,
        amountPence: (parseCanonical(data) as Sample).amountPence,
      }));
    },

    close: () => store.close(),
  };
}
