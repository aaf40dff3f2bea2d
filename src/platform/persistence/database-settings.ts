/** Where the database is. */
export interface DatabaseSettings {
  /** `postgres://user:password@host:port/database`. It holds a password: never log it. */
  readonly databaseUrl: string;
  /** The most connections that one pool of this process opens. */
  readonly poolSize: number;
  /**
   * How many of them stay open when nobody has used them for a while; none unless said. To open one costs both processors a
   * moment of cryptography, which those who wait can bear least just when many ask at once.
   */
  readonly keptOpen?: number;
}

/** Nest's name for the database settings. */
export const DATABASE_SETTINGS = Symbol('DatabaseSettings');
