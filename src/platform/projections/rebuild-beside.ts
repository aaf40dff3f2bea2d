import { setTimeout as pause } from 'node:timers/promises';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { comparePositions, START, type Position } from '../event-store/position.js';
import { foldedFrom } from './folded-from.js';
import { parkedSubjects } from './parked-subjects.js';
import type { SubjectProjection } from './projection.js';
import { projectionCheckpoints } from './projection-checkpoints.js';
import { readAhead } from './read-ahead.js';
import { ensureTables } from './read-model-tables.js';
import { rebuildRecords, type RebuildPhase, type RebuildRecord } from './rebuild-record.js';
import { ShadowTables } from './shadow-tables.js';
import { SubjectProjector, type ProjectorOptions, type SubjectToFold } from './subject-projector.js';
import { subjectStreams } from './subject-streams.js';
import type { MigrationClass } from '../../../migrations/migration-class.js';

export type { RebuildPhase };

/** Told how far a rebuild has come, in events, first of its scan and then of its folding. */
export type RebuildProgress = (eventsDone: number, eventsTotal: number, phase: RebuildPhase) => void;

/** Whether the new rows take the place of the old ones at the end, or are only compared with them. */
export type RebuildPurpose = 'swap' | 'dry-run';

/** The name under which a rebuild keeps how far it has come, and the subjects that it cannot show. */
export function rebuildKey(projection: string, purpose: RebuildPurpose): string {
  return `${projection}+${purpose}`;
}

export interface RebuildOptions extends ProjectorOptions {
  readonly dataSource: DataSource;
  /** Those that make the tables of this projection. */
  readonly migrations: readonly MigrationClass[];
}

/** The tables of a read model are in use, and the new ones could not take their place. */
export class TablesInUse extends Error {
  override readonly name = 'TablesInUse';
}

/** The tables of a read model were changed while it was rebuilt: the new ones have none of that. */
export class TablesChanged extends Error {
  override readonly name = 'TablesChanged';
}

/** Subjects that are folded in one transaction. */
const SUBJECTS = 100;
// A swap waits for nobody for long, since everybody who reads waits behind it. SQLSTATE of a lock that was not given in time.
const SWAP_TRIES = 20;
const SWAP_PAUSE_MS = 500;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Builds the rows of a projection beside those that serve, page after page. Each page and how far it has come are one
 * transaction, so a rebuild that was killed goes on where it was, and memory holds one page whatever the size of the store.
 * It writes rows and nothing else: no reactor ever hears of it.
 */
export class RebuildBeside {
  private readonly key: string;
  private readonly shadow: ShadowTables;
  private readonly projector: SubjectProjector;
  private foldsFrom: string | undefined;

  constructor(
    private readonly projection: SubjectProjection,
    purpose: RebuildPurpose,
    private readonly options: RebuildOptions,
  ) {
    const { dataSource } = options;
    this.key = rebuildKey(projection.name, purpose);
    this.shadow = new ShadowTables(
      purpose === 'swap' ? 'read_model_next' : 'read_model_dry_run',
      this.key,
      projection.tables.map((table) => dataSource.getMetadata(table)),
    );
    this.projector = new SubjectProjector(projection, this.shadow, options);
  }

  /**
   * Starts, or goes on with what was begun before for tables of the same shape, and folded from the same: by the same code and
   * the same lists, out of the same kinds of events.
   *
   * @param target up to where subjects are folded once; what comes later is followed
   */
  async begin(target: Position): Promise<void> {
    const { dataSource, migrations } = this.options;
    const foldsFrom = await foldedFrom(this.projection);
    this.foldsFrom = foldsFrom;
    await dataSource.transaction(async (manager) => {
      await ensureTables(manager, this.projection, migrations);
      const shape = await this.shadow.shape(manager);
      const begun = await rebuildRecords.lock(manager, this.key);
      const goesOn = begun?.shape === shape && begun.foldedFrom === foldsFrom;
      if (goesOn && (await this.shadow.exist(manager))) return;
      await this.forget(manager);
      await this.shadow.create(manager);
      await rebuildRecords.begin(manager, { name: this.key, shape, foldedFrom: foldsFrom, target });
    });
  }

  /** Scans the store and folds every subject once. */
  async build(onProgress: RebuildProgress): Promise<void> {
    for (;;) {
      const record = await this.page((manager, begun) => this.advance(manager, begun));
      onProgress(...progressOf(record));
      if (record.phase === 'follow') return;
    }
  }

  /** Follows what was recorded meanwhile, up to the head of the store. */
  async follow(): Promise<void> {
    for (let more = true; more;) {
      await this.page(async (manager, record) => {
        const outcome = await this.projector.applyBatch(manager, record.position);
        more = outcome?.more === true;
        return { ...record, position: outcome?.reached ?? record.position };
      });
    }
  }

