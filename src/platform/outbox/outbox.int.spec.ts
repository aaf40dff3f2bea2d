import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { CaseClosed, counted, counterCatalogue, opened } from '../../../test/support/counter-aggregate.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { storeEvents } from '../../../test/support/store-events.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { InMemoryEventStore } from '../event-store/in-memory/in-memory-event-store.js';
import { createDataSource } from '../persistence/data-source.js';
import { EventCatalogues } from '../projections/event-catalogues.js';
import { ReactorRunner } from '../reactors/reactor-runner.js';
import { MAX_ATTEMPTS, outbox } from './outbox.js';
import { OutboxDelivery } from './outbox-delivery.js';
import type { Delivery } from './outward-effect.js';

const catalogues = new EventCatalogues([counterCatalogue]);

describe('Effects outside of the product', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let store: InMemoryEventStore;
  let received: Delivery[];
  let onDeliver: (delivery: Delivery) => Promise<void>;
  let reactor: ReactorRunner;
  let onReact: () => void;

  const delivery = (effect = 'letter') =>
    new OutboxDelivery(
      dataSource,
      [
        {
          effect,
          deliver: async (each) => {
            await onDeliver(each);
            received.push(each);
          },
        },
      ],
      200,
    );
  const deliverAll = async (by = delivery()) => {
    while ((await by.step()) === 'more');
  };
  const happens = (...amounts: readonly number[]) =>
    storeEvents(store, catalogues, { stream: 'sample-A', subject: 'A' }, ...amounts.map(counted));
  const dueNow = () => dataSource.query(`UPDATE outbox SET next_try_at = now() WHERE status = 'waiting'`);
  const failing = async () => Promise.reject(new Error('The letter box is full'));

  beforeEach(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    database = await createTestDatabase();
    dataSource = await createDataSource({ databaseUrl: database.url, poolSize: 5 }).initialize();
    store = new InMemoryEventStore(new TickingClock());
    received = [];
    onDeliver = async () => undefined;
    onReact = () => undefined;
    reactor = new ReactorRunner(
      {
        name: 'when-counted-write',
        reactsTo: ['sample.counted'],
        react: async ({ event }, _, send) => {
          send({ effect: 'letter', payload: { amount: (event.data as { by: number }).by, copy: false } });
          send({ effect: 'letter', payload: { amount: (event.data as { by: number }).by, copy: true } });
          onReact();
        },
      },
      { store, dataSource, catalogues },
    );
    await reactor.register();
    await storeEvents(store, catalogues, { stream: 'sample-A', subject: 'A' }, opened(0));
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await dataSource.destroy();
    await database.drop();
  });

  it('are carried out once for each event, in order, with an id of their own', async () => {
    await happens(1, 2);
    await reactor.step();
    // As after a crash between the reaction and the checkpoint.
    await dataSource.query('UPDATE reactor_checkpoint SET commit_position = 0, prepare_position = 0');
    await reactor.step();
    await deliverAll();
    await deliverAll();
    expect(received.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        { amount: 1, copy: false },
        { amount: 1, copy: true },
        { amount: 2, copy: false },
        { amount: 2, copy: true },
      ]),
    );
    expect(new Set(received.map(({ id }) => id)).size).toBe(4);
    expect(received).toHaveLength(4);
    expect(await outbox.undelivered(dataSource.manager)).toEqual([]);
  });

  it('are not put in when the reaction fails or is refused', async () => {
    await happens(1);
    onReact = () => {
      throw new Error('away');
    };
    await expect(reactor.step()).rejects.toThrow('away');
    expect(await outbox.counts(dataSource.manager)).toEqual({ waiting: 0, dead: 0 });
    onReact = () => {
      throw new CaseClosed();
    };
    await reactor.step();
    expect(await outbox.counts(dataSource.manager)).toEqual({ waiting: 0, dead: 0 });
  });

  it('are tried again with the same id after a pause that doubles, while others are carried out', async () => {
    await happens(1);
    await reactor.step();
    let faults = 1;
    const ids: string[] = [];
    onDeliver = async ({ id }) => {
      ids.push(id);
      if ((faults -= 1) >= 0) throw new Error('The letter box is full');
    };
    await deliverAll();
    expect(received).toHaveLength(1);
    const [waiting] = await outbox.undelivered(dataSource.manager);
    expect(waiting).toMatchObject({
      status: 'waiting',
      attempts: 1,
      lastFault: 'The letter box is full',
      id: ids[0],
      reactor: 'when-counted-write',
    });
    expect(Date.parse(waiting?.nextTryAt ?? '') - Date.now()).toBeGreaterThan(3_000);
    await dueNow();
    await deliverAll();
    expect(received.map(({ id }) => id)).toContain(ids[0]);
    expect(received).toHaveLength(2);
  });

  it('are tried again after a pause that begins when a slow delivery has failed', async () => {
    await happens(1);
    await reactor.step();
    let failedAt = 0;
    onDeliver = async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      failedAt = Date.now();
      throw new Error('The letter box is far away');
    };
    await deliverAll();
    const [waiting] = await outbox.undelivered(dataSource.manager);
    expect(Date.parse(waiting?.nextTryAt ?? '') - failedAt).toBeGreaterThan(4_800);
  });

  it('are given up after many tries, listed, and tried again when somebody says so', async () => {
    await happens(1);
    await reactor.step();
    onDeliver = failing;
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      await dueNow();
      await deliverAll();
    }
    const dead = await outbox.undelivered(dataSource.manager);
    expect(dead).toHaveLength(2);
    expect(dead[0]).toMatchObject({ status: 'dead', attempts: MAX_ATTEMPTS });
    expect(await outbox.counts(dataSource.manager)).toEqual({ waiting: 0, dead: 2 });
    await dueNow();
    expect(await delivery().step()).toBe('caught-up');

    onDeliver = async () => undefined;
    const [first, second] = dead.map(({ id }) => id);
    expect(await outbox.replay(dataSource.manager, [String(first)])).toEqual([first]);
    expect(await outbox.replay(dataSource.manager)).toEqual([second]);
    await deliverAll();
    expect(received).toHaveLength(2);
    expect(await outbox.replay(dataSource.manager)).toEqual([]);
  });

  it('count as failed when no answer comes, or nobody carries out their kind', async () => {
    await happens(1);
    await reactor.step();
    onDeliver = () => new Promise(() => undefined);
    await delivery().step();
    await delivery('telegram').step();
    expect((await outbox.undelivered(dataSource.manager)).map(({ lastFault }) => lastFault).sort()).toEqual([
      'No answer in 200 ms',
      'Nobody carries out letter',
    ]);
  });

  it('are carried out by one worker each, and by another when the first is killed', async () => {
    await happens(1);
    await reactor.step();
    let wake: () => void = () => undefined;
    const taken = new Promise<string>((take) => {
      onDeliver = async ({ id }) => {
        onDeliver = async () => undefined;
        take(id);
        await new Promise<void>((resolve) => (wake = resolve));
      };
    });
    const slow = new OutboxDelivery(dataSource, [
      { effect: 'letter', deliver: async (each) => onDeliver(each) },
    ]).step();
    const held = await taken;
    await deliverAll();
    expect(received.map(({ id }) => id)).not.toContain(held);
    expect(received).toHaveLength(1);
    await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
    await deliverAll();
    expect(received.map(({ id }) => id)).toContain(held);
    wake();
    await expect(slow).rejects.toThrow();
  });
});
