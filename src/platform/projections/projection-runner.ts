import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { BrokenHistory } from '../../kernel/aggregate.js';
import type { MigrationClass } from '../../../migrations/index.js';
import type { EventStore } from '../event-store/event-store.js';
import { comparePositions, parsePosition, START, type Position } from '../event-store/position.js';
import { Checkpoints } from '../following/checkpoints.js';
import type { Followed } from '../following/store-followers.js';
import type { EventCatalogues } from './event-catalogues.js';
import { parkedSubjects, type ParkedSubject } from './parked-subjects.js';
import type { SubjectProjection } from './projection.js';
import { ensureTables } from './read-model-tables.js';
import { SubjectHistories } from './subject-histories.js';
import { CannotProject, deleteAllRows, replaceRows, rowsOf } from './subject-rows.js';
import { subjectStreams } from './subject-streams.js';
import { reads, touchedSubjects } from './touched-subjects.js';

/** Events that are read in one batch and applied in one transaction. */
const BATCH = 500;

export const projectionCheckpoints = new Checkpoints('projection_checkpoint');

/** Told how far a rebuild has come, in events of the projection. */
export type RebuildProgress = (eventsDone: number, eventsTotal: number) => void;

export interface ProjectionRunnerOptions {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly catalogues: EventCatalogues;
  /** Those that make the tables of this projection. */
  readonly migrations: readonly MigrationClass[];
}

/**
 * Keeps the rows of one projection. Rows and checkpoint move in one transaction, under the lock of the checkpoint; so after
 * any crash they are those of the same moment, and two workers never disturb each other.
 */
export class ProjectionRunner implements Followed {
  private readonly histories: SubjectHistories;

  constructor(
    readonly projection: SubjectProjection,
    private readonly options: ProjectionRunnerOptions,
  ) {
    this.histories = new SubjectHistories(options.store, options.catalogues);
  }

  get name(): string {
    return this.projection.name;
  }

  /**
   * Applies the next batch of events, if there are any and no other worker is at it.
   *
   * @throws UnknownEventType when the batch has an event that this version does not know: nothing of it is applied.
   */
  async step(): Promise<'more' | 'caught-up'> {
    const { store, dataSource } = this.options;
    const { name } = this;
    // Looking first costs less than a transaction with a lock, each second, for nothing.
    const head = await store.head();
    if (await projectionCheckpoints.hasReached(dataSource.manager, name, head)) return 'caught-up';
    await this.register();
    return dataSource.transaction(async (manager) => {
      const checkpoint = await projectionCheckpoints.tryLock(manager, name);
      if (checkpoint === undefined) return 'caught-up';
      const batch = await store.readAll(checkpoint.position, BATCH);
      const last = batch.at(-1);
      if (last === undefined) return 'caught-up';

      const touched = touchedSubjects(this.projection, batch);
      await subjectStreams.remember(manager, name, touched);
      const held = new Set((await this.parked(manager)).map(({ subject }) => subject));
      for (const { subject, since } of touched) {
        if (!held.has(subject)) await this.projectSubject(manager, subject, last.position, since);
      }
      await projectionCheckpoints.move(manager, name, last.position);
      return batch.length < BATCH ? 'caught-up' : 'more';
    });
  }

  /** Follows the store until nothing is left to apply. */
  async catchUp(): Promise<void> {
    while ((await this.step()) === 'more');
  }

  /**
   * Folds the whole store anew in one transaction: readers see the old rows until all new ones are there.
   *
   * @throws UnknownEventType when the store has an event that this version does not know: the old rows stay.
   */
  async rebuild(onProgress: RebuildProgress = () => undefined): Promise<void> {
    const { store, dataSource, migrations } = this.options;
    const { name } = this;
    await this.register();
    await dataSource.transaction(async (manager) => {
      await projectionCheckpoints.lock(manager, name);
      await ensureTables(manager, this.projection, migrations);
      await deleteAllRows(manager, this.projection);
      await subjectStreams.forgetAll(manager, name);
      await parkedSubjects.releaseAll(manager, name);

      const head = await store.head();
      const eventsTotal = await this.findSubjects(manager, head);
      let eventsDone = 0;
      onProgress(eventsDone, eventsTotal);
      for (const subject of await subjectStreams.subjects(manager, name)) {
        eventsDone += await this.projectSubject(manager, subject, head, START);
        onProgress(eventsDone, eventsTotal);
      }
      await projectionCheckpoints.move(manager, name, head);
    });
  }

  /** Projects the parked subjects again, up to where the projection stands. Returns those that stay parked. */
  async retry(): Promise<readonly ParkedSubject[]> {
    const { name } = this;
    return this.options.dataSource.transaction(async (manager) => {
      const checkpoint = await projectionCheckpoints.lock(manager, name);
      if (checkpoint === undefined) return [];
      for (const { subject, sincePosition } of await this.parked(manager)) {
        await parkedSubjects.release(manager, name, subject);
        const since = parsePosition(sincePosition) ?? START;
        await this.projectSubject(manager, subject, checkpoint.position, since);
      }
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

  /** Notes which streams tell about which subject, over the whole store, and counts the events that will be folded. */
  private async findSubjects(manager: EntityManager, head: Position): Promise<number> {
    let events = 0;
    for (let after = START; comparePositions(after, head) < 0;) {
      const page = await this.options.store.readAll(after, BATCH);
      const batch = page.filter(({ position }) => comparePositions(position, head) <= 0);
      await subjectStreams.remember(manager, this.name, touchedSubjects(this.projection, batch));
      events += batch.filter((event) => reads(this.projection, event)).length;
      after = page.at(-1)?.position ?? head;
    }
    return events;
  }

  /**
   * Replaces the rows of one subject. When that cannot be done the subject is parked, its rows stay as they were, and the
   * others go on. Returns the number of events folded.
   */
  private async projectSubject(
    manager: EntityManager,
    subject: string,
    until: Position,
    since: Position,
  ): Promise<number> {
    const { name } = this;
    try {
      const streams = await subjectStreams.of(manager, name, subject);
      const history = await this.histories.load(this.projection, subject, streams, until);
      const rows = rowsOf(this.projection, history);
      // A savepoint: rows that the database refuses must not undo those of the other subjects.
      await manager.transaction((nested) => replaceRows(nested, this.projection, subject, rows));
      return history.events.length;
    } catch (fault) {
      if (!isAboutTheSubject(fault)) throw fault;
      await parkedSubjects.park(manager, name, subject, fault.message, since);
      return 0;
    }
  }
}

/** True when another subject would not have met this fault. Everything else, such as a lost connection, stops the batch. */
function isAboutTheSubject(fault: unknown): fault is Error {
  if (fault instanceof BrokenHistory || fault instanceof CannotProject) return true;
  // SQLSTATE class 22 is a value that does not fit, 23 one that breaks a constraint.
  const { code = '' } = (fault instanceof QueryFailedError ? fault.driverError : {}) as { code?: string };
  return code.startsWith('22') || code.startsWith('23');
}
