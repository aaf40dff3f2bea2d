import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allCatalogues, allEntities, allProjections } from '../../src/app/composition.js';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { PostgresEventStore } from '../../src/platform/event-store/postgres/postgres-event-store.js';
import { createDataSource } from '../../src/platform/persistence/data-source.js';
import { migrate } from '../../src/platform/persistence/migrate.js';
import { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import { Projections } from '../../src/platform/projections/projections.js';
import { loadSyntheticCases } from './load-synthetic-cases.js';
import { MemoryWatch } from './memory-watch.js';

// How many events a second a read model is rebuilt from, at sizes of the store that lie far apart, and how much memory that
// takes. The rate counts every event of the store, whether the read model shows something of it or not.

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    projections: { type: 'string', default: allProjections.map(({ name }) => name).join(',') },
    json: { type: 'string' },
  },
});
const sizes = options.events.split(',').map(Number);
const names = options.projections.split(',');

const results: object[] = [];
for (const events of sizes) results.push(...(await ratesAt(events)));
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);

async function ratesAt(events: number): Promise<readonly object[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-rebuild-'));
  const postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: true });
  const settings = { databaseUrl: postgres.databaseUrl(), poolSize: 3 };
  try {
    await migrate(settings.databaseUrl);
    await loadSyntheticCases(settings.databaseUrl, events);
    const store = PostgresEventStore.connect(settings);
    const dataSource = await createDataSource(settings, allEntities).initialize();
    const projections = new Projections(
      allProjections,
      new EventCatalogues(allCatalogues),
      store,
      dataSource,
    );
    const rates: object[] = [];
    for (const name of names) {
      const memory = new MemoryWatch();
      const start = performance.now();
      await projections.rebuild(name);
      const seconds = (performance.now() - start) / 1000;
      const { firstMiB, peakMiB } = memory.stop();
      const rate = Math.round(events / seconds);
      console.log(
        `${name.padEnd(22)} ${String(events).padStart(8)} events ${String(rate).padStart(7)} events/s   ` +
          `memory ${firstMiB} MiB after a tenth, at most ${peakMiB} MiB`,
      );
      rates.push({ name, events, rate, firstMiB, peakMiB });
    }
    await dataSource.destroy();
    await store.close();
    return rates;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
