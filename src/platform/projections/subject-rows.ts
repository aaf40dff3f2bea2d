import type { EntityManager } from 'typeorm';
import type { SubjectHistory, SubjectProjection, TableRows } from './projection.js';

// PostgreSQL takes 65,535 parameters in a statement; a row of a read model has far fewer than 100 columns.
const ROWS_PER_INSERT = 500;

/** A subject's history cannot be turned into rows. */
export class CannotProject extends Error {
  override readonly name = 'CannotProject';
}

/** @throws CannotProject when the projection throws, or gives rows of another table or subject than it may. */
export function rowsOf(projection: SubjectProjection, history: SubjectHistory): readonly TableRows[] {
  const tables = projected(projection, history);
  for (const { table, rows } of tables) {
    if (!projection.tables.includes(table))
      throw new CannotProject('It gives rows of a table that is not its own');
    const stray = rows.find((row) => row['subject'] !== history.subject);
    if (stray !== undefined) throw new CannotProject(`It gives a row about ${String(stray['subject'])}`);
  }
  return tables;
}

function projected(projection: SubjectProjection, history: SubjectHistory): readonly TableRows[] {
  try {
    return projection.project(history);
  } catch (fault) {
    throw new CannotProject(fault instanceof Error ? fault.message : String(fault), { cause: fault });
  }
}

/** Puts the rows in the place of those that the subject had. */
export async function replaceRows(
  manager: EntityManager,
  projection: SubjectProjection,
  subject: string,
  tables: readonly TableRows[],
): Promise<void> {
  for (const table of projection.tables) {
    await manager
      .createQueryBuilder()
      .delete()
      .from(table)
      .where('subject = :subject', { subject })
      .execute();
  }
  for (const { table, rows } of tables) {
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
      await manager
        .createQueryBuilder()
        .insert()
        .into(table)
        .values(rows.slice(from, from + ROWS_PER_INSERT))
        .updateEntity(false)
        .execute();
    }
  }
}

/** Empties the tables of a projection; readers see the old rows until the transaction ends. */
export async function deleteAllRows(manager: EntityManager, projection: SubjectProjection): Promise<void> {
  for (const table of projection.tables) {
    await manager.createQueryBuilder().delete().from(table).execute();
  }
}
