import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import {
  counter,
  counterCatalogue,
  countTimes,
  openCounter,
  type CounterEvent,
} from '../../../test/support/counter-aggregate.js';
import { CounterTotal, counterTotals, CreateCounterTotal } from '../../../test/support/counter-totals.js';
import { eventToStore } from '../../../test/support/events-to-store.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { numberedUuid, SOMEBODY } from '../../../test/support/recorded.js';
import type { CommandContext } from '../event-store/command-context.js';
import { EventStoreModule } from '../event-store/event-store.module.js';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.js';
import { Streams } from '../event-store/streams.js';
import { dataSourceOptions } from '../persistence/data-source.js';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../persistence/database-settings.js';
import { ReactorWorker } from '../reactors/reactor-worker.js';
import { ReactorsModule } from '../reactors/reactors.module.js';
import type { Reactor } from '../reactors/reactor.js';
import { ProjectionProgress } from './projection-progress.js';
import { ProjectionWorker } from './projection-worker.js';
import { ProjectionsModule } from './projections.module.js';
import { Projections, UnknownProjection } from './projections.js';

const PATIENCE_MS = 20_000;
const silence = () => undefined;

/** Counts on until a counter has reached three. */
@Injectable()
class WhenOpenedCount implements Reactor<CounterEvent> {
  readonly name = 'when-opened-count';
  readonly reactsTo = ['sample.opened'] as const;
  static streams: Streams<{ stage: 'none' | 'open' | 'closed'; total: number }, CounterEvent>;

  async react(
    { stream }: Parameters<Reactor<CounterEvent>['react']>[0],
    contextFor: (index: number) => CommandContext,
  ): Promise<void> {
    await WhenOpenedCount.streams.transact(stream.replace('sample-', ''), countTimes(2), contextFor(0));
  }
}

@Module({ providers: [WhenOpenedCount], exports: [WhenOpenedCount] })
class SampleModule {}

describe('The worker', () => {
  const database = useTestDatabase();
  let app: TestingModule;
  let store: EventStore;

  const context = (number: number): CommandContext => ({
    actor: SOMEBODY,
    commandId: numberedUuid(number),
    correlationId: numberedUuid(number),
    causationId: numberedUuid(number),
  });

  beforeAll(async () => {
    const settings: DatabaseSettings = { databaseUrl: database.url, poolSize: 5 };
    @Module({ providers: [{ provide: DATABASE_SETTINGS, useValue: settings }], exports: [DATABASE_SETTINGS] })
    class SettingsModule {}
    app = await Test.createTestingModule({
      imports: [
        { module: SettingsModule, global: true },
        EventStoreModule,
        TypeOrmModule.forRoot(dataSourceOptions(settings, [CounterTotal])),
        ProjectionsModule.forRoot({ projections: [counterTotals], catalogues: [counterCatalogue] }),
        ReactorsModule.forRoot({ imports: [SampleModule], reactors: [WhenOpenedCount] }),
      ],
    })
      .setLogger({ log: silence, warn: silence, error: silence })
      .compile();
    store = app.get(EVENT_STORE);
    WhenOpenedCount.streams = new Streams(store, counter);
    await app.init();
    const queryRunner = app.get(DataSource).createQueryRunner();
    await new CreateCounterTotal().up(queryRunner);
    await queryRunner.release();
    app.get(ProjectionWorker).start();
    app.get(ReactorWorker).start();
  }, 60_000);

  afterAll(async () => {
    await app.close();
  });

  it('brings what a command recorded, and what a reactor made of it, into the read model', async () => {
    const streams = new Streams(store, counter);
    const { position } = await streams.transact('A', openCounter(1), context(1));
    const progress = app.get(ProjectionProgress);
    expect(await progress.waitFor(position, PATIENCE_MS)).toBe(true);
    // Two more events from the reactor.
    expect(await progress.waitFor(String(Number(position) + 2), PATIENCE_MS)).toBe(true);
    expect(await app.get(DataSource).manager.find(CounterTotal)).toEqual([
      { subject: 'A', totalPence: 3, story: 'opened counted counted' },
    ]);
  });

  it('says how each projection stands', async () => {
    expect(await app.get(Projections).status()).toEqual([
      { name: 'counter-totals', position: '3', head: '3', lagEvents: 0, lagSeconds: 0, parked: [] },
    ]);
    expect(await app.get(Projections).lag()).toEqual({ lagEvents: 0, lagSeconds: 0 });
  });

  it('says no longer that a follower stopped, once that has passed and there is nothing left to do', async () => {
    const database = app.get(DataSource);
    for (const table of ['projection_checkpoint', 'reactor_checkpoint']) {
      await database.query(`UPDATE ${table} SET stopped_because = 'the database was away'`);
      let stopped: unknown[] = [table];
      for (const until = Date.now() + PATIENCE_MS; stopped.length > 0 && Date.now() < until;) {
        stopped = await database.query(`SELECT name FROM ${table} WHERE stopped_because IS NOT NULL`);
      }
      expect(stopped).toEqual([]);
    }
  });

  it('says why a projection does not go on', async () => {
    await store.append('sample-Z', 0, [eventToStore({ type: 'sample.unheard-of' })]);
    const projections = app.get(Projections);
    for (;;) {
      const [status] = await projections.status();
      if (status?.stoppedBecause === undefined) continue;
      expect(status).toMatchObject({ lagEvents: 1, stoppedBecause: expect.stringMatching(/unheard-of/) });
      break;
    }
  });

  it('knows its projections by name', async () => {
    await expect(app.get(Projections).rebuild('counter-sums')).rejects.toThrow(UnknownProjection);
    await expect(app.get(Projections).retry('counter-sums')).rejects.toThrow('there are: counter-totals');
  });
});
