import { randomUUID } from 'node:crypto';
import { PostgresEventStore } from '../../src/platform/event-store/postgres/postgres-event-store.js';
import { START } from '../../src/platform/event-store/position.js';
import { POOL_SIZE, sampleBytes } from './sample.js';

/** The product's event store, used as the product uses it. */
export class Product {
  private constructor(private readonly store: PostgresEventStore) {}

  static connect(databaseUrl: string): Product {
    return new Product(PostgresEventStore.connect({ databaseUrl, poolSize: POOL_SIZE }));
  }

  async append(stream: string, expectedRevision: number): Promise<void> {
    const { outcome } = await this.store.append(stream, expectedRevision, [
      {
        eventId: randomUUID(),
        type: 'bench.happened',
        schemaVersion: 1,
        data: sampleBytes,
        metadata: sampleBytes,
      },
    ]);
    if (outcome !== 'appended') throw new Error(`An append was answered ${outcome}`);
  }

  async readStream(stream: string): Promise<number> {
    return (await this.store.readStream(stream)).length;
  }

  async readAll(page: number): Promise<number> {
    let [after, read] = [START, 0];
    for (;;) {
      const events = await this.store.readAll(after, page);
      read += events.length;
      const last = events.at(-1);
      if (last === undefined) return read;
      after = last.position;
    }
  }

  async close(): Promise<void> {
    await this.store.close();
  }
}
