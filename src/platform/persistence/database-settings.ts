/** Where the database is. */
export interface DatabaseSettings {
  /** `postgres://user:password@host:port/database`. It holds a password: never log it. */
  readonly databaseUrl: string;
  /** The most connections that one pool of this process opens. */
  readonly poolSize: number;
}

/** Nest's name for the database settings. */
export const DATABASE_SETTINGS = Symbol('DatabaseSettings');
