/** The heavy parts of the platform, behind one door that is opened only when a command needs the database. */
export { openEventStore } from '../platform/event-store/open-event-store.js';
export { createDataSource } from '../platform/persistence/data-source.js';
export { refuseOtherSchema } from '../platform/persistence/schema-state.js';
export { EventCatalogues } from '../platform/projections/event-catalogues.js';
export { Projections } from '../platform/projections/projections.js';
export { PastHistories } from '../platform/past/past-histories.js';
export { AccessLog } from '../platform/access-log/access-log.js';
export { openKeyEncryption } from '../platform/sealing/open-key-encryption.js';
export { PEOPLE_KEYS_SCHEMA } from '../platform/persistence/schema-state.js';
