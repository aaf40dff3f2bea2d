import type { EntityManager } from 'typeorm';
import { formatPosition, type Position } from '../event-store/position.js';
import { storedReason } from '../persistence/stored-reason.js';

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
      [projection, subject, storedReason(reason), formatPosition(since)],
    );
  },

  async all(manager: EntityManager, projection: string): Promise<readonly ParkedSubject[]> {
    const rows = await manager.query<ParkedRow[]>(
      `SELECT projection, subject, reason, since_position FROM projection_parked WHERE projection = $1 ORDER BY subject`,
      [projection],
    );
    return rows.map(({ since_position, ...row }) => ({ ...row, sincePosition: since_position }));
  },

  /** Those of the subjects that are held back. */
  async among(
    manager: EntityManager,
    projection: string,
    subjects: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ subject: string }[]>(
      `SELECT subject FROM projection_parked WHERE projection = $1 AND subject = ANY($2)`,
      [projection, subjects],
    );
    return new Set(rows.map(({ subject }) => subject));
  },

  /** Hands the subjects that are held back under one name on to another, which loses its own. */
  async handOver(manager: EntityManager, from: string, to: string): Promise<void> {
    await this.releaseAll(manager, to);
    await manager.query(`UPDATE projection_parked SET projection = $2 WHERE projection = $1`, [from, to]);
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
