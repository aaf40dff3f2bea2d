import type { DataSource, EntityManager } from 'typeorm';
import type { Position } from '../event-store/position.js';
import { Gathered } from '../persistence/gathered.js';
import { storedReason } from '../persistence/stored-reason.js';

/** How far one follower of the store has come. */
export interface Checkpoint {
  readonly name: string;
  readonly position: Position;
  /** Why it does not go on; absent while it does. */
  readonly stoppedBecause?: string;
}

/** Followers are few, and what they ask is short. */
const LOOKS = { isAboutOne: () => false, lanes: 1, most: 100 };

interface CheckpointRow {
  readonly name: string;
  readonly commit_position: string;
  readonly prepare_position: string;
  readonly stopped_because: string | null;
}

/**
 * The checkpoints of one kind of follower. Whoever moves a checkpoint holds the lock on its row in the transaction that
 * writes what follows from the events, so two workers never apply the same batch.
 */
export class Checkpoints {
  private readonly looks = new WeakMap<DataSource, Gathered<string, Checkpoint | undefined>>();

  constructor(private readonly table: 'projection_checkpoint' | 'reactor_checkpoint') {}

  /** Makes the checkpoint unless it is there. */
  async register(manager: EntityManager, name: string, { commit, prepare }: Position): Promise<void> {
    await manager.query(
      `INSERT INTO ${this.table} (name, commit_position, prepare_position) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [name, commit, prepare],
    );
  }

  async find(manager: EntityManager, name: string): Promise<Checkpoint | undefined> {
    return this.first(manager, name, '');
  }

  /** The checkpoint as it stands, outside of any transaction. Followers that look at the same moment share one statement. */
  async look(database: DataSource, name: string): Promise<Checkpoint | undefined> {
    const looks =
      this.looks.get(database) ??
      new Gathered<string, Checkpoint | undefined>(
        async (names) => this.named(database.manager, names),
        LOOKS,
      );
    this.looks.set(database, looks);
    return looks.ask(name);
  }

  async all(manager: EntityManager): Promise<readonly Checkpoint[]> {
    const rows = await manager.query<CheckpointRow[]>(`SELECT * FROM ${this.table} ORDER BY name`);
    return rows.map(checkpointOf);
  }

  /** Locks the checkpoint until the transaction ends; nothing when another worker has it, or it was never made. */
  async tryLock(manager: EntityManager, name: string): Promise<Checkpoint | undefined> {
    return this.first(manager, name, 'FOR UPDATE SKIP LOCKED');
  }

  /** Locks the checkpoint until the transaction ends, when another worker has let go of it. */
  async lock(manager: EntityManager, name: string): Promise<Checkpoint | undefined> {
    return this.first(manager, name, 'FOR UPDATE');
  }

  /** Moves a locked checkpoint. Whatever had stopped the follower is over. */
  async move(manager: EntityManager, name: string, { commit, prepare }: Position): Promise<void> {
    await manager.query(
      `UPDATE ${this.table} SET commit_position = $2, prepare_position = $3, moved_at = now(), stopped_because = NULL
       WHERE name = $1`,
      [name, commit, prepare],
    );
  }

  /** Writes down why the follower does not go on, for whoever looks at its status. */
  async stop(manager: EntityManager, name: string, because: string): Promise<void> {
    await manager.query(`UPDATE ${this.table} SET stopped_because = $2 WHERE name = $1`, [
      name,
      storedReason(because),
    ]);
  }

  /** Writes down that a follower at the head goes on: what had stopped it has passed, and there is no event to move it by. */
  async resume(manager: EntityManager, name: string): Promise<void> {
    await manager.query(
      `UPDATE ${this.table} SET stopped_because = NULL WHERE name = $1 AND stopped_because IS NOT NULL`,
      [name],
    );
  }

  private async named(
    manager: EntityManager,
    names: readonly string[],
  ): Promise<readonly (Checkpoint | undefined)[]> {
    const rows = await manager.query<CheckpointRow[]>(`SELECT * FROM ${this.table} WHERE name = ANY($1)`, [
      names,
    ]);
    const found = new Map(rows.map((row) => [row.name, checkpointOf(row)]));
    return names.map((name) => found.get(name));
  }

  private async first(manager: EntityManager, name: string, lock: string): Promise<Checkpoint | undefined> {
    const rows = await manager.query<CheckpointRow[]>(`SELECT * FROM ${this.table} WHERE name = $1 ${lock}`, [
      name,
    ]);
    return rows.map(checkpointOf)[0];
  }
}

function checkpointOf(row: CheckpointRow): Checkpoint {
  return {
    name: row.name,
    position: { commit: BigInt(row.commit_position), prepare: BigInt(row.prepare_position) },
    ...(row.stopped_because !== null && { stoppedBecause: row.stopped_because }),
  };
}
