import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { SubjectHistory, SubjectProjection, TableRows } from './projection.js';
import type { RowPlace } from './row-place.js';

// Rows travel as one JSON text for each statement; this bounds its size.
const ROWS_PER_INSERT = 1_000;
/** The column that the policies of the tables go by. No answer is made of it, so no row of the code has it. */
const SEEN_BY = 'seen_by';

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

/** Puts the rows in the place of those that the subjects had: two statements for each table, however many subjects. */
export async function replaceRows(
  manager: EntityManager,
  projection: SubjectProjection,
  place: RowPlace,
  subjects: readonly string[],
  rows: readonly TableRows[],
): Promise<void> {
  for (const table of projection.tables) {
    const metadata = manager.dataSource.getMetadata(table);
    const path = place.tableOf(metadata);
    await manager.query(`DELETE FROM ${path} WHERE subject = ANY($1)`, [subjects]);
    const own = rows.flatMap((each) => (each.table === table ? rowsToWrite(each, metadata) : []));
    for (let from = 0; from < own.length; from += ROWS_PER_INSERT) {
      await insertRows(manager, path, own.slice(from, from + ROWS_PER_INSERT));
    }
  }
}

/** The columns of each row by their names in the database, with who may see it. */
function rowsToWrite({ rows, seenBy }: TableRows, { columns }: EntityMetadata): readonly ObjectLiteral[] {
  return rows.map((row) => ({
    ...Object.fromEntries(
      columns.map((column) => [column.databaseName, column.getEntityValue(row, true) as unknown]),
    ),
    ...(seenBy !== undefined && { [SEEN_BY]: seenBy }),
  }));
}

async function insertRows(
  manager: EntityManager,
  path: string,
  rows: readonly ObjectLiteral[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {})
    .map((name) => `"${name}"`)
    .join(', ');
  // The table itself says of what type each value is, and a `json` column gets its part of the text as it was written.
  await manager.query(
    `INSERT INTO ${path} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${path}, $1::json)`,
    [JSON.stringify(rows)],
  );
}
