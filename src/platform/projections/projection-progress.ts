import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { parsePosition } from '../event-store/position.js';
import type { ReadModelProgress } from '../http/freshness/read-model-progress.js';

const LOOK_AGAIN_MS = 25;

/** Tells how far the projections have come, so that whoever wrote can wait until it reads what it wrote. */
export class ProjectionProgress implements ReadModelProgress {
  constructor(
    private readonly dataSource: DataSource,
    /** The projections of this version; a checkpoint that an older one left behind holds nobody up. */
    private readonly allNames: readonly string[],
  ) {}

  /**
   * True when all of the named projections, or all there are, show what stands at a position.
   *
   * @param position as a command answers with it, or `formatPosition` writes it
   */
  async hasReached(position: string, names: readonly string[] = this.allNames): Promise<boolean> {
    const at = parsePosition(position);
    if (at === undefined) throw new InvalidValue(`"${position}" is not a position`);
    const [row] = await this.dataSource.query<{ behind: boolean }[]>(
      `SELECT EXISTS (
         SELECT FROM unnest($1::text[]) AS wanted(name) LEFT JOIN projection_checkpoint c USING (name)
         WHERE (coalesce(c.commit_position, 0), coalesce(c.prepare_position, 0)) < ($2::bigint, $3::bigint)
       ) AS behind`,
      [names, at.commit, at.prepare],
    );
    return row?.behind === false;
  }

  /** Waits until `hasReached`; false when that has not happened after `timeoutMs` milliseconds. */
  async waitFor(position: string, timeoutMs: number, names?: readonly string[]): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (!(await this.hasReached(position, names))) {
      if (performance.now() >= deadline) return false;
      await pause(LOOK_AGAIN_MS);
    }
    return true;
  }
}