  /**
   * Puts the new rows in the place of the old ones: readers see the old ones until all new ones are there. What shows is
   * never older than before.
   *
   * @throws TablesInUse when somebody reads for so long that the swap gives up. Nothing is lost: it can be tried again.
   * @throws TablesChanged when a migration has changed the old ones since it began. The next rebuild begins anew.
   */
  async swap(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.options.dataSource.transaction((manager) => this.swapIn(manager));
        return;
      } catch (fault) {
        if (!isLockNotAvailable(fault)) throw fault;
        if (attempt === SWAP_TRIES)
          throw new TablesInUse(
            `The tables of ${this.projection.name} are in use, so the new ones cannot take their place. They are kept: run the rebuild again`,
            { cause: fault },
          );
        await pause(SWAP_PAUSE_MS);
      }
    }
  }

  /**
   * Brings the new rows to exactly where the old ones stand and hands both over, while nobody moves either.
   *
   * @param compare gets the tables of the new rows
   */
  async compare<Result>(
    compare: (manager: EntityManager, shadow: ShadowTables) => Promise<Result>,
  ): Promise<Result> {
    return this.options.dataSource.transaction(async (manager) => {
      const live = await projectionCheckpoints.lock(manager, this.projection.name);
      const record = await this.locked(manager);
      await this.followUntil(manager, record.position, live?.position ?? START);
      return compare(manager, this.shadow);
    });
  }

  /** Drops what was built. */
  async drop(): Promise<void> {
    await this.options.dataSource.transaction((manager) => this.forget(manager));
  }

  private async swapIn(manager: EntityManager): Promise<void> {
    const { name } = this.projection;
    const live = await projectionCheckpoints.lock(manager, name);
    const record = await this.locked(manager);
    const reached = await this.followUntil(manager, record.position, live?.position ?? START);
    await parkedSubjects.handOver(manager, this.key, name);
    await projectionCheckpoints.move(manager, name, reached);
    await rebuildRecords.end(manager, this.key);
    await manager.query(`SET LOCAL lock_timeout = '1s'`);
    await this.shadow.lockLive(manager);
    if ((await this.shadow.shape(manager)) !== record.shape)
      throw new TablesChanged(
        `The tables of ${name} have changed since its rebuild began, so the new ones would take that away. The old ones stay: run the rebuild again`,
      );
    await this.shadow.swapIn(manager);
  }

  private async followUntil(manager: EntityManager, from: Position, until: Position): Promise<Position> {
    let reached = from;
    while (comparePositions(reached, until) < 0) {
      const outcome = await this.projector.applyBatch(manager, reached, { until });
      // The store ends here: a checkpoint further on was one of another store.
      if (outcome === undefined) return reached;
      reached = outcome.reached;
    }
    return reached;
  }

  /** One page of work in one transaction with how far it has come. */
  private async page(
    work: (manager: EntityManager, record: RebuildRecord) => Promise<RebuildRecord>,
  ): Promise<RebuildRecord> {
    return this.options.dataSource.transaction(async (manager) => {
      const moved = await work(manager, await this.locked(manager));
      await rebuildRecords.save(manager, moved);
      return moved;
    });
  }

  private async advance(manager: EntityManager, record: RebuildRecord): Promise<RebuildRecord> {
    switch (record.phase) {
      case 'scan':
        return this.scan(manager, record);
      case 'fold':
        return this.fold(manager, record);
      case 'follow':
        return record;
    }
  }

  private async scan(manager: EntityManager, record: RebuildRecord): Promise<RebuildRecord> {
    const ahead = await readAhead(this.projection, this.options, record.position, record.target);
    if (ahead === undefined) return { ...record, phase: 'fold', position: record.target };
    await this.projector.remember(manager, ahead);
    const { last, stop, more, count } = ahead;
    const position = last?.position ?? (await this.projector.pass(manager, stop)).reached;
    return { ...record, phase: more ? 'scan' : 'fold', position, eventsTotal: record.eventsTotal + count };
  }

  private async fold(manager: EntityManager, record: RebuildRecord): Promise<RebuildRecord> {
    const subjects = await subjectStreams.subjectsAfter(
      manager,
      this.projection.name,
      record.lastSubject,
      SUBJECTS,
    );
    const last = subjects.at(-1);
    if (last === undefined) {
      await this.shadow.finish(manager);
      return { ...record, phase: 'follow', position: record.target };
    }
    const held = await parkedSubjects.among(manager, this.key, subjects);
    const toFold = subjects
      .filter((subject) => !held.has(subject))
      .map((subject): SubjectToFold => ({ subject, since: START }));
    const events = await this.projector.fold(manager, toFold, record.target);
    return { ...record, lastSubject: last, eventsDone: record.eventsDone + events };
  }

  private async locked(manager: EntityManager): Promise<RebuildRecord> {
    const record = await rebuildRecords.lock(manager, this.key);
    const { name } = this.projection;
    if (record === undefined) throw new Error(`The rebuild of ${name} has ended in another process`);
    // Its rows are no longer those that this process began.
    if (record.foldedFrom !== this.foldsFrom)
      throw new Error(
        `The rebuild of ${name} was begun anew by another version, or by another list: let one end before the next`,
      );
    return record;
  }

  private async forget(manager: EntityManager): Promise<void> {
    await this.shadow.drop(manager);
    await parkedSubjects.releaseAll(manager, this.key);
    await rebuildRecords.end(manager, this.key);
  }
}

function progressOf({
  phase,
  target,
  position,
  eventsDone,
  eventsTotal,
}: RebuildRecord): Parameters<RebuildProgress> {
  return phase === 'scan'
    ? [Number(position.commit), Number(target.commit), phase]
    : [eventsDone, eventsTotal, phase];
}

function isLockNotAvailable(fault: unknown): boolean {
  if (!(fault instanceof QueryFailedError)) return false;
  return (fault.driverError as { code?: string }).code === LOCK_NOT_AVAILABLE;
}
