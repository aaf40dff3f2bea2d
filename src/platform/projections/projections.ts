import type { DataSource } from 'typeorm';
import { readModelMigrations } from '../../../migrations/index.js';
import type { EventStore } from '../event-store/event-store.js';
import { formatPosition, START } from '../event-store/position.js';
import type { ProjectionLag } from '../health/projection-lag.js';
import type { EventCatalogues } from './event-catalogues.js';
import type { ParkedSubject } from './parked-subjects.js';
import type { SubjectProjection } from './projection.js';
import type { FigureDifferences } from './figure-differences.js';
import { projectionCheckpoints } from './projection-checkpoints.js';
import { ProjectionRunner } from './projection-runner.js';
import type { RebuildProgress } from './rebuild-beside.js';

/** Where the counting of events ends: a store whose positions are no numbers has to read them to count them. */
export const COUNTED_EVENTS = 100_000;

/** How one projection stands, for an operator. */
export interface ProjectionStatus {
  readonly name: string;
  /** Up to where its rows are right. */
  readonly position: string;
  /** The last event of the store. */
  readonly head: string;
  /** Events of the store that it has not looked at yet, counted up to COUNTED_EVENTS. */
  readonly lagEvents: number;
  readonly parked: readonly ParkedSubject[];
  /** Why it does not go on; absent while it does. */
  readonly stoppedBecause?: string;
}

/** There is no projection of that name. */
export class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';
}

/** All projections of the product, for the worker that runs them and the operator who looks after them. */
export class Projections implements ProjectionLag {
  readonly runners: readonly ProjectionRunner[];

  constructor(
    projections: readonly SubjectProjection[],
    catalogues: EventCatalogues,
    private readonly store: EventStore,
    private readonly dataSource: DataSource,
  ) {
    this.runners = projections.map(
      (projection) =>
        new ProjectionRunner(projection, {
          store,
          dataSource,
          catalogues,
          migrations: readModelMigrations[projection.name] ?? [],
        }),
    );
  }

  async status(countUpTo = COUNTED_EVENTS): Promise<readonly ProjectionStatus[]> {
    const head = await this.store.head();
    const checkpoints = await projectionCheckpoints.all(this.dataSource.manager);
    return Promise.all(
      this.runners.map(async (runner) => {
        const { name } = runner;
        const checkpoint = checkpoints.find((each) => each.name === name);
        const position = checkpoint?.position ?? START;
        return {
          name,
          position: formatPosition(position),
          head: formatPosition(head),
          lagEvents: await this.store.countAfter(position, countUpTo),
          parked: await runner.parked(),
          ...(checkpoint?.stoppedBecause !== undefined && { stoppedBecause: checkpoint.stoppedBecause }),
        };
      }),
    );
  }

  /** Events that the slowest projection has still to look at, counted no further than `atMost`. */
  async events(atMost = COUNTED_EVENTS): Promise<number> {
    return Math.max(0, ...(await this.status(atMost)).map(({ lagEvents }) => lagEvents));
  }

  /** @throws UnknownProjection; and whatever `ProjectionRunner.rebuild` throws. */
  async rebuild(name: string, onProgress?: RebuildProgress): Promise<void> {
    await this.runner(name).rebuild(onProgress);
  }

  /**
   * Builds a projection anew beside the one that serves, says which figures would change, and drops what it made.
   *
   * @throws UnknownProjection; and whatever `ProjectionRunner.wouldChange` throws.
   */
  async wouldChange(name: string, onProgress?: RebuildProgress): Promise<FigureDifferences> {
    return this.runner(name).wouldChange(onProgress);
  }

  /**
   * Tries the parked subjects of a projection again. Returns those that stay parked.
   *
   * @throws UnknownProjection
   */
  async retry(name: string): Promise<readonly ParkedSubject[]> {
    return this.runner(name).retry();
  }

  private runner(name: string): ProjectionRunner {
    const found = this.runners.find((runner) => runner.name === name);
    if (found !== undefined) return found;
    const known = this.runners.map((runner) => runner.name).join(', ');
    throw new UnknownProjection(`There is no projection ${name}; there are: ${known}`);
  }
}
