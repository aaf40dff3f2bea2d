import type { EntityManager } from 'typeorm';
import type { Position } from '../event-store/position.js';

/**
 * What a rebuild does at the moment: it finds out which streams tell about which subject, then folds each subject once, then
 * follows what was recorded meanwhile.
 */
export type RebuildPhase = 'scan' | 'fold' | 'follow';

/** How far a rebuild has come. It is kept in the database beside the rows, so that a rebuild that was killed goes on. */
export interface RebuildRecord {
  readonly name: string;
  /** What the tables were made of when it began: rows of another shape would not fit beside those that are there. */
  readonly shape: string;
  /** What its rows follow from besides the events, as a hash: it goes on with nothing else. */
  readonly foldedFrom: string;
  readonly phase: RebuildPhase;
  /** Subjects are folded up to here, and then followed from here. */
  readonly target: Position;
  /** Up to where it has scanned or followed. */
  readonly position: Position;
  readonly lastSubject: string;
  readonly eventsDone: number;
  readonly eventsTotal: number;
}

interface Row {
  readonly name: string;
  readonly shape: string;
  readonly folded_from: string;
  readonly phase: RebuildPhase;
  readonly target_commit: string;
  readonly target_prepare: string;
  readonly commit_position: string;
  readonly prepare_position: string;
  readonly last_subject: string;
  readonly events_done: string;
  readonly events_total: string;
}

export const rebuildRecords = {
  async begin(
    manager: EntityManager,
    { name, shape, foldedFrom, target }: Pick<RebuildRecord, 'name' | 'shape' | 'foldedFrom' | 'target'>,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO projection_rebuild (name, shape, folded_from, phase, target_commit, target_prepare)
       VALUES ($1, $2, $3, 'scan', $4, $5)`,
      [name, shape, foldedFrom, target.commit, target.prepare],
    );
  },

  async find(manager: EntityManager, name: string): Promise<RebuildRecord | undefined> {
    return first(manager, name, '');
  },

  /** Locks it until the transaction ends, so that of two processes one goes on after the other. */
  async lock(manager: EntityManager, name: string): Promise<RebuildRecord | undefined> {
    return first(manager, name, 'FOR UPDATE');
  },

  async all(manager: EntityManager): Promise<readonly RebuildRecord[]> {
    const rows = await manager.query<Row[]>(`SELECT * FROM projection_rebuild ORDER BY name`);
    return rows.map(recordOf);
  },

  async save(
    manager: EntityManager,
    { name, phase, position, lastSubject, eventsDone, eventsTotal }: RebuildRecord,
  ): Promise<void> {
    await manager.query(
      `UPDATE projection_rebuild SET phase = $2, commit_position = $3, prepare_position = $4, last_subject = $5,
         events_done = $6, events_total = $7, moved_at = now() WHERE name = $1`,
      [name, phase, position.commit, position.prepare, lastSubject, eventsDone, eventsTotal],
    );
  },

  async end(manager: EntityManager, name: string): Promise<void> {
    await manager.query(`DELETE FROM projection_rebuild WHERE name = $1`, [name]);
  },
};

async function first(
  manager: EntityManager,
  name: string,
  lock: '' | 'FOR UPDATE',
): Promise<RebuildRecord | undefined> {
  const rows = await manager.query<Row[]>(`SELECT * FROM projection_rebuild WHERE name = $1 ${lock}`, [name]);
  return rows.map(recordOf)[0];
}

function recordOf(row: Row): RebuildRecord {
  return {
    name: row.name,
    shape: row.shape,
    foldedFrom: row.folded_from,
    phase: row.phase,
    target: { commit: BigInt(row.target_commit), prepare: BigInt(row.target_prepare) },
    position: { commit: BigInt(row.commit_position), prepare: BigInt(row.prepare_position) },
    lastSubject: row.last_subject,
    eventsDone: Number(row.events_done),
    eventsTotal: Number(row.events_total),
  };
}
