import pg from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';

export interface PreparedQuery {
  /** Of this statement alone, among all that the process prepares. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Runs a statement, outside of any transaction, that PostgreSQL parses and plans once for each connection, and not each time.
 * For statements that are run with every request, and whose best plan is the same however much the tables hold: a plan from the
 * days when they were empty goes on being used.
 *
 * @throws QueryFailedError as `DataSource.query`, and whatever the connecting throws.
 */
export async function queryPrepared<Row extends object>(
  { driver }: DataSource,
  { name, text, values }: PreparedQuery,
): Promise<readonly Row[]> {
  const { master: pool } = driver as unknown as { readonly master: pg.Pool };
  const client = await pool.connect();
  try {
    const { rows } = await client.query<Row>({ name, text, values: [...values] });
    client.release();
    return rows;
  } catch (fault) {
    // A statement that the database refused leaves a connection that can be used; after anything else it is ended.
    const isRefused = fault instanceof pg.DatabaseError && fault.severity === 'ERROR';
    client.release(isRefused ? undefined : (fault as Error));
    throw new QueryFailedError(text, [...values], fault as Error);
  }
}
