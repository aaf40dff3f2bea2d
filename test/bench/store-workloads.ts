import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { medianRates, type Patience, type Work } from './measure.js';
import { openPool } from './sides/open-pool.js';
import type { Side } from './sides/side.js';

/** What one workload came to, side by side. */
export interface StoreResult {
  readonly workload: string;
  readonly unit: string;
  /** Units a second by the name of the side; absent where a side cannot do it. */
  readonly rates: Readonly<Record<string, number>>;
}

export interface Bench {
  readonly sides: readonly Side[];
  readonly databaseOf: (side: Side) => string;
  readonly patience: Patience;
}

const STREAM_OF_FIFTY = 'bench-of-fifty';
const FIFTY = 50;
const PAGE = 500;

/** Runs all workloads, one after the other, and tells each result as soon as there is one. */
export async function storeWorkloads(bench: Bench, tell: (result: StoreResult) => void): Promise<void> {
  const { sides } = bench;
  const run = async (
    workload: string,
    unit: string,
    workers: number,
    workOf: (side: Side) => Work | undefined,
  ) => tell(await compared(bench, workload, unit, workers, workOf));

  for (const writers of [1, 8, 32]) {
    await run(`append 1 event, ${plural(writers, 'writer')}`, 'events/s', writers, (side) =>
      newStreams(side, 1),
    );
  }
  await run('append 5 events, 8 writers', 'events/s', 8, (side) => newStreams(side, 5));
  await onOneStream(bench, tell);

  for (const side of sides) await side.append(STREAM_OF_FIFTY, 0, FIFTY);
  await run(`read a stream of ${FIFTY}, 8 readers`, 'reads/s', 8, (side) => async () => {
    const events = await side.readStream(STREAM_OF_FIFTY);
    if (events !== FIFTY) throw new Error(`${side.name} read ${events} of ${FIFTY} events`);
    return 1;
  });
  await run(`catch up, pages of ${PAGE}`, 'events/s', 1, (side) => catchingUp(side));
  for (const side of sides) await createProjection(bench.databaseOf(side));
  const pools = new Map(sides.map((side) => [side, openPool(bench.databaseOf(side), { max: 1 })]));
  await run('catch up with a row per event', 'events/s', 1, (side) => projecting(side, pools.get(side)));
  for (const pool of pools.values()) await pool.end();
}

async function compared(
  { sides, patience }: Bench,
  workload: string,
  unit: string,
  workers: number,
  workOf: (side: Side) => Work | undefined,
): Promise<StoreResult> {
  const rates = await medianRates(sides.map(workOf), workers, patience);
  return { workload, unit, rates: named(sides, rates) };
}

function named(sides: readonly Side[], rates: readonly (number | undefined)[]): Record<string, number> {
  return Object.fromEntries(
    sides.flatMap(({ name }, index) => (rates[index] === undefined ? [] : [[name, rates[index]]])),
  );
}

/** Each append starts a stream of its own, so that what is measured is writing and not waiting for one another. */
function newStreams(side: Side, events: number): Work {
  return async () => {
    const { stored } = await side.append(`bench-${hex()}`, 0, events);
    if (!stored) throw new Error(`${side.name} found events in a new stream`);
    return events;
  };
}

/** Thirty-two writers that know nothing of one another append to one stream, and try again when another was faster. */
async function onOneStream(bench: Bench, tell: (result: StoreResult) => void): Promise<void> {
  const contests = bench.sides.map((side) => ({ side, stream: `bench-${hex()}`, stored: 0 }));
  const workOf = (side: Side): Work => {
    const contest = contests.find((each) => each.side === side)!;
    const known: number[] = [];
    return async (worker, turnIsOver) => {
      // A side on which thirty writers lose for each that wins would keep all others waiting for its last winner.
      while (!turnIsOver()) {
        const { stored, revision } = await side.append(contest.stream, known[worker] ?? 0, 1);
        known[worker] = revision;
        if (!stored) continue;
        contest.stored += 1;
        return 1;
      }
      return 0;
    };
  };
  const result = await compared(bench, 'append to one stream, 32 writers', 'events/s', 32, workOf);
  for (const { side, stream, stored } of contests) {
    const there = await side.readStream(stream);
    if (there !== stored) throw new Error(`${side.name} acknowledged ${stored} events and holds ${there}`);
  }
  tell(result);
}

/** Goes on from page to page, and from the end to the start again. */
function catchingUp(side: Side): Work | undefined {
  if (side.readAll === undefined) return undefined;
  const { readAll } = side;
  let after = 0n;
  return async () => {
    const page = await readAll(after, PAGE);
    after = page.count < PAGE ? 0n : page.last;
    return page.count;
  };
}

/** The same with what a read model does: a row per event, and rows and checkpoint in one transaction. */
function projecting(side: Side, pool: pg.Pool | undefined): Work | undefined {
  if (side.readAll === undefined || pool === undefined) return undefined;
  const { readAll } = side;
  let after = 0n;
  return async () => {
    const page = await readAll(after, PAGE);
    const rows = page.rows();
    after = page.count < PAGE ? 0n : page.last;
    await pool.query({
      name: 'project',
      text: `WITH moved AS (UPDATE bench_checkpoint SET place = $5)
        INSERT INTO bench_projection (place, stream, revision, amount_pence)
        SELECT * FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::bigint[])
        ON CONFLICT (place) DO UPDATE SET amount_pence = excluded.amount_pence`,
      values: [
        rows.map(({ place }) => place),
        rows.map(({ stream }) => stream),
        rows.map(({ revision }) => revision),
        rows.map(({ amountPence }) => amountPence),
        after,
      ],
    });
    return rows.length;
  };
}

async function createProjection(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE TABLE bench_projection (place bigint PRIMARY KEY, stream text NOT NULL,
      revision integer NOT NULL, amount_pence bigint NOT NULL);
    CREATE TABLE bench_checkpoint (place bigint NOT NULL);
    INSERT INTO bench_checkpoint VALUES (0)`);
  await client.end();
}

const hex = () => randomUUID().replaceAll('-', '');
const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
