// Rebuilds one read model with the compiled product and nothing else in the process, as an operator does, and says how long it
// took and what the process held: `node rebuild-built.mjs DATABASE_URL NAME`. What compiles the bench takes a hundred MiB.
import { performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import { clearInterval, setInterval } from 'node:timers';

const EVERY_MS = 100;
const MIB = 1024 * 1024;

const [databaseUrl, name] = process.argv.slice(2);
const { allCatalogues, allEntities, allProjections } = await built('app/composition.js');
const { PostgresEventStore } = await built('platform/event-store/postgres/postgres-event-store.js');
const { createDataSource } = await built('platform/persistence/data-source.js');
const { EventCatalogues } = await built('platform/projections/event-catalogues.js');
const { Projections } = await built('platform/projections/projections.js');

const settings = { databaseUrl, poolSize: 3 };
const store = PostgresEventStore.connect(settings);
const dataSource = await createDataSource(settings, allEntities).initialize();
const projections = new Projections(allProjections, new EventCatalogues(allCatalogues), store, dataSource);

const samples = [];
const timer = setInterval(() => samples.push(memoryUsage.rss()), EVERY_MS);
const start = performance.now();
await projections.rebuild(name);
const seconds = (performance.now() - start) / 1000;
clearInterval(timer);
samples.push(memoryUsage.rss());
const tenth = samples.slice(0, Math.ceil(samples.length / 10));
console.log(JSON.stringify({ seconds, firstMiB: most(tenth), peakMiB: most(samples) }));
await dataSource.destroy();
await store.close();

function built(path) {
  return import(new URL(`../../dist/src/${path}`, import.meta.url).href);
}

function most(bytes) {
  return Math.round(Math.max(...bytes) / MIB);
}
