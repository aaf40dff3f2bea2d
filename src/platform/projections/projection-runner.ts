import type { DataSource, EntityManager } from 'typeorm';
import type { MigrationClass } from '../../../migrations/migration-class.js';
import type { EventStore } from '../event-store/event-store.js';
import { comparePositions, parsePosition, START } from '../event-store/position.js';
import { refuseAheadOf } from '../following/checkpoint-ahead.js';
import type { Followed } from '../following/store-followers.js';
import type { EventCatalogues } from './event-catalogues.js';
import { differencesBetween, type FigureDifferences } from './figure-differences.js';
import { parkedSubjects, type ParkedSubject } from './parked-subjects.js';
import type { SubjectProjection } from './projection.js';
import { projectionCheckpoints } from './projection-checkpoints.js';
import { RebuildBeside, type RebuildProgress } from './rebuild-beside.js';
import { livePlace } from './row-place.js';
import { SubjectProjector } from './subject-projector.js';

export interface ProjectionRunnerOptions {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly catalogues: EventCatalogues;
  /** Those that make the tables of this projection. */
  readonly migrations: readonly MigrationClass[];
}

const silent: RebuildProgress = () => undefined;

/**
 * Keeps the rows of one projection. Rows and checkpoint move in one transaction, under the lock of the checkpoint; so after
 * any crash they are those of the same moment, and two workers never disturb each other: one that has lost its lock with its
 * connection has lost its transaction too.
 */
export class ProjectionRunner implements Followed {
  private readonly projector: SubjectProjector;

  constructor(
    readonly projection: SubjectProjection,
    private readonly options: ProjectionRunnerOptions,
  ) {
    this.projector = new SubjectProjector(projection, livePlace(projection.name), options);
  }

  get name(): string {
    return this.projection.name;
  }

  /**
   * Applies the next batch of events, if there are any and no other worker is at it.
   *
   * @param stopping gives the batch up when it says so: its transaction ends with nothing applied
   * @throws UnknownEventType when the next event is one that this version does not know. Those before it are applied.
   * @throws BrokenHistory when nobody can tell whom the next event is about.
   * @throws CheckpointAhead when the store ends before the checkpoint.
   * @throws the reason of `stopping` when the batch was given up.
   */
  async step(stopping?: AbortSignal): Promise<'more' | 'caught-up'> {
    const { store, dataSource } = this.options;
    const { name } = this;
    // Looking first costs less than a transaction with a lock, each second, for nothing.
    const head = await store.head();
    const checkpoint = await projectionCheckpoints.look(dataSource, name);
    const seen = checkpoint?.position ?? START;
    if (comparePositions(seen, head) > 0) await refuseAheadOf(store, name, seen);
    if (comparePositions(seen, head) >= 0) {
      if (checkpoint?.stoppedBecause !== undefined)
        await projectionCheckpoints.resume(dataSource.manager, name);
      return 'caught-up';
    }
    await this.register();
    return dataSource.transaction(async (manager) => {
      const locked = await projectionCheckpoints.tryLock(manager, name);
      if (locked === undefined) return 'caught-up';
      const outcome = await this.projector.applyBatch(manager, locked.position, { stopping });
      if (outcome === undefined) return 'caught-up';
      await projectionCheckpoints.move(manager, name, outcome.reached);
      return outcome.more ? 'more' : 'caught-up';
    });
  }

  /** Follows the store until nothing is left to apply. */
  async catchUp(): Promise<void> {
    while ((await this.step()) === 'more');
  }

  /**
   * Folds the whole store anew beside the rows that serve, and puts the new rows in their place at the end. One that was
   * killed goes on where it was.
   *
   * @throws UnknownEventType when the store has an event that this version does not know: the old rows stay.
   * @throws TablesInUse
   * @throws TablesChanged
   */
  async rebuild(onProgress: RebuildProgress = silent): Promise<void> {
    await this.register();
    const beside = new RebuildBeside(this.projection, 'swap', this.options);
    await beside.begin(await this.options.store.head());
    await beside.build(onProgress);
    await beside.follow();
    await beside.swap();
  }

  /**
   * Folds the whole store anew beside the rows that serve, says what would be different, and drops what it made.
   *
   * @throws UnknownEventType when the store has an event that this version does not know.
   */
  async wouldChange(onProgress: RebuildProgress = silent): Promise<FigureDifferences> {
    const { dataSource } = this.options;
    await this.register();
    const beside = new RebuildBeside(this.projection, 'dry-run', this.options);
    // One that was killed stands at another moment than the rows of now.
    await beside.drop();
    try {
      const checkpoint = await projectionCheckpoints.find(dataSource.manager, this.name);
      await beside.begin(checkpoint?.position ?? START);
      await beside.build(onProgress);
      return await beside.compare((manager, shadow) => differencesBetween(manager, this.projection, shadow));
    } finally {
      await beside.drop();
    }
  }

  /** Projects the parked subjects again, up to where the projection stands. Returns those that stay parked. */
  async retry(): Promise<readonly ParkedSubject[]> {
    const { name } = this;
    return this.options.dataSource.transaction(async (manager) => {
      const checkpoint = await projectionCheckpoints.lock(manager, name);
      if (checkpoint === undefined) return [];
      const held = await this.parked(manager);
      await parkedSubjects.releaseAll(manager, name);
      const toFold = held.map(({ subject, sincePosition }) => ({
        subject,
        since: parsePosition(sincePosition) ?? START,
      }));
      await this.projector.fold(manager, toFold, checkpoint.position);
      return this.parked(manager);
    });
  }

  /** Writes down why the projection does not go on. */
  async recordStop(because: string): Promise<void> {
    await projectionCheckpoints.stop(this.options.dataSource.manager, this.name, because);
  }

  async parked(manager: EntityManager = this.options.dataSource.manager): Promise<readonly ParkedSubject[]> {
    return parkedSubjects.all(manager, this.name);
  }

  private async register(): Promise<void> {
    await projectionCheckpoints.register(this.options.dataSource.manager, this.name, START);
  }
}
