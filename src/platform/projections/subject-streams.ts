import type { EntityManager } from 'typeorm';
import type { TouchedSubject } from './event-scan.js';

/**
 * Which streams tell something about which subject, for each projection: what to read when a subject is folded again. A pair
 * never stops being true, so what a rebuild finds and what following along finds are kept together.
 */
export const subjectStreams = {
  async remember(
    manager: EntityManager,
    projection: string,
    touched: readonly TouchedSubject[],
  ): Promise<void> {
    const pairs = touched
      .flatMap(({ subject, streams }) => [...streams].map((stream) => ({ subject, stream })))
      // Two who write the same pairs in the same order wait for each other; in different orders they would deadlock.
      .sort((a, b) => order(a.subject, b.subject) || order(a.stream, b.stream));
    if (pairs.length === 0) return;
    await manager.query(
      `INSERT INTO projection_subject_stream (projection, subject, stream)
       SELECT $1, pair.subject, pair.stream FROM unnest($2::text[], $3::text[]) AS pair(subject, stream)
       ON CONFLICT DO NOTHING`,
      [projection, pairs.map(({ subject }) => subject), pairs.map(({ stream }) => stream)],
    );
  },

  async of(manager: EntityManager, projection: string, subject: string): Promise<readonly string[]> {
    return (await this.ofAll(manager, projection, [subject])).get(subject) ?? [];
  },

  /** The streams of each of the subjects, in the order in which the subjects are given. */
  async ofAll(
    manager: EntityManager,
    projection: string,
    subjects: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await manager.query<{ subject: string; stream: string }[]>(
      `SELECT subject, stream FROM projection_subject_stream WHERE projection = $1 AND subject = ANY($2)
       ORDER BY stream`,
      [projection, subjects],
    );
    const streams = new Map<string, string[]>(subjects.map((subject) => [subject, []]));
    for (const { subject, stream } of rows) streams.get(subject)?.push(stream);
    return streams;
  },

  /** The subjects that a stream is known to tell about. */
  async toldBy(manager: EntityManager, projection: string, stream: string): Promise<readonly string[]> {
    const rows = await manager.query<{ subject: string }[]>(
      `SELECT subject FROM projection_subject_stream WHERE projection = $1 AND stream = $2 ORDER BY subject`,
      [projection, stream],
    );
    return rows.map(({ subject }) => subject);
  },

  /** Up to so many subjects that stand behind another; all of them stand behind the empty text. */
  async subjectsAfter(
    manager: EntityManager,
    projection: string,
    after: string,
    limit: number,
  ): Promise<readonly string[]> {
    const rows = await manager.query<{ subject: string }[]>(
      `SELECT DISTINCT subject FROM projection_subject_stream
       WHERE projection = $1 AND subject > $2 ORDER BY subject LIMIT $3`,
      [projection, after, limit],
    );
    return rows.map(({ subject }) => subject);
  },
};

function order(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
