import type { EntityManager } from 'typeorm';
import { formatPosition, type Position } from '../event-store/position.js';

/** A subject whose rows are held back: they show what was true before the event that cannot be projected. */
export interface ParkedSubject {
  readonly projection: string;
  readonly subject: string;
  /** For an operator: what cannot be read or computed. */
  readonly reason: string;
  /** The position of the first event whose effect is not shown. */
  readonly sincePosition: string;
}

interface ParkedRow {
  readonly projection: string;
  readonly subject: string;
  readonly reason: string;
  readonly since_position: string;
}

/** The subjects that a projection could not project. One broken case holds back itself and nobody else. */
export const parkedSubjects = {
  async park(
    manager: EntityManager,
    projection: string,
    subject: string,
    reason: string,
    since: Position,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO projection_parked (projection, subject, reason, since_position) VALUES ($1, $2, $3, $4)`,
      [projection, subject, reason, formatPosition(since)],
    );
  },

  async all(manager: EntityManager, projection: string): Promise<readonly ParkedSubject[]> {
    const rows = await manager.query<ParkedRow[]>(
      `SELECT projection, subject, reason, since_position FROM projection_parked WHERE projection = $1 ORDER BY subject`,
      [projection],
    );
    return rows.map(({ since_position, ...row }) => ({ ...row, sincePosition: since_position }));
  },

  async release(manager: EntityManager, projection: string, subject: string): Promise<void> {
    await manager.query(`DELETE FROM projection_parked WHERE projection = $1 AND subject = $2`, [
      projection,
      subject,
    ]);
  },

  async releaseAll(manager: EntityManager, projection: string): Promise<void> {
    await manager.query(`DELETE FROM projection_parked WHERE projection = $1`, [projection]);
  },
};
