import type { DataSource } from 'typeorm';
import { readModelMigrations } from '../../../migrations/index.js';
import { systemClock } from '../../kernel/clock.js';
import type { EventStore } from '../event-store/event-store.js';
import { comparePositions, formatPosition, START, type Position } from '../event-store/position.js';
import type { Lag, ProjectionLag } from '../health/projection-lag.js';
import type { EventCatalogues } from './event-catalogues.js';
import type { ParkedSubject } from './parked-subjects.js';
import type { SubjectProjection } from './projection.js';
import type { FigureDifferences } from './figure-differences.js';
import { projectionCheckpoints } from './projection-checkpoints.js';
import { ProjectionRunner } from './projection-runner.js';
import { rebuildKey, type RebuildProgress } from './rebuild-beside.js';
import { rebuildRecords, type RebuildRecord } from './rebuild-record.js';

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
  /** For how many whole seconds the oldest of these has been there; 0 when there is none. */
  readonly lagSeconds: number;
  readonly parked: readonly ParkedSubject[];
  /** A rebuild of it has begun; absent when none has. */
  readonly rebuilding?: Pick<RebuildRecord, 'phase' | 'eventsDone' | 'eventsTotal'>;
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
    private readonly now: () => Date = () => systemClock.now(),
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

  async status(): Promise<readonly ProjectionStatus[]> {
    const { manager } = this.dataSource;
    const head = formatPosition(await this.store.head());
    const checkpoints = await projectionCheckpoints.all(manager);
    const rebuilds = await rebuildRecords.all(manager);
    return Promise.all(
      this.runners.map(async (runner) => {
        const { name } = runner;
        const checkpoint = checkpoints.find((each) => each.name === name);
        const position = checkpoint?.position ?? START;
        const rebuild = rebuilds.find((each) => each.name === rebuildKey(name, 'swap'));
        return {
          name,
          position: formatPosition(position),
          head,
          ...(await this.lagBehind(position, COUNTED_EVENTS)),
          parked: await runner.parked(),
          ...(rebuild && {
            rebuilding: {
              phase: rebuild.phase,
              eventsDone: rebuild.eventsDone,
              eventsTotal: rebuild.eventsTotal,
            },
          }),
          ...(checkpoint?.stoppedBecause !== undefined && { stoppedBecause: checkpoint.stoppedBecause }),
        };
      }),
    );
  }

  /** How far the slowest projection is behind, with its events counted no further than `atMost`. */
  async lag(atMost = COUNTED_EVENTS): Promise<Lag> {
    const checkpoints = await projectionCheckpoints.all(this.dataSource.manager);
    const positions = this.runners.map(
      ({ name }) => checkpoints.find((each) => each.name === name)?.position ?? START,
    );
    const slowest = positions.reduce((least, each) => (comparePositions(each, least) < 0 ? each : least));
    return this.lagBehind(slowest, atMost);
  }

  private async lagBehind(position: Position, atMost: number): Promise<Lag> {
    const lagEvents = await this.store.countAfter(position, atMost);
    if (lagEvents === 0) return { lagEvents, lagSeconds: 0 };
    const [oldest] = await this.store.readAll(position, 1);
    const since = oldest === undefined ? this.now().getTime() : Date.parse(oldest.recordedAt);
    return { lagEvents, lagSeconds: Math.max(0, Math.floor((this.now().getTime() - since) / 1000)) };
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
