import type { EntityManager } from 'typeorm';
import type { TouchedSubject } from './touched-subjects.js';

/** Which streams tell something about which subject, for each projection: what to read when a subject is folded again. */
export const subjectStreams = {
  async remember(
    manager: EntityManager,
    projection: string,
    touched: readonly TouchedSubject[],
  ): Promise<void> {
    const pairs = touched.flatMap(({ subject, streams }) =>
      [...streams].map((stream) => ({ subject, stream })),
    );
    await manager.query(
      `INSERT INTO projection_subject_stream (projection, subject, stream)
       SELECT $1, pair.subject, pair.stream FROM unnest($2::text[], $3::text[]) AS pair(subject, stream)
       ON CONFLICT DO NOTHING`,
      [projection, pairs.map(({ subject }) => subject), pairs.map(({ stream }) => stream)],
    );
  },

  async of(manager: EntityManager, projection: string, subject: string): Promise<readonly string[]> {
    const rows = await manager.query<{ stream: string }[]>(
      `SELECT stream FROM projection_subject_stream WHERE projection = $1 AND subject = $2 ORDER BY stream`,
      [projection, subject],
    );
    return rows.map(({ stream }) => stream);
  },

  async subjects(manager: EntityManager, projection: string): Promise<readonly string[]> {
    const rows = await manager.query<{ subject: string }[]>(
      `SELECT DISTINCT subject FROM projection_subject_stream WHERE projection = $1 ORDER BY subject`,
      [projection],
    );
    return rows.map(({ subject }) => subject);
  },

  async forgetAll(manager: EntityManager, projection: string): Promise<void> {
    await manager.query(`DELETE FROM projection_subject_stream WHERE projection = $1`, [projection]);
  },
};
