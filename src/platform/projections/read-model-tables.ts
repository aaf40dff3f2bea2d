import type { EntityManager } from 'typeorm';
import type { MigrationClass } from '../../../migrations/migration-class.js';
import type { SubjectProjection } from './projection.js';

/**
 * Makes the tables of a read model again when one of them is not there: somebody dropped it, which is allowed, since
 * everything in it follows from the events.
 *
 * @param migrations those that make the tables of this read model, in order
 */
export async function ensureTables(
  manager: EntityManager,
  projection: SubjectProjection,
  migrations: readonly MigrationClass[],
): Promise<void> {
  const names = projection.tables.map((table) => manager.dataSource.getMetadata(table).tablePath);
  const [found] = await manager.query<{ all_there: boolean }[]>(
    `SELECT bool_and(to_regclass(name) IS NOT NULL) AS all_there FROM unnest($1::text[]) AS name`,
    [names],
  );
  if (found?.all_there !== false || manager.queryRunner === undefined) return;
  for (const name of names) await manager.query(`DROP TABLE IF EXISTS ${name} CASCADE`);
  for (const Migration of migrations) await new Migration().up(manager.queryRunner);
}
