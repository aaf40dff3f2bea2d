import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import type { MigrationClass } from '../../../migrations/migration-class.js';
import { peopleKeysMigrations } from '../../../migrations/people-keys/index.js';

/** Tables that belong together, with where TypeORM notes which of their migrations ran. */
export interface MigratedSchema {
  readonly table: string;
  readonly migrations: readonly MigrationClass[];
}

export const OWN_SCHEMA: MigratedSchema = { table: 'migrations', migrations };
/** It may lie in another database. */
export const PEOPLE_KEYS_SCHEMA: MigratedSchema = {
  table: 'people_keys_migrations',
  migrations: peopleKeysMigrations,
};

/** How the tables of a database stand to this version of the code. */
export interface SchemaState {
  /** Migrations that have not run: the database is older than the code. */
  readonly pending: readonly string[];
  /** Migrations that ran and that this version does not know: the database is newer than the code. */
  readonly unknown: readonly string[];
}

/** The database is older or newer than the code, so that nothing may be written to it. */
export class OtherSchema extends Error {
  override readonly name = 'OtherSchema';
}

export async function schemaState(
  database: Pick<DataSource, 'query'>,
  { table, migrations: known }: MigratedSchema = OWN_SCHEMA,
): Promise<SchemaState> {
  const [found] = await database.query<{ there: boolean }[]>(`SELECT to_regclass($1) IS NOT NULL AS there`, [
    table,
  ]);
  const ran =
    found?.there === true ? await database.query<{ name: string }[]>(`SELECT name FROM ${table}`) : [];
  const names = new Set(ran.map(({ name }) => name));
  const knownNames = new Set(known.map(({ name }) => name));
  return {
    pending: [...knownNames].filter((name) => !names.has(name)),
    unknown: [...names].filter((name) => !knownNames.has(name)),
  };
}

/** @throws OtherSchema naming the first migration that one of the two lacks. */
export async function refuseOtherSchema(
  database: Pick<DataSource, 'query'>,
  schema: MigratedSchema = OWN_SCHEMA,
): Promise<void> {
  const { pending, unknown } = await schemaState(database, schema);
  if (unknown.length > 0)
    throw new OtherSchema(
      `The database was migrated by a later version (${unknown[0]}): run that version, or put the database of this one back`,
    );
  if (pending.length > 0)
    throw new OtherSchema(
      `The database is older than this version (${pending[0]} has not run): run "migrate" first`,
    );
}
