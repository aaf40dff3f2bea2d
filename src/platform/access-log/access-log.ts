import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../clock/clock.module.js';
import type { CommandContext } from '../event-store/command-context.js';
import { Problem } from '../http/problems/problem.js';
import { accessHash, NO_ENTRY, type AccessEntry, type RecordedAccess } from './access-entry.js';

/** Made by its migration: it may insert and select, and nothing else. */
const ROLE = 'handover_access_log';
const RETRY_SECONDS = '2';
const CHECKED_AT_ONCE = 1_000;

/** Who did it. The command id is not needed: a read has none. */
export type AccessContext = Pick<CommandContext, 'actor' | 'correlationId'>;

/** What somebody learned of people, and which organisation had recorded them. */
export interface LearnedOfOthers {
  readonly entry: AccessEntry;
  readonly recordedBy: string;
}

/** Which entries to list. */
export interface AccessFilter {
  readonly person?: string;
  readonly reader?: string;
}

interface EntryRow {
  readonly organisation: string;
  readonly ordinal: number;
  readonly at: Date;
  readonly reader: string;
  readonly role: string;
  readonly action: string;
  readonly people: string[];
  readonly field_classes: string[];
  readonly purpose: string;
  readonly correlation_id: string;
  readonly hash: Buffer;
}

const COLUMNS =
  'organisation, ordinal, at, reader, role, action, people, field_classes, purpose, correlation_id, hash';

/** The log of who saw whose details: one hash chain for each organisation, which nobody can change, only add to. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records entries before what they are about is shown. What must not happen without its entry hands over its transaction.
   *
   * @throws Problem `access-not-recorded` when that is not possible: then nothing is shown and nothing happens.
   */
  async record(
    context: AccessContext,
    entries: readonly AccessEntry[],
    within?: EntityManager,
  ): Promise<void> {
    await orNothing(
      within === undefined
        ? this.database.transaction((own) => this.append(own, context, entries))
        : this.append(within, context, entries),
    );
  }

  /**
   * Records what a reader learns of people whom other organisations recorded, before they learn it: in the chain of the reader's
   * own organisation, and in that of each other, which so sees who asked after its people.
   *
   * @throws Problem as `record`.
   */
  async recordOfOthers(context: AccessContext, learned: readonly LearnedOfOthers[]): Promise<void> {
    const { actor } = context;
    const others = new Set(learned.map(({ recordedBy }) => recordedBy));
    others.delete(actor.organisation);
    // Always in the same order: two who wait for each other's chains would never end.
    const chains = [actor.organisation, ...others].sort();
    const append = async (manager: EntityManager) => {
      for (const chain of chains) {
        const seen = learned.filter(({ recordedBy }) => [recordedBy, actor.organisation].includes(chain));
        const entries = seen.map(({ entry }) => entry);
        await this.append(manager, { ...context, actor: { ...actor, organisation: chain } }, entries);
      }
    };
    await orNothing(this.database.transaction(append));
  }

  /** The newest entries of an organisation first; those before `before` where it is given. */
  async list(
    organisation: string,
    { person, reader }: AccessFilter,
    limit: number,
    before?: number,
  ): Promise<readonly RecordedAccess[]> {
    const rows = await this.asOwnRole((manager) =>
      manager.query<EntryRow[]>(
        `select ${COLUMNS} from access_log.entry
           where organisation = $1 and ($2::text is null or people @> array[$2::text])
             and ($3::text is null or reader = $3) and ($4::integer is null or ordinal < $4)
           order by ordinal desc limit $5`,
        [organisation, person ?? null, reader ?? null, before ?? null, limit],
      ),
    );
    return rows.map(entryOf);
  }

  /**
   * Works the chain of an organisation out anew.
   *
   * @returns the ordinal of the first entry that is missing or not what was recorded; nothing when the chain is whole. What
   * was cut off at its end leaves no trace in the chain itself.
   */
  async firstFault(organisation: string): Promise<number | undefined> {
    let previous = NO_ENTRY;
    for (let done = 0; ;) {
      const rows = await this.asOwnRole((manager) =>
        manager.query<EntryRow[]>(
          `select ${COLUMNS} from access_log.entry where organisation = $1 and ordinal > $2 order by ordinal limit $3`,
          [organisation, done, CHECKED_AT_ONCE],
        ),
      );
      for (const row of rows) {
        if (row.ordinal !== done + 1 || !accessHash(previous, entryOf(row)).equals(row.hash)) return done + 1;
        previous = row.hash;
        done = row.ordinal;
      }
      if (rows.length < CHECKED_AT_ONCE) return undefined;
    }
  }

  /** The organisations that have a chain. */
  async organisations(): Promise<readonly string[]> {
    const rows = await this.asOwnRole((manager) =>
      manager.query<{ organisation: string }[]>(
        'select distinct organisation from access_log.entry order by organisation',
      ),
    );
    return rows.map(({ organisation }) => organisation);
  }

  private asOwnRole<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (manager) => {
      await manager.query(`set local role ${ROLE}`);
      return work(manager);
    });
  }

  private async append(
    manager: EntityManager,
    { actor, correlationId }: AccessContext,
    entries: readonly AccessEntry[],
  ): Promise<void> {
    // Entries of one organisation come one after the other; the lock is held until the commit.
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('access-log ' || $1, 0))`, [
      actor.organisation,
    ]);
    await manager.query(`set local role ${ROLE}`);
    const [last] = await manager.query<Pick<EntryRow, 'ordinal' | 'hash' | 'at'>[]>(
      'select ordinal, hash, at from access_log.entry where organisation = $1 order by ordinal desc limit 1',
      [actor.organisation],
    );
    // Time never goes back in a chain, whatever the clock of a server does.
    const at = new Date(Math.max(this.clock.now().getTime(), last?.at.getTime() ?? 0)).toISOString();
    let ordinal = last?.ordinal ?? 0;
    let hash: Uint8Array = last?.hash ?? NO_ENTRY;
    for (const entry of entries) {
      ordinal += 1;
      const { organisation, id: reader, role } = actor;
      const recorded = { ...entry, organisation, ordinal, at, reader, role, correlationId };
      hash = accessHash(hash, recorded);
      await insert(manager, recorded, hash);
    }
    // The rest of the transaction is not about the log.
    await manager.query('set local role none');
  }
}

/** @throws Problem `access-not-recorded` when what was to be recorded was not. */
async function orNothing(recording: Promise<void>): Promise<void> {
  try {
    await recording;
  } catch (cause) {
    throw new Problem(
      'access-not-recorded',
      'Who sees a person’s details is recorded first, and that is not possible at the moment. Nothing was shown or changed.',
      { cause, headers: { 'retry-after': RETRY_SECONDS } },
    );
  }
}

async function insert(manager: EntityManager, entry: RecordedAccess, hash: Uint8Array): Promise<void> {
  await manager.query(
    `insert into access_log.entry (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      entry.organisation,
      entry.ordinal,
      entry.at,
      entry.reader,
      entry.role,
      entry.action,
      entry.people,
      entry.fieldClasses,
      entry.purpose,
      entry.correlationId,
      Buffer.from(hash),
    ],
  );
}

function entryOf(row: EntryRow): RecordedAccess {
  return {
    organisation: row.organisation,
    ordinal: row.ordinal,
    at: row.at.toISOString(),
    reader: row.reader,
    role: row.role,
    action: row.action,
    people: row.people,
    fieldClasses: row.field_classes,
    purpose: row.purpose,
    correlationId: row.correlation_id,
  };
}
