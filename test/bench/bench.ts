import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import type { RouteResult } from './http/load.js';
import { measurePages } from './http/measure-pages.js';
import { measureProduct } from './http/measure-product.js';
import { ALL_READ_MODELS, rebuildRates, type RebuildRate } from './rebuild-rates.js';
import { header, line, rebuildLine, routeLine, tailingLine } from './report.js';
import { createDatabase, openSides } from './sides/open-sides.js';
import { storeWorkloads, type StoreResult } from './store-workloads.js';
import { tail, type Tailing } from './tailing.js';
import {
  httpTargets,
  pageTargets,
  rebuildTargets,
  storeTargets,
  targetTable,
  type Target,
} from './targets.js';

// All sides take turns on one embedded PostgreSQL that waits for the disk, with pools of the same size. Only ratios within one
// run mean anything: the machine is the same for all. This process is the client of all: package.json starts it with room for its
// garbage, so that the times of answers are the server's and not those of collections here.

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    // One part alone, or several: each is measured by itself.
    only: { type: 'string', multiple: true, default: [] },
  },
});
const PARTS = ['store', 'http', 'pages', 'rebuild'] as const;
const isWanted = (part: (typeof PARTS)[number]) => options.only.length === 0 || options.only.includes(part);
const unknown = options.only.find((part) => !PARTS.some((each) => each === part));
if (unknown !== undefined) {
  console.error(`--only ${unknown}: there is no such part; there are ${PARTS.join(', ')}`);
  process.exit(2);
}
const patience = options.quick ? { rounds: 3, seconds: 0.2 } : { rounds: 9, seconds: 1 };
const httpPatience = options.quick
  ? { seconds: 0.75, rounds: 2, cases: 100 }
  : { seconds: 3, rounds: 5, cases: 1000 };

const pagesPatience = options.quick ? { seconds: 3, cases: 200 } : { seconds: 30, cases: 5_000 };

// A row for each event, and the one with most to work out.
const QUICK_READ_MODELS = ['history', 'bridging-recharge'];

const folder = await mkdtemp(join(tmpdir(), 'handover-bench-'));
const postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: true });
const results = {
  machine: machine(),
  store: [] as StoreResult[],
  tailing: [] as Tailing[],
  http: [] as RouteResult[],
  pages: [] as RouteResult[],
  rebuilds: [] as RebuildRate[],
  targets: [] as Target[],
};
try {
  console.log(results.machine);
  if (isWanted('store')) await compareStores();
  if (isWanted('http')) {
    await measureProduct(await createDatabase(postgres, 'bench_product'), httpPatience, (result) => {
      results.http.push(result);
      console.log(routeLine(result));
    });
  }
  if (isWanted('pages')) {
    await measurePages(await createDatabase(postgres, 'bench_pages'), pagesPatience, (result) => {
      results.pages.push(result);
      console.log(routeLine(result));
    });
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
// On a database of its own, with no other work on the machine.
const sizes = options.quick ? [10_000] : [100_000, 1_000_000];
for (const events of isWanted('rebuild') ? sizes : []) {
  await rebuildRates(events, options.quick ? QUICK_READ_MODELS : ALL_READ_MODELS, (rate) => {
    results.rebuilds.push(rate);
    console.log(rebuildLine(rate));
  });
}
results.targets.push(
  ...(isWanted('store') ? storeTargets(results.store, results.tailing) : []),
  ...(isWanted('http') ? httpTargets(results.http) : []),
  ...(isWanted('pages') ? pageTargets(results.pages) : []),
  ...(isWanted('rebuild') ? rebuildTargets(results.rebuilds) : []),
);
console.log(targetTable(results.targets));
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);

async function compareStores(): Promise<void> {
  const { sides, databaseOf, absent, close } = await openSides(postgres);
  for (const { name, because } of absent) console.log(`${name} takes no part: ${because}`);
  const names = sides.map(({ name }) => name);
  const floor = names[1] ?? '';
  console.log(header(names));
  try {
    await storeWorkloads({ sides, databaseOf, patience }, (result) => {
      results.store.push(result);
      console.log(line(result, names, floor));
    });
    for (const side of sides) {
      if (side.readAll === undefined) continue;
      const tailing = await tail(side, side.readAll, options.quick ? 1 : 10);
      results.tailing.push(tailing);
      console.log(tailingLine(tailing));
    }
  } finally {
    await close();
  }
}

function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, PostgreSQL 18 with fsync`;
}
