import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { eventToStore, metadataBytes } from '../../../test/support/events-to-store.js';
import { closed, counted, counterCatalogue, opened } from '../../../test/support/counter-aggregate.js';
import { CounterTotal, counterTotals, CreateCounterTotal } from '../../../test/support/counter-totals.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { expectRebuildEqualsIncremental } from '../../../test/support/rebuild-equals-incremental.js';
import { storeEvents } from '../../../test/support/store-events.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import type { DomainEvent } from '../../kernel/event.js';
import { eventCatalogue } from '../../kernel/event-catalogue.js';
import { InMemoryEventStore } from '../event-store/in-memory/in-memory-event-store.js';
import { createDataSource } from '../persistence/data-source.js';
import { EventCatalogues, UnknownEventType } from './event-catalogues.js';
import type { SubjectProjection } from './projection.js';
import { projectionCheckpoints } from './projection-checkpoints.js';
import { ProjectionProgress } from './projection-progress.js';
import { ProjectionRunner } from './projection-runner.js';

const catalogues = new EventCatalogues([counterCatalogue]);

describe('A projection', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let store: InMemoryEventStore;
  let runner: ProjectionRunner;

  const runnerWith = (known: EventCatalogues, projection = counterTotals) =>
    new ProjectionRunner(projection, {
      store,
      dataSource,
      catalogues: known,
      migrations: [CreateCounterTotal],
    });
  const happens = (subject: string, ...events: readonly DomainEvent[]) =>
    storeEvents(store, catalogues, { stream: `sample-${subject}`, subject }, ...events);
  const totals = async (from: DataSource = dataSource) =>
    Object.fromEntries((await from.manager.find(CounterTotal)).map((row) => [row.subject, row.totalPence]));

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = createDataSource({ databaseUrl: database.url, poolSize: 6 }, [CounterTotal]);
    await dataSource.initialize();
    const queryRunner = dataSource.createQueryRunner();
    await new CreateCounterTotal().up(queryRunner);
    await queryRunner.release();
    store = new InMemoryEventStore(new TickingClock());
    runner = runnerWith(catalogues);
  });

  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  describe('following the store', () => {
    it('shows what each subject has come to, and again after more has happened', async () => {
      await happens('A', opened(5), counted(2));
      await happens('B', opened(1));
      await runner.catchUp();
      expect(await totals()).toEqual({ A: 7, B: 1 });
      await happens('A', counted(3));
      await runner.catchUp();
      expect(await totals()).toEqual({ A: 10, B: 1 });
    });

    it('folds the streams of a subject together, in the order in which their events were recorded', async () => {
      const stream = (name: string) => ({ stream: name, subject: 'A' });
      await storeEvents(store, catalogues, stream('zulu'), opened(1));
      await storeEvents(store, catalogues, stream('alpha'), opened(2));
      await runner.catchUp();
      await storeEvents(store, catalogues, stream('zulu'), closed);
      await storeEvents(store, catalogues, stream('alpha'), counted(4));
      await runner.catchUp();
      expect(await dataSource.manager.find(CounterTotal)).toEqual([
        { subject: 'A', totalPence: 7, story: 'opened opened closed counted' },
      ]);
    });

    it('leaves what is recorded after its batch to the next one', async () => {
      await happens('A', opened(1));
      const readStreams = store.readStreams.bind(store);
      store.readStreams = async (streams) => {
        if ((await store.head()).commit === 1n) {
          await store.append('sample-A', 1, [eventToStore({ metadata: metadataBytes('A') })]);
        }
        return readStreams(streams);
      };
      await runner.step();
      expect(await totals()).toEqual({ A: 1 });
      await runner.step();
      expect(await totals()).toEqual({ A: 2 });
    });

    it('folds a subject once for all of its events that wait, though those of others lie between them', async () => {
      const folded: string[] = [];
      const project: SubjectProjection['project'] = (history) => {
        folded.push(history.subject);
        return counterTotals.project(history);
      };
      const counting = runnerWith(catalogues, { ...counterTotals, project });
      const rounds = 25;
      for (let round = 0; round < rounds; round += 1) {
        for (let number = 0; number < 60; number += 1) await happens(`S${number}`, counted(1));
      }
      await counting.catchUp();
      expect(folded).toHaveLength(60);
      expect(new Set(Object.values(await totals()))).toEqual(new Set([rounds]));
    });

    it('gives up a batch when it is to stop: nothing of it shows, and whoever goes on shows all of it', async () => {
      const subjects = Array.from({ length: 250 }, (_, number) => `S${number}`);
      for (const subject of subjects) await happens(subject, opened(1));
      const stopping = new AbortController();
      let folded = 0;
      const project: SubjectProjection['project'] = (history) => {
        folded += 1;
        if (folded === 120) stopping.abort();
        return counterTotals.project(history);
      };
      const stopped = runnerWith(catalogues, { ...counterTotals, project });
      await expect(stopped.step(stopping.signal)).rejects.toMatchObject({ name: 'AbortError' });
      expect(folded).toBe(200);
      expect(await totals()).toEqual({});
      await runner.catchUp();
      expect(Object.keys(await totals())).toHaveLength(250);
    });

    it('is run by several workers without disturbing each other', async () => {
      for (let number = 0; number < 30; number += 1)
        await happens(`S${number}`, opened(number === 13 ? 0 : number));
      const workers = Array.from({ length: 4 }, () => runnerWith(catalogues));
      await Promise.all(workers.map((worker) => worker.catchUp()));
      await runner.catchUp();
      expect(Object.keys(await totals())).toHaveLength(30);
    });

    it('gives the same rows in steps, in one go, and rebuilt', async () => {
      const about = (subject: string, event: DomainEvent) => ({
        stream: `sample-${subject}`,
        subject,
        event,
      });
      await expectRebuildEqualsIncremental(dataSource, counterTotals, catalogues, [
        about('A', opened(1)),
        about('B', opened(2)),
        about('A', counted(3)),
        about('B', closed),
        about('C', opened(4)),
        about('A', closed),
      ]);
    });
  });

  describe('meeting an event that this version does not know', () => {
    const fromLater = eventToStore({ type: 'sample.doubled', metadata: metadataBytes('B') });

    it('stops before it, and goes on when the version does', async () => {
      await happens('A', opened(5));
      await runner.catchUp();
      await store.append('sample-B', 0, [fromLater]);
      await happens('A', counted(1));
      await expect(runner.step()).rejects.toThrow(UnknownEventType);
      expect(await totals()).toEqual({ A: 5 });
      expect(await runner.parked()).toEqual([]);

      const later = new EventCatalogues([
        counterCatalogue,
        eventCatalogue({ 'sample.doubled': (value: unknown) => value as object }),
      ]);
      await runnerWith(later).step();
      expect(await totals()).toMatchObject({ A: 6 });
    });

    it('applies what comes before it first, and names its stream and position', async () => {
      await happens('A', opened(5));
      await store.append('sample-B', 0, [fromLater]);
      await happens('A', counted(1));
      await expect(runner.catchUp()).rejects.toThrow(
        'sample.doubled (stream sample-B, revision 1, position 2) is not an event that this version knows',
      );
      expect(await totals()).toEqual({ A: 5 });
    });

    it('passes over one of a kind that it does not read', async () => {
      await store.append('other-1', 0, [eventToStore({ type: 'other.thing' })]);
      await happens('A', opened(5));
      await runner.catchUp();
      expect(await totals()).toEqual({ A: 5 });
    });

    it('keeps the old rows when a rebuild meets it', async () => {
      await happens('A', opened(5));
      await runner.catchUp();
      await store.append('sample-B', 0, [fromLater]);
      await expect(runner.rebuild()).rejects.toThrow(UnknownEventType);
      expect(await totals()).toEqual({ A: 5 });
    });

    it('stops at one of a new stream that does not say whom it is about', async () => {
      await store.append('sample-B', 0, [eventToStore({ metadata: Buffer.from('{}') })]);
      await expect(runner.step()).rejects.toThrow(
        'The history of sample-B is broken at revision 1: its metadata cannot be read (position 1)',
      );
    });

    it('says why it stops though the reason repeats bytes that are zeros', async () => {
      await happens('A', opened(1));
      await runner.catchUp();
      await runner.recordStop("Unexpected token '\0'");
      expect(await projectionCheckpoints.find(dataSource.manager, 'counter-totals')).toMatchObject({
        stoppedBecause: "Unexpected token '\ufffd'",
      });
    });
  });

  describe('meeting a history that it cannot show', () => {
    it('parks the subject with its old rows, from then on, and goes on with the others', async () => {
      await happens('A', opened(12));
      await runner.catchUp();
      await happens('A', counted(1));
      await happens('B', opened(1));
      await runner.catchUp();
      await happens('A', counted(1));
      await runner.catchUp();
      expect(await totals()).toEqual({ A: 12, B: 1 });
      expect(await runner.parked()).toEqual([
        { projection: 'counter-totals', subject: 'A', reason: '13 brings bad luck', sincePosition: '2' },
      ]);
    });

    it('shows the subject after a retry that succeeds, and keeps it parked after one that fails', async () => {
      await happens('A', opened(13));
      await runner.catchUp();
      expect(await runner.retry()).toHaveLength(1);
      expect(await runner.parked()).toMatchObject([{ sincePosition: '1' }]);
      await happens('A', counted(1));
      // Not yet followed: a retry shows no more than the checkpoint.
      expect(await runner.retry()).toHaveLength(1);
      await runner.catchUp();
      expect(await runner.retry()).toEqual([]);
      expect(await totals()).toEqual({ A: 14 });
    });

    it('parks a subject whose events cannot be decoded', async () => {
      await store.append('sample-A', 0, [
        eventToStore({ data: Buffer.from('{"by":"one"}'), metadata: metadataBytes('A') }),
      ]);
      await happens('B', opened(1));
      await runner.catchUp();
      expect(await runner.parked()).toMatchObject([
        { subject: 'A', reason: expect.stringMatching(/cannot be read/) },
      ]);
      expect(await totals()).toEqual({ B: 1 });
    });

    it('parks the subjects of a stream whose next event does not say whom it is about', async () => {
      await happens('A', opened(1));
      await happens('B', opened(1));
      await store.append('sample-A', 1, [eventToStore({ metadata: Buffer.from('{}') })]);
      await happens('B', counted(1));
      await runner.catchUp();
      expect(await totals()).toEqual({ A: 1, B: 2 });
      const parked = [
        {
          projection: 'counter-totals',
          subject: 'A',
          reason: expect.stringMatching(/^The history of sample-A is broken at revision 2: .*\(position 3\)/),
          sincePosition: '3',
        },
      ];
      expect(await runner.parked()).toEqual(parked);
      expect(await runner.retry()).toEqual(parked);
      await runner.rebuild();
      expect(await totals()).toEqual({ B: 2 });
      expect(await runner.parked()).toMatchObject([{ subject: 'A', sincePosition: '3' }]);
    });

    it('parks the subjects of an event whose bytes are zeros, with a sign in their place in the reason', async () => {
      await happens('A', opened(1));
      await store.append('sample-A', 1, [eventToStore({ metadata: Buffer.alloc(8) })]);
      await happens('B', opened(1));
      await runner.catchUp();
      expect(await totals()).toEqual({ A: 1, B: 1 });
      expect(await runner.parked()).toMatchObject([
        { subject: 'A', reason: expect.stringContaining("Unexpected token '\ufffd'"), sincePosition: '2' },
      ]);
    });

    it('parks a subject one of whose streams has a hole', async () => {
      const readStreams = store.readStreams.bind(store);
      store.readStreams = async (streams) =>
        (await readStreams(streams)).filter(({ position }) => position.commit !== 2n);
      await happens('A', opened(1), counted(1), counted(1));
      await happens('B', opened(1));
      await runner.catchUp();
      expect(await totals()).toEqual({ B: 1 });
      expect(await runner.parked()).toMatchObject([
        {
          subject: 'A',
          reason:
            'The history of sample-A is broken at revision 3: revision 2 was expected at position 3: an event is missing',
        },
      ]);
    });

    it('parks a subject whose rows the database refuses', async () => {
      await happens('A', opened(1000));
      await happens('B', opened(1));
      await runner.catchUp();
      expect(await runner.parked()).toMatchObject([
        { subject: 'A', reason: expect.stringMatching(/check constraint/) },
      ]);
      expect(await totals()).toEqual({ B: 1 });
    });
  });

  describe('that has lost its lock', () => {
    it('cannot commit, and another worker takes over from the checkpoint', async () => {
      await happens('A', opened(5));
      const readStreams = store.readStreams.bind(store);
      const asleep = new Promise<() => void>((fellAsleep) => {
        store.readStreams = async (streams) => {
          store.readStreams = readStreams;
          await new Promise<void>((wake) => fellAsleep(wake));
          return readStreams(streams);
        };
      });
      const deposed = runner.step();
      const wake = await asleep;
      // Its connection is the one that holds the checkpoint. Databases of other specs have tables of the same number.
      const [{ terminated } = { terminated: '0' }] = await dataSource.query<{ terminated: string }[]>(
        `SELECT count(pg_terminate_backend(pid)) AS terminated FROM pg_locks
         WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND relation = 'projection_checkpoint'::regclass AND mode = 'RowShareLock' AND pid <> pg_backend_pid()`,
      );
      expect(terminated).toBe('1');
      await happens('A', counted(1));
      await runnerWith(catalogues).catchUp();
      expect(await totals()).toEqual({ A: 6 });
      await dataSource.query(`UPDATE counter_total SET story = 'of the second worker'`);
      wake();
      await expect(deposed).rejects.toThrow();
      expect(await dataSource.manager.find(CounterTotal)).toEqual([
        { subject: 'A', totalPence: 6, story: 'of the second worker' },
      ]);
      expect(await runner.step()).toBe('caught-up');
    });
  });

  describe('on a store that ends before its checkpoint', () => {
    it('refuses to go on and names both positions', async () => {
      await happens('A', opened(5), counted(1));
      await runner.catchUp();
      const older = new InMemoryEventStore(new TickingClock());
      await storeEvents(older, catalogues, { stream: 'sample-A', subject: 'A' }, opened(5));
      const astray = new ProjectionRunner(counterTotals, {
        store: older,
        dataSource,
        catalogues,
        migrations: [CreateCounterTotal],
      });
      await expect(astray.step()).rejects.toThrow(
        'counter-totals stands at position 2, but the store ends at 1: the store has lost events',
      );
      expect(await totals()).toEqual({ A: 6 });
      // The operator decides that the store is right.
      await astray.rebuild();
      expect(await totals()).toEqual({ A: 5 });
      expect(await astray.step()).toBe('caught-up');
    });
  });

  describe('being rebuilt', () => {
    it('shows the old rows to readers until all new ones are there, and says how far it is', async () => {
      await happens('A', opened(5), counted(1));
      await happens('B', opened(2));
      await runner.catchUp();
      await dataSource.query(`UPDATE counter_total SET total_pence = 999`);
      const reader = await createDataSource({ databaseUrl: database.url, poolSize: 1 }, [
        CounterTotal,
      ]).initialize();
      const seen: object[] = [];
      const readStreams = store.readStreams.bind(store);
      store.readStreams = async (streams) => {
        seen.push(await totals(reader));
        return readStreams(streams);
      };
      const told: string[] = [];
      await runner.rebuild((done, total, phase) => told.push(`${phase}: ${done} of ${total}`));
      expect(told).toEqual(['fold: 0 of 3', 'fold: 3 of 3', 'follow: 3 of 3']);
      expect(seen).toEqual([{ A: 999, B: 999 }]);
      expect(await totals(reader)).toEqual({ A: 6, B: 2 });
      await reader.destroy();
    });

    it('makes the tables again when somebody dropped them', async () => {
      await happens('A', opened(5));
      await runner.catchUp();
      await dataSource.query(`DROP TABLE counter_total`);
      await runner.rebuild();
      expect(await totals()).toEqual({ A: 5 });
    });

    it('lets parked subjects try again', async () => {
      await happens('A', opened(13));
      await happens('B', opened(13));
      await runner.catchUp();
      await happens('A', counted(1));
      await runner.rebuild();
      expect(await totals()).toEqual({ A: 14 });
      expect(await runner.parked()).toMatchObject([{ subject: 'B' }]);
    });

    it('works before the projection has ever run', async () => {
      await happens('A', opened(5));
      await runner.rebuild();
      expect(await totals()).toEqual({ A: 5 });
    });
  });

  describe('asked how far it has come', () => {
    it('has reached a position when its rows show it', async () => {
      const progress = new ProjectionProgress(dataSource, ['counter-totals']);
      expect(await progress.hasReached('0')).toBe(true);
      await happens('A', opened(5), counted(1));
      expect(await progress.hasReached('2')).toBe(false);
      expect(await progress.waitFor('2', 30)).toBe(false);
      const waiting = progress.waitFor('2', 10_000);
      await runner.catchUp();
      expect(await waiting).toBe(true);
      expect(await progress.hasReached('2', ['counter-totals', 'another'])).toBe(false);
      expect(await progress.hasReached('3')).toBe(false);
    });
  });
});
