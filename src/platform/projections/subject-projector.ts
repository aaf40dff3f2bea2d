import type { EntityManager } from 'typeorm';
import { BrokenHistory } from '../../kernel/aggregate.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { comparePositions, type Position } from '../event-store/position.js';
import type { EventCatalogues } from './event-catalogues.js';
import type { ReadableEvents } from './event-scan.js';
import { refusesAValue } from '../persistence/refused-value.js';
import { parkedSubjects } from './parked-subjects.js';
import type { SubjectProjection, TableRows } from './projection.js';
import { readAhead } from './read-ahead.js';
import type { RowPlace } from './row-place.js';
import { SubjectHistories } from './subject-histories.js';
import { CannotProject, replaceRows, rowsOf } from './subject-rows.js';
import { subjectStreams } from './subject-streams.js';

/** Subjects whose whole histories are in memory at a time. */
const SUBJECTS_AT_ONCE = 100;

/** A subject to be folded again. */
export interface SubjectToFold {
  readonly subject: string;
  /** The event from which on its rows are no longer right, should this fail. */
  readonly since: Position;
}

/** How far a batch has come. */
export interface BatchOutcome {
  /** All events up to here are shown, or hold back the subject that they are about. */
  readonly reached: Position;
  readonly more: boolean;
}

/** Where a batch ends at the latest. */
export interface BatchLimits {
  /** No event behind this is applied. */
  readonly until?: Position | undefined;
  /** Says when to give the batch up: whoever has the transaction undoes it. */
  readonly stopping?: AbortSignal | undefined;
}

export interface ProjectorOptions {
  readonly store: EventStore;
  readonly catalogues: EventCatalogues;
}

/** Folds subjects of one projection and writes their rows to one place, many subjects with few statements. */
export class SubjectProjector {
  private readonly histories: SubjectHistories;

  constructor(
    private readonly projection: SubjectProjection,
    private readonly place: RowPlace,
    private readonly options: ProjectorOptions,
  ) {
    this.histories = new SubjectHistories(projection, options.store, options.catalogues);
  }

  /**
   * Applies the next events after a position, and none behind `until`. Nothing when there are none.
   *
   * @throws UnknownEventType or BrokenHistory when the very next event cannot be passed over: this version does not know it,
   *   or nobody can tell whom it is about.
   * @throws the reason of `stopping` when that says to give up.
   */
  async applyBatch(
    manager: EntityManager,
    after: Position,
    { until, stopping }: BatchLimits = {},
  ): Promise<BatchOutcome | undefined> {
    const readable = await readAhead(this.projection, this.options, after, until);
    if (readable === undefined) return undefined;
    await this.remember(manager, readable);
    // What comes before the stop is applied first; then the stop is the very next event.
    if (readable.last === undefined) return this.pass(manager, readable.stop);
    const held = await parkedSubjects.among(
      manager,
      this.place.parkedAs,
      readable.touched.map(({ subject }) => subject),
    );
    const toFold = readable.touched.filter(({ subject }) => !held.has(subject));
    await this.fold(manager, toFold, readable.last.position, stopping);
    return { reached: readable.last.position, more: readable.more };
  }

  /** Notes which streams tell about which subject. */
  async remember(manager: EntityManager, { touched }: ReadableEvents): Promise<void> {
    await subjectStreams.remember(manager, this.projection.name, touched);
  }

  /**
   * Holds back the subjects of a stream whose next event does not say whom it is about, so that all others can go on.
   *
   * @throws what stands in `stop` when that is not enough.
   */
  async pass(manager: EntityManager, stop: ReadableEvents['stop']): Promise<BatchOutcome> {
    if (stop === undefined) throw new Error('There is nothing to pass over');
    const { event, fault } = stop;
    const subjects =
      fault instanceof BrokenHistory
        ? await subjectStreams.toldBy(manager, this.projection.name, event.stream)
        : [];
    // Of a new stream nobody can tell whose figures rest on it.
    if (subjects.length === 0) throw fault;
    await this.parkAll(manager, subjects, fault.message, event);
    return { reached: event.position, more: true };
  }

  /**
   * Replaces the rows of subjects. One whose rows cannot be made is parked: its rows stay as they were, and the others go
   * on. Returns how many events were folded.
   *
   * @throws the reason of `stopping` when that says to give up.
   */
  async fold(
    manager: EntityManager,
    subjects: readonly SubjectToFold[],
    until: Position,
    stopping?: AbortSignal,
  ): Promise<number> {
    let events = 0;
    for (let from = 0; from < subjects.length; from += SUBJECTS_AT_ONCE) {
      stopping?.throwIfAborted();
      events += await this.foldSome(manager, subjects.slice(from, from + SUBJECTS_AT_ONCE), until);
    }
    return events;
  }

  private async foldSome(
    manager: EntityManager,
    subjects: readonly SubjectToFold[],
    until: Position,
  ): Promise<number> {
    const streams = await subjectStreams.ofAll(
      manager,
      this.projection.name,
      subjects.map(({ subject }) => subject),
    );
    const histories = await this.histories.load(
      streams,
      ({ position }) => comparePositions(position, until) <= 0,
    );
    const folded = new Map<SubjectToFold, readonly TableRows[]>();
    let events = 0;
    for (const each of subjects) {
      const history = histories.get(each.subject);
      if (history === undefined) continue;
      try {
        if (history instanceof BrokenHistory) throw history;
        // A subject of which nothing is known yet has no rows.
        folded.set(each, history.events.length === 0 ? [] : rowsOf(this.projection, history));
        events += history.events.length;
      } catch (fault) {
        await this.park(manager, each, fault);
      }
    }
    await this.write(manager, folded);
    return events;
  }

  /** Writes all at once; when the database refuses a row, one after the other, to find out whose it is. */
  private async write(
    manager: EntityManager,
    folded: ReadonlyMap<SubjectToFold, readonly TableRows[]>,
  ): Promise<void> {
    try {
      await this.replace(manager, [...folded.keys()], [...folded.values()].flat());
    } catch (fault) {
      if (!isAboutTheSubject(fault)) throw fault;
      for (const [each, rows] of folded) {
        try {
          await this.replace(manager, [each], rows);
        } catch (refused) {
          await this.park(manager, each, refused);
        }
      }
    }
  }

  private async replace(
    manager: EntityManager,
    subjects: readonly SubjectToFold[],
    rows: readonly TableRows[],
  ): Promise<void> {
    const names = subjects.map(({ subject }) => subject);
    // A savepoint: rows that the database refuses must not undo those of the other subjects.
    await manager.transaction((nested) => replaceRows(nested, this.projection, this.place, names, rows));
  }

  private async park(
    manager: EntityManager,
    { subject, since }: SubjectToFold,
    fault: unknown,
  ): Promise<void> {
    if (!isAboutTheSubject(fault)) throw fault;
    await parkedSubjects.park(manager, this.place.parkedAs, subject, fault.message, since);
  }

  private async parkAll(
    manager: EntityManager,
    subjects: readonly string[],
    reason: string,
    { position }: StoredEvent,
  ): Promise<void> {
    const { parkedAs } = this.place;
    const held = await parkedSubjects.among(manager, parkedAs, subjects);
    for (const subject of subjects) {
      if (!held.has(subject)) await parkedSubjects.park(manager, parkedAs, subject, reason, position);
    }
  }
}

/** True when another subject would not have met this fault. Everything else, such as a lost connection, stops the batch. */
function isAboutTheSubject(fault: unknown): fault is Error {
  return fault instanceof BrokenHistory || fault instanceof CannotProject || refusesAValue(fault);
}
