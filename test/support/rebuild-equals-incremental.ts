import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { DomainEvent } from '../../src/kernel/event.js';
import { InMemoryEventStore } from '../../src/platform/event-store/in-memory/in-memory-event-store.js';
import type { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import type { SubjectProjection } from '../../src/platform/projections/projection.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import type { InStream } from './recorded.js';
import { storeEvents } from './store-events.js';
import { TickingClock } from './ticking-clock.js';

/** An event, the stream it happens in, and what it is about. */
export interface AboutSubject extends InStream<DomainEvent> {
  readonly subject: string;
}

/**
 * Checks in a database that a projection gives the same rows whether it stops after each event and goes on, or follows all
 * of them at once, or is rebuilt.
 *
 * @param dataSource knows the projection's tables and has them, empty
 */
export async function expectRebuildEqualsIncremental(
  dataSource: DataSource,
  projection: SubjectProjection,
  catalogues: EventCatalogues,
  story: readonly AboutSubject[],
): Promise<void> {
  const store = new InMemoryEventStore(new TickingClock());
  const runner = new ProjectionRunner(projection, { store, dataSource, catalogues, migrations: [] });
  for (const { stream, subject, event } of story) {
    await storeEvents(store, catalogues, { stream, subject }, event);
    await runner.catchUp();
  }
  expect(await runner.parked()).toEqual([]);
  const afterEachEvent = await rowsIn(dataSource, projection);

  for (const table of projection.tables) await dataSource.createQueryBuilder().delete().from(table).execute();
  await dataSource.query(
    'UPDATE projection_checkpoint SET commit_position = 0, prepare_position = 0 WHERE name = $1',
    [projection.name],
  );
  await runner.catchUp();
  expect(await rowsIn(dataSource, projection)).toEqual(afterEachEvent);

  await runner.rebuild();
  expect(await rowsIn(dataSource, projection)).toEqual(afterEachEvent);
}

/** Everything in the tables of the projection, sorted, so that two dumps compare whatever the order on disk. */
export async function rowsIn(
  dataSource: DataSource,
  { tables }: SubjectProjection,
): Promise<readonly string[][]> {
  return Promise.all(
    tables.map(async (table) =>
      (await dataSource.manager.find(table)).map((row) => JSON.stringify(row)).sort(),
    ),
  );
}
