import type { EntityManager } from 'typeorm';
import { formatPosition, type Position } from '../event-store/position.js';
import { storedReason } from '../persistence/stored-reason.js';

/** A stream that a reactor holds back: nothing is done about its events from a position on. */
export interface ParkedStream {
  readonly reactor: string;
  readonly stream: string;
  /** For an operator: what cannot be read. */
  readonly reason: string;
  /** The position of the first event that has had no reaction. */
  readonly sincePosition: string;
}

const COLUMNS = 'reactor, stream, reason, since_position AS "sincePosition"';

/** The streams whose events a reactor could not read. One broken stream holds back itself and nothing else. */
export const parkedStreams = {
  /** Parks a stream, or says again why it stays parked. */
  async park(
    manager: EntityManager,
    reactor: string,
    stream: string,
    reason: string,
    since: Position,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO reactor_parked (reactor, stream, reason, since_position) VALUES ($1, $2, $3, $4)
       ON CONFLICT (reactor, stream) DO UPDATE
       SET reason = excluded.reason, since_position = excluded.since_position, retry_wanted = false`,
      [reactor, stream, storedReason(reason), formatPosition(since)],
    );
  },

  async release(manager: EntityManager, reactor: string, stream: string): Promise<void> {
    await manager.query('DELETE FROM reactor_parked WHERE reactor = $1 AND stream = $2', [reactor, stream]);
  },

  async all(manager: EntityManager): Promise<readonly ParkedStream[]> {
    return manager.query<ParkedStream[]>(`SELECT ${COLUMNS} FROM reactor_parked ORDER BY reactor, stream`);
  },

  /** The names of those that a reactor holds back. */
  async of(manager: EntityManager, reactor: string): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ stream: string }[]>(
      'SELECT stream FROM reactor_parked WHERE reactor = $1',
      [reactor],
    );
    return new Set(rows.map(({ stream }) => stream));
  },

  /** Asks the reactors to try again what they hold back. Returns for how many streams. */
  async wantRetry(manager: EntityManager): Promise<number> {
    const [, count] = await manager.query<[unknown, number]>('UPDATE reactor_parked SET retry_wanted = true');
    return count;
  },

  /** Those that a reactor has been asked to try again. */
  async wanted(manager: EntityManager, reactor: string): Promise<readonly ParkedStream[]> {
    return manager.query<ParkedStream[]>(
      `SELECT ${COLUMNS} FROM reactor_parked WHERE reactor = $1 AND retry_wanted ORDER BY stream`,
      [reactor],
    );
  },
};
