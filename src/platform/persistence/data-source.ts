import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { civilDaysAsText } from './civil-days-as-text.js';
import type { DatabaseSettings } from './database-settings.js';
import { HearingClient } from './hearing-client.js';
import { SnakeCaseColumns } from './snake-case-columns.js';

const CONNECT_MS = 5_000;
// A read model is asked short questions; the longest statement puts two builds of its rows beside each other.
const QUERY_MS = 30_000;

export interface DataSourceLimits {
  /** For how many milliseconds whoever asks waits for an answer. */
  readonly queryMs?: number;
}

/** The options of the read models' database, for TypeORM or for Nest's TypeOrmModule. */
export function dataSourceOptions(
  { databaseUrl, poolSize, keptOpen = 0 }: DatabaseSettings,
  entities: readonly EntityTarget<ObjectLiteral>[],
  { queryMs = QUERY_MS }: DataSourceLimits = {},
): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    entities: entities as Extract<DataSourceOptions['entities'], unknown[]>,
    // Tables come from migrations alone: a schema that follows the classes would drop columns in silence.
    synchronize: false,
    namingStrategy: new SnakeCaseColumns(),
    poolSize,
    extra: {
      min: keptOpen,
      Client: HearingClient,
      types: civilDaysAsText,
      connectionTimeoutMillis: CONNECT_MS,
      answerWithinMs: queryMs,
      keepAlive: true,
    },
  };
}

/** The database of the read models, not yet connected: call `initialize()` first and `destroy()` at the end. */
export function createDataSource(
  settings: DatabaseSettings,
  entities: readonly EntityTarget<ObjectLiteral>[] = [],
  limits: DataSourceLimits = {},
): DataSource {
  return new DataSource(dataSourceOptions(settings, entities, limits));
}
