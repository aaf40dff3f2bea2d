import { isEventAlreadyExistsError } from '@castore/core';
import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import { SAMPLE_TYPE, sample } from '../sample.js';
import type { Side } from './side.js';

const CONTEXT = { eventStoreId: 'bench' };

/** `@castore/event-storage-adapter-postgres`. It has no order over all aggregates, and its driver opens ten connections. */
export async function castore(databaseUrl: string): Promise<Side> {
  await PostgresEventStorageAdapter.createEventTable({
    connectionString: databaseUrl,
    aggregateId: { type: 'VARCHAR', length: 100 },
    typeLength: 100,
  });
  const adapter = new PostgresEventStorageAdapter({ connectionString: databaseUrl });
  const detail = (aggregateId: string, version: number) => ({
    aggregateId,
    version,
    type: SAMPLE_TYPE,
    payload: sample,
    metadata: sample,
    timestamp: new Date().toISOString(),
  });
  const appended = async (stream: string, revision: number, events: number) => {
    if (events === 1) return adapter.pushEvent(detail(stream, revision + 1), CONTEXT);
    const [first, ...others] = Array.from({ length: events }, (_, index) => {
      const grouped = adapter.groupEvent(detail(stream, revision + index + 1));
      grouped.context = CONTEXT;
      return grouped;
    });
    return first && adapter.pushEventGroup({}, first, ...others);
  };
  const read = async (stream: string) => (await adapter.getEvents(stream, CONTEXT)).events;
  return {
    name: 'castore',

    async append(stream, revision, events) {
      try {
        await appended(stream, revision, events);
        return { stored: true, revision: revision + events };
      } catch (fault) {
        if (!isEventAlreadyExistsError(fault)) throw fault;
        const { events: last } = await adapter.getEvents(stream, CONTEXT, { reverse: true, limit: 1 });
        return { stored: false, revision: last[0]?.version ?? 0 };
      }
    },

    readStream: async (stream) => (await read(stream)).length,

    // The adapter keeps its connections to itself: they end with the database.
    close: async () => undefined,
  };
}
