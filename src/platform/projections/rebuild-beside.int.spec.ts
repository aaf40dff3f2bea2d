import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { counted, counterCatalogue, opened } from '../../../test/support/counter-aggregate.js';
import { CounterTotal, counterTotals, CreateCounterTotal } from '../../../test/support/counter-totals.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { storeEvents } from '../../../test/support/store-events.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import type { DomainEvent } from '../../kernel/event.js';
import { pence } from '../../kernel/pence.js';
import { InMemoryEventStore } from '../event-store/in-memory/in-memory-event-store.js';
import { createDataSource } from '../persistence/data-source.js';
import { EventCatalogues } from './event-catalogues.js';
import type { SubjectProjection } from './projection.js';
import { ProjectionRunner } from './projection-runner.js';
import { RebuildBeside } from './rebuild-beside.js';

const catalogues = new EventCatalogues([counterCatalogue]);

/** A later version of the read model, which counts each amount twice. */
const doubled: SubjectProjection = {
  ...counterTotals,
  project: (history) =>
    counterTotals.project(history).map(({ table, rows }) => ({
      table,
      rows: rows.map((row) => ({ ...row, totalPence: pence(2 * Number(row['totalPence'])) })),
    })),
};

describe('A read model that is built beside the one that serves', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let store: InMemoryEventStore;

  const options = () => ({ store, dataSource, catalogues, migrations: [CreateCounterTotal] });
  const runnerOf = (projection: SubjectProjection) => new ProjectionRunner(projection, options());
  const happens = (subject: string, ...events: readonly DomainEvent[]) =>
    storeEvents(store, catalogues, { stream: `sample-${subject}`, subject }, ...events);
  const totals = async () =>
    Object.fromEntries(
      (await dataSource.manager.find(CounterTotal, { order: { subject: 'ASC' } })).map((row) => [
        row.subject,
        row.totalPence,
      ]),
    );
  /** The tables of rebuilds, and how far rebuilds have come: nothing when none is under way. */
  const leftOver = async () => {
    const tables = await dataSource.query<object[]>(
      `SELECT tablename FROM pg_tables WHERE schemaname IN ('read_model_next', 'read_model_dry_run')`,
    );
    const records = await dataSource.query<object[]>(`SELECT name FROM projection_rebuild`);
    const parked = await dataSource.query<object[]>(
      `SELECT subject FROM projection_parked WHERE projection LIKE '%+%'`,
    );
    return [...tables, ...records, ...parked];
  };
  /** Rebuilds, and has something happen when all rows are folded and the swap is about to come. */
  const rebuildDuring = async (projection: SubjectProjection, happening: () => Promise<unknown>) => {
    const beside = new RebuildBeside(projection, 'swap', options());
    await beside.begin(await store.head());
    await beside.build(() => undefined);
    await happening();
    await beside.follow();
    await beside.swap();
  };
  /** Makes the n-th reading of streams from now on fail, as a kill would. */
  const killAtReading = (number: number) => {
    const readStreams = store.readStreams.bind(store);
    let reading = 0;
    store.readStreams = async (streams) => {
      reading += 1;
      if (reading === number) throw new Error('killed');
      return readStreams(streams);
    };
    return () => reading;
  };

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = createDataSource({ databaseUrl: database.url, poolSize: 6 }, [CounterTotal]);
    await dataSource.initialize();
    const queryRunner = dataSource.createQueryRunner();
    await new CreateCounterTotal().up(queryRunner);
    await queryRunner.query(`CREATE INDEX counter_total_by_total ON counter_total (total_pence)`);
    await queryRunner.release();
    store = new InMemoryEventStore(new TickingClock());
  });

  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('goes on where it was killed, and folds no subject twice', async () => {
    for (let number = 0; number < 250; number += 1) await happens(`S${1000 + number}`, opened(1));
    await runnerOf(counterTotals).catchUp();
    killAtReading(3);
    await expect(runnerOf(doubled).rebuild()).rejects.toThrow('killed');
    expect(new Set(Object.values(await totals()))).toEqual(new Set([1]));
    const told: string[] = [];
    const readings = killAtReading(Infinity);
    await runnerOf(doubled).rebuild((done, total, phase) => told.push(`${phase}: ${done} of ${total}`));
    // Two pages of 100 subjects were there already; the third is read, and nothing is scanned again.
    expect(told).toEqual(['fold: 250 of 250', 'follow: 250 of 250']);
    expect(readings()).toBe(1);
    expect(Object.values(await totals())).toEqual(Array(250).fill(2));
    expect(await leftOver()).toEqual([]);
  });

  it('shows what was recorded while it was built, and is never behind the one before it', async () => {
    await happens('A', opened(1));
    await happens('B', opened(2));
    const live = runnerOf(counterTotals);
    await live.catchUp();
    const readStreams = store.readStreams.bind(store);
    let told = false;
    store.readStreams = async (streams) => {
      if (!told) {
        told = true;
        await happens('A', counted(1));
        await happens('C', opened(5));
        // The old version goes on serving and following meanwhile.
        await live.catchUp();
        expect(await totals()).toEqual({ A: 2, B: 2, C: 5 });
      }
      return readStreams(streams);
    };
    await runnerOf(doubled).rebuild();
    expect(await totals()).toEqual({ A: 4, B: 4, C: 10 });
  });

  it('leaves indexes, grants and names of the tables as they were', async () => {
    const shape = async () => ({
      indexes: await dataSource.query<object[]>(
        `SELECT indexdef FROM pg_indexes WHERE tablename = 'counter_total' ORDER BY 1`,
      ),
      constraints: await dataSource.query<object[]>(
        `SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
         WHERE conrelid = 'counter_total'::regclass ORDER BY 1`,
      ),
      grants: await dataSource.query<object[]>(
        `SELECT relacl::text[] FROM pg_class WHERE oid = 'counter_total'::regclass`,
      ),
    });
    await dataSource.query(`GRANT SELECT ON counter_total TO PUBLIC`);
    await happens('A', opened(1));
    await runnerOf(counterTotals).catchUp();
    const before = await shape();
    await runnerOf(counterTotals).rebuild();
    expect(await shape()).toEqual(before);
  });

  it('waits for who reads the old tables, and takes their place when they have done', async () => {
    await happens('A', opened(1));
    await runnerOf(counterTotals).catchUp();
    const reader = dataSource.createQueryRunner();
    await reader.startTransaction();
    await reader.query(`SELECT * FROM counter_total`);
    const rebuilding = runnerOf(doubled).rebuild();
    setTimeout(() => void reader.commitTransaction(), 1_500);
    await rebuilding;
    await reader.release();
    expect(await totals()).toEqual({ A: 2 });
  });

  it('begins again when the tables have another shape than when it began', async () => {
    await happens('A', opened(1));
    killAtReading(1);
    await expect(runnerOf(counterTotals).rebuild()).rejects.toThrow('killed');
    await dataSource.query(`ALTER TABLE counter_total ADD COLUMN remark text`);
    await runnerOf(counterTotals).rebuild();
    expect(await dataSource.query(`SELECT * FROM counter_total`)).toEqual([
      { subject: 'A', total_pence: '1', story: 'opened', remark: null },
    ]);
  });

  describe('whose rows were folded from something else before it was killed', () => {
    const begunBy = async (projection: SubjectProjection) => {
      for (let number = 0; number < 150; number += 1) await happens(`S${1000 + number}`, opened(1));
      await runnerOf(counterTotals).catchUp();
      killAtReading(2);
      await expect(runnerOf(projection).rebuild()).rejects.toThrow('killed');
      killAtReading(Infinity);
    };
    const byList = (list: string): SubjectProjection => ({ ...doubled, goesBy: () => list });

    it.each([
      ['by another list', { ...counterTotals, goesBy: () => 'the old list' }, byList('the new list')],
      ['by no list', counterTotals, byList('the new list')],
      ['from fewer kinds of events', counterTotals, { ...doubled, reads: ['sample.', 'elsewhere.'] }],
    ])('begins again: %s', async (_, before, after) => {
      await begunBy(before);
      await runnerOf(after).rebuild();
      expect(Object.values(await totals())).toEqual(Array(150).fill(2));
      expect(await leftOver()).toEqual([]);
    });

    it('begins again: by other code', async () => {
      await begunBy(counterTotals);
      await dataSource.query(`UPDATE projection_rebuild SET folded_from = 'what older code gave'`);
      await runnerOf(doubled).rebuild();
      expect(Object.values(await totals())).toEqual(Array(150).fill(2));
    });

    it('stops the one that began before when that is still running', async () => {
      await happens('A', opened(1));
      await runnerOf(counterTotals).catchUp();
      const older = new RebuildBeside(counterTotals, 'swap', options());
      await older.begin(await store.head());
      await older.build(() => undefined);
      const newer = new RebuildBeside(byList('the new list'), 'swap', options());
      await newer.begin(await store.head());
      await expect(older.swap()).rejects.toThrow(
        'The rebuild of counter-totals was begun anew by another version, or by another list',
      );
      await newer.build(() => undefined);
      await newer.swap();
      expect(await totals()).toEqual({ A: 2 });
    });
  });

  it.each([
    ['a column', `ALTER TABLE counter_total ADD COLUMN remark text`, { columns: 4 }],
    ['an index', `CREATE INDEX counter_total_by_story ON counter_total (story)`, { indexes: 3 }],
    ['who sees what', `ALTER TABLE counter_total ENABLE ROW LEVEL SECURITY`, { guarded: true }],
    ['a policy', `CREATE POLICY all_of_it ON counter_total USING (true)`, { policies: 1 }],
    ['a grant', `GRANT SELECT ON counter_total TO PUBLIC`, { open: true }],
    ['a check', `ALTER TABLE counter_total ADD CHECK (story <> '')`, { checks: 2 }],
  ])('refuses to take away %s that a migration added meanwhile, and begins again', async (_, added, kept) => {
    const has = async () => {
      const [row] = await dataSource.query<object[]>(
        `SELECT relnatts::int AS columns, relrowsecurity AS guarded, relacl::text LIKE '%,=r/%' AS open,
           (SELECT count(*)::int FROM pg_index WHERE indrelid = pg_class.oid) AS indexes,
           (SELECT count(*)::int FROM pg_policy WHERE polrelid = pg_class.oid) AS policies,
           (SELECT count(*)::int FROM pg_constraint WHERE conrelid = pg_class.oid AND contype = 'c') AS checks
         FROM pg_class WHERE oid = 'counter_total'::regclass`,
      );
      return row;
    };
    await happens('A', opened(1));
    await runnerOf(counterTotals).catchUp();
    await expect(rebuildDuring(doubled, () => dataSource.query(added))).rejects.toThrow(
      /^The tables of counter-totals have changed since .* run the rebuild again$/,
    );
    expect(await has()).toMatchObject(kept);
    expect(await totals()).toEqual({ A: 1 });
    await runnerOf(doubled).rebuild();
    expect(await has()).toMatchObject(kept);
    expect(await totals()).toEqual({ A: 2 });
    expect(await leftOver()).toEqual([]);
  });

  describe('only to compare', () => {
    it('tells the figures that would change, summed up and one by one, and changes nothing', async () => {
      await happens('A', opened(5));
      await happens('B', opened(7));
      await happens('C', opened(0));
      await runnerOf(counterTotals).catchUp();
      // Not yet followed: the comparison is of the moment at which the old rows stand.
      await happens('A', counted(100));
      expect(await runnerOf(doubled).wouldChange()).toEqual({
        projection: 'counter-totals',
        rowsAdded: 0,
        rowsRemoved: 0,
        columns: [{ table: 'counter_total', column: 'total_pence', rows: 2, before: '12', after: '24' }],
        values: [
          { table: 'counter_total', subject: 'A', row: 'A', column: 'total_pence', before: '5', after: '10' },
          { table: 'counter_total', subject: 'B', row: 'B', column: 'total_pence', before: '7', after: '14' },
        ],
      });
      expect(await totals()).toEqual({ A: 5, B: 7, C: 0 });
      expect(await leftOver()).toEqual([]);
    });

    it('finds rows that are missing and rows that should not be there', async () => {
      await happens('A', opened(5));
      await happens('B', opened(7));
      await runnerOf(counterTotals).catchUp();
      await dataSource.query(`UPDATE counter_total SET subject = 'Z' WHERE subject = 'A'`);
      expect(await runnerOf(counterTotals).wouldChange()).toMatchObject({
        rowsAdded: 1,
        rowsRemoved: 1,
        columns: [],
        values: [
          { subject: 'A', before: null, after: '5' },
          { subject: 'Z', before: '5', after: null },
        ],
      });
    });

    it('drops what it made when it fails, and leaves a rebuild that is under way alone', async () => {
      await happens('A', opened(5));
      await runnerOf(counterTotals).catchUp();
      killAtReading(1);
      await expect(runnerOf(counterTotals).rebuild()).rejects.toThrow('killed');
      const underWay = await leftOver();
      killAtReading(1);
      await expect(runnerOf(counterTotals).wouldChange()).rejects.toThrow('killed');
      expect(await leftOver()).toEqual(underWay);
    });
  });
});
