import { dumbo } from '@event-driven-io/dumbo';
import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { SAMPLE_TYPE, sample, type Sample } from '../sample.js';
import { openPool } from './open-pool.js';
import { pageOf, type Side } from './side.js';

const WRONG_VERSION = 412;

/** `@event-driven-io/emmett-postgresql`: one function call per append, and reads through its own functions. */
export async function emmett(databaseUrl: string): Promise<Side> {
  const pool = openPool(databaseUrl);
  const store = getPostgreSQLEventStore(databaseUrl, { connectionOptions: { pool } });
  await store.schema.migrate();
  const reader = dumbo({ connectionString: databaseUrl, pool });
  return {
    name: 'emmett',

    async append(stream, revision, events) {
      const event = { type: SAMPLE_TYPE, data: sample, metadata: sample };
      try {
        const { nextExpectedStreamVersion } = await store.appendToStream(
          stream,
          Array.from({ length: events }, () => event),
          { expectedStreamVersion: BigInt(revision) },
        );
        return { stored: true, revision: Number(nextExpectedStreamVersion) };
      } catch (fault) {
        if ((fault as { errorCode?: number }).errorCode !== WRONG_VERSION) throw fault;
        const { currentStreamVersion } = await store.readStream(stream, { from: BigInt(revision) });
        return { stored: false, revision: Number(currentStreamVersion) };
      }
    },

    readStream: async (stream) => (await store.readStream(stream)).events.length,

    async readAll(after, limit) {
      const { messages } = await readMessagesBatch(reader.execute, { after, batchSize: limit });
      return pageOf(messages, after, ({ data, metadata }) => ({
        place: metadata.globalPosition,
        stream: metadata.streamName,
        revision: Number(metadata.streamPosition),
        amountPence: (data as Sample).amountPence,
      }));
    },

    async close() {
      await reader.close();
      await store.close();
      if (!pool.ended) await pool.end();
    },
  };
}
