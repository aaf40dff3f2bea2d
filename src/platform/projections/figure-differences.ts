import type { EntityManager, EntityMetadata } from 'typeorm';
import type { SubjectProjection } from './projection.js';
import type { RowPlace } from './row-place.js';

/** One column of a table whose values would be different. */
export interface ColumnDifference {
  readonly table: string;
  readonly column: string;
  /** Rows that are there before and after, with another value in this column. */
  readonly rows: number;
  /** For a column of money: the sum over all rows before and after, in pence. */
  readonly before?: string;
  readonly after?: string;
}

/** One value that would be different, as text; null where there is no value or no row. */
export interface ValueDifference {
  readonly table: string;
  readonly subject: string;
  readonly row: string;
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a rebuild would change. */
export interface FigureDifferences {
  readonly projection: string;
  /** Rows of all tables that would come and go. */
  readonly rowsAdded: number;
  readonly rowsRemoved: number;
  readonly columns: readonly ColumnDifference[];
  /** The first of the money and the stages that would be different, by subject. */
  readonly values: readonly ValueDifference[];
}

/** So many values are told one by one; the columns tell of all. */
const VALUES_TOLD = 500;
const STAGE = /(?:^|_)(?:status|stage|outcome|answer|waiting_on)$/;

/** Compares the rows that serve with those of another place, in the database, whatever their number. */
export async function differencesBetween(
  manager: EntityManager,
  projection: SubjectProjection,
  place: RowPlace,
): Promise<FigureDifferences> {
  let [rowsAdded, rowsRemoved] = [0, 0];
  const columns: ColumnDifference[] = [];
  const values: ValueDifference[] = [];
  for (const table of projection.tables) {
    const pair = new TablePair(manager, manager.dataSource.getMetadata(table), place);
    const counts = await pair.counts();
    rowsAdded += counts.added;
    rowsRemoved += counts.removed;
    columns.push(...counts.columns);
    if (counts.added + counts.removed + counts.columns.length > 0) values.push(...(await pair.values()));
  }
  return {
    projection: projection.name,
    rowsAdded,
    rowsRemoved,
    columns,
    values: values.slice(0, VALUES_TOLD),
  };
}

/** A table that serves and the one beside it. */
class TablePair {
  private readonly table: string;
  private readonly columns: readonly string[];
  /** Both tables, row by row. */
  private readonly joined: string;

  constructor(
    private readonly manager: EntityManager,
    private readonly metadata: EntityMetadata,
    place: RowPlace,
  ) {
    this.table = metadata.tableName;
    this.columns = metadata.columns.map(({ databaseName }) => databaseName);
    const sameRow = this.key.map((name) => `old."${name}" = new."${name}"`).join(' AND ');
    this.joined = `${metadata.tablePath} AS old FULL JOIN ${place.tableOf(metadata)} AS new ON ${sameRow}`;
  }

  async counts(): Promise<Pick<FigureDifferences, 'columns'> & { added: number; removed: number }> {
    const each = this.columns.map((name, index) => {
      const changed = `count(*) FILTER (WHERE old.subject IS NOT NULL AND new.subject IS NOT NULL
        AND old."${name}"::text IS DISTINCT FROM new."${name}"::text) AS changed_${index}`;
      return isMoney(name)
        ? `${changed}, coalesce(sum(old."${name}"), 0) AS before_${index}, coalesce(sum(new."${name}"), 0) AS after_${index}`
        : changed;
    });
    const [row = {}] = await this.manager.query<Record<string, string>[]>(
      `SELECT count(*) FILTER (WHERE old.subject IS NULL) AS added,
         count(*) FILTER (WHERE new.subject IS NULL) AS removed, ${each.join(', ')} FROM ${this.joined}`,
    );
    const columns = this.columns.map((column, index): ColumnDifference => {
      const [before, after] = [row[`before_${index}`], row[`after_${index}`]];
      return {
        table: this.table,
        column,
        rows: Number(row[`changed_${index}`]),
        ...(before !== undefined && after !== undefined && { before, after }),
      };
    });
    return {
      added: Number(row['added']),
      removed: Number(row['removed']),
      columns: columns.filter(({ rows, before, after }) => rows > 0 || before !== after),
    };
  }

  async values(): Promise<readonly ValueDifference[]> {
    const told = this.columns.filter((name) => isMoney(name) || STAGE.test(name));
    if (told.length === 0) return [];
    const pairs = told.map((name) => `('${name}', old."${name}"::text, new."${name}"::text)`).join(', ');
    const row = this.key.map((name) => `coalesce(new."${name}", old."${name}")`).join(', ');
    return this.manager.query<ValueDifference[]>(
      `SELECT $1::text AS "table", coalesce(new.subject, old.subject) AS subject, concat_ws(' ', ${row}) AS row,
         value.name AS "column", value.before, value.after
       FROM ${this.joined} CROSS JOIN LATERAL (VALUES ${pairs}) AS value (name, before, after)
       WHERE value.before IS DISTINCT FROM value.after ORDER BY 2, 3, 4 LIMIT $2`,
      [this.table, VALUES_TOLD],
    );
  }

  private get key(): readonly string[] {
    return this.metadata.primaryColumns.map(({ databaseName }) => databaseName);
  }
}

function isMoney(column: string): boolean {
  return column.endsWith('_pence');
}
