/** Where events are kept: in the database of the read models, or in a KurrentDB of its own. */
export type EventStoreSettings =
  | { readonly engine: 'postgres' }
  /** `url` is a connection string of KurrentDB. It may hold a password: never log it. */
  | { readonly engine: 'kurrentdb'; readonly url: string };

/** Nest's name for the event store's settings. Without them it is PostgreSQL. */
export const EVENT_STORE_SETTINGS = Symbol('EventStoreSettings');
