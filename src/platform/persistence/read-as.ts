import type { PoolClient } from 'pg';
import { QueryFailedError, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';

/** The code of a body, as tokens and the list of bodies have it. */
const CODE = /^[A-Z0-9]{2,12}$/;

/**
 * Reads rows as certain bodies may see them: the only way to the tables that say who may see a row. Whatever is asked within,
 * the database shows rows of these bodies and no others, and all reads within see one moment.
 *
 * The bodies are set for the transaction and never for the connection, which somebody else borrows next.
 *
 * @param bodies codes of the organisation that asks and of those that it took over from
 * @throws TypeError when one of them is no code.
 */
export async function readAs<Result>(
  database: DataSource,
  bodies: readonly string[],
  read: (rows: EntityManager) => Promise<Result>,
): Promise<Result> {
  const beginning = beginFor(bodies);
  const runner = database.createQueryRunner();
  const connection = (await runner.connect()) as PoolClient;
  let fault: unknown;
  try {
    await runner.query(beginning);
    return await read(runner.manager);
  } catch (caught) {
    fault = caught;
    throw caught;
  } finally {
    // Whoever asked has the rows and need not wait for the end of a transaction that wrote nothing.
    void giveBack(runner, connection, fault);
  }
}

/** The beginning and the bodies are one message, so that both take one way there and back. */
function beginFor(bodies: readonly string[]): string {
  if (!bodies.every((body) => CODE.test(body))) throw new TypeError('Rows are read for the codes of bodies');
  return `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL handover.bodies = '${bodies.join(',')}'`;
}

async function giveBack(runner: QueryRunner, connection: PoolClient, fault: unknown): Promise<void> {
  try {
    if (isUnanswered(fault)) await connection.end();
    else await runner.query('COMMIT');
  } catch {
    // Nobody knows what it still holds, so it ends here and is lent to nobody.
    await connection.end().catch(() => undefined);
  } finally {
    await runner.release();
  }
}

/** True when the database said nothing: its answer may still be on the way, to whoever asks next on this connection. */
function isUnanswered(fault: unknown): boolean {
  if (!(fault instanceof QueryFailedError)) return false;
  const { code } = fault.driverError as { code?: unknown };
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code);
}
