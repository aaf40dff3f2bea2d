import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { migrate } from '../../src/platform/persistence/migrate.js';
import { appendWorkloads } from './append.workloads.js';
import { inRounds, type Comparison } from './comparison.js';
import { Floor } from './floor.js';
import { Product } from './product.js';
import { readWorkloads } from './read.workloads.js';

// The product and the floor (one INSERT per transaction, one plain SELECT) take turns on one embedded PostgreSQL that waits
// for the disk, with pools of the same size. Only ratios within one run mean anything: the machine is the same for both.

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const rounds = options.quick ? 3 : 5;
const seconds = options.quick ? 1 : 4;

const folder = await mkdtemp(join(tmpdir(), 'handover-bench-'));
const postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: true });
const databaseUrl = postgres.databaseUrl();
await migrate(databaseUrl);
const product = Product.connect(databaseUrl);
const floor = await Floor.connect(databaseUrl);

try {
  const results: Comparison[] = [];
  for (const workload of [...appendWorkloads, ...(await readWorkloads(product, floor))]) {
    const result = await inRounds(workload, { product, floor, rounds, seconds });
    results.push(result);
    console.log(line(result));
  }
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await Promise.all([product.close(), floor.close()]);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function line({ name, product: ours, floor: theirs, ratio, unit }: Comparison): string {
  const rate = (value: number) => value.toFixed(0).padStart(8);
  return `${name.padEnd(46)} ${rate(ours)} ${unit}   floor ${rate(theirs)} ${unit}   ratio ${ratio.toFixed(2)}`;
}
