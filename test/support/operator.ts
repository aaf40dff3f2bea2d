import type { DataSource } from 'typeorm';
import { allCatalogues, allEntities, allProjections } from '../../src/app/composition.js';
import type { EventStoreSettings } from '../../src/platform/event-store/event-store-settings.js';
import { openEventStore } from '../../src/platform/event-store/open-event-store.js';
import { createDataSource } from '../../src/platform/persistence/data-source.js';
import { EventCatalogues } from '../../src/platform/projections/event-catalogues.js';
import { Projections } from '../../src/platform/projections/projections.js';

/** What the operator's commands work with: the owner of the tables, who can rebuild them and sees every row. */
export interface Operator {
  readonly database: DataSource;
  readonly projections: Projections;
  close(): Promise<void>;
}

/** @param databaseUrl the address with which the tables were made */
export async function operatorOf(databaseUrl: string, eventStore: EventStoreSettings): Promise<Operator> {
  const settings = { databaseUrl, poolSize: 3 };
  const store = await openEventStore(eventStore, settings);
  const database = await createDataSource(settings, allEntities).initialize();
  return {
    database,
    projections: new Projections(allProjections, new EventCatalogues(allCatalogues), store, database),
    close: async () => {
      await database.destroy();
      await store.close();
    },
  };
}
