import type { DataSource } from 'typeorm';
import type { Projections } from '../platform/projections/projections.js';
import { organisationsFileFrom } from '../platform/config/settings.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { findDatabase, type FoundDatabase } from './find-database.js';

/** The parts of the product that a command works with. */
export interface Product {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly projections: Projections;
}

// A command does one thing after the other; a rebuild reads the store while its transaction is open.
const POOL = 3;

/**
 * Gives a command the product on its database, and lets go of it afterwards.
 *
 * @throws CannotDo when the database cannot be reached.
 * @throws OtherSchema when it is older or newer than the code.
 */
export async function withProduct<Result>(work: (product: Product) => Promise<Result>): Promise<Result> {
  const found = await findDatabase();
  try {
    return await onDatabase(found, work);
  } finally {
    await found.release();
  }
}

async function onDatabase<Result>(
  { databaseUrl, eventStore }: FoundDatabase,
  work: (product: Product) => Promise<Result>,
): Promise<Result> {
  // Loaded here, so that commands without a database start without the weight of all of it.
  const [{ allCatalogues, allEntities, allProjections }, { goByOrganisations }, platform] = await Promise.all(
    [import('../app/composition.js'), import('../app/go-by-organisations.js'), import('./platform-parts.js')],
  );
  await goByOrganisations(organisationsFileFrom(process.env));
  const settings = { databaseUrl, poolSize: POOL };
  const store = await platform.openEventStore(eventStore, settings);
  const database = platform.createDataSource(settings, allEntities);
  try {
    await database.initialize();
    await platform.refuseOtherSchema(database);
    const catalogues = new platform.EventCatalogues(allCatalogues);
    const projections = new platform.Projections(allProjections, catalogues, store, database);
    return await work({ store, database, projections });
  } finally {
    if (database.isInitialized) await database.destroy();
    await store.close();
  }
}
