import pg from 'pg';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { DatabaseSettings } from '../../persistence/database-settings.js';
import { Gathered } from '../../persistence/gathered.js';
import type { HearingClientConfig } from '../../persistence/hearing-client.js';
import type { AppendOutcome, EventStore, EventToStore, StoredEvent } from '../event-store.js';
import { START, type Position } from '../position.js';
import { appendCall, outcomesOf } from './append-call.js';
import { AppendListener } from './append-listener.js';
import { AppendQueue, type Append, type QueueLimits } from './append-queue.js';
import { integerArray, integerValue, textArray } from '../../persistence/binary-values.js';
import { CHAINED_EVENT_COLUMNS, chainedEventsOf, EVENT_COLUMNS, storedEventOf } from './event-row.js';
import { RawRowsClient } from './raw-rows-client.js';
import { queryRawRows, type RawValue } from './raw-rows-query.js';
import { RowReader } from './row-reader.js';
import { asStoreFault, violates } from './unavailable.js';

// Whoever waits for an answer is told within seconds that there is none. The server gives up a little before the client
// does, so that a slow statement is cancelled and not left running.
const CONNECT_MS = 5_000;
const STATEMENT_MS = 5_000;
const ANSWER_MS = 6_000;

// While one batch waits for the disk the next is sent and waits for the lock.
const LIMITS: QueueLimits = {
  lanes: 2,
  batchAppends: 64,
  batchBytes: 1024 * 1024,
  queueAppends: 1_000,
  queueBytes: 32 * 1024 * 1024,
};

/** What a stream holds from a revision on. */
interface PartOfStream {
  readonly stream: string;
  readonly fromRevision: number;
}

// The lanes leave connections to those who append and to those who follow the store.
const READS = {
  isAboutOne: () => false,
  lanes: 4,
  most: 32,
};

// The role is made by its migration. Without force_generic_plan PostgreSQL plans the statements of the functions that append
// anew on every call, which takes longer than running them; and a plan that was made while the table was empty must not read all
// of it later. Whoever calls them without these settings waits longer and gets the same.
const OPTIONS = [
  '-c role=handover_events', // It reads events and appends them, and can do nothing else to them.
  '-c plan_cache_mode=force_generic_plan',
  '-c enable_seqscan=off',
].join(' ');

/** The event store in PostgreSQL. The schema `event_store` comes from its migration, which says how it keeps its promises. */
export class PostgresEventStore implements EventStore {
  private readonly queue: AppendQueue;
  private readonly reads = new Gathered<PartOfStream, readonly StoredEvent[]>(
    (wanted) => this.readTogether(wanted),
    READS,
  );
  /** All that follow the store ask for its end at the same moment, each second and after each append. */
  private readonly heads = new Gathered<undefined, Position>(async (asked) => {
    const head = await this.readHead();
    return asked.map(() => head);
  }, READS);

  private constructor(
    private readonly pool: pg.Pool,
    private readonly listener: AppendListener,
  ) {
    this.queue = new AppendQueue((batch) => this.appendBatch(batch), LIMITS);
  }

  /** Connects when first used. Close it at the end. */
  static connect({ databaseUrl, poolSize, keptOpen = 0 }: DatabaseSettings): PostgresEventStore {
    const config: pg.PoolConfig & HearingClientConfig = {
      Client: RawRowsClient,
      connectionString: databaseUrl,
      options: OPTIONS,
      max: poolSize,
      min: keptOpen,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      answerWithinMs: ANSWER_MS,
      keepAlive: true,
    };
    const pool = new pg.Pool(config);
    // A connection that breaks while nobody uses it is replaced by the pool; unheard, its error would end the process.
    pool.on('error', () => undefined);
    return new PostgresEventStore(pool, new AppendListener(databaseUrl));
  }

  async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventToStore[],
  ): Promise<AppendOutcome> {
    if (events.length === 0) throw new InvalidValue('An append holds at least one event');
    if (new Set(events.map(({ eventId }) => eventId)).size < events.length) {
      return { outcome: 'event-id-reused' };
    }
    try {
      return await this.queue.add({ stream, expectedRevision, events });
    } catch (fault) {
      // Somebody who writes past the functions that append took an id between the look for it and the writing.
      if (violates(fault, 'events_event_id')) return { outcome: 'event-id-reused' };
      throw fault;
    }
  }

  async readStream(stream: string, fromRevision = 1): Promise<readonly StoredEvent[]> {
    return this.reads.ask({ stream, fromRevision });
  }

  async readStreams(streams: readonly string[]): Promise<readonly StoredEvent[]> {
    const rows = await this.query(
      'read-streams',
      `SELECT ${CHAINED_EVENT_COLUMNS} FROM event_store.events WHERE stream = ANY($1) ORDER BY position`,
      [textArray(streams)],
    );
    return chainedEventsOf(rows);
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    const rows = await this.query(
      'read-all',
      `SELECT ${EVENT_COLUMNS} FROM event_store.events WHERE position > $1 ORDER BY position LIMIT $2::integer`,
      [String(after.commit), integerValue(limit)],
    );
    return rows.map(storedEventOf);
  }

  async head(): Promise<Position> {
    return this.heads.ask(undefined);
  }

  /** PostgreSQL numbers events without a gap. */
  async countAfter(after: Position, atMost: number): Promise<number> {
    const { commit } = await this.head();
    return Math.max(0, Math.min(Number(commit - after.commit), atMost));
  }

  async settledBefore(): Promise<string> {
    const [row] = await this.query('settled-before', 'SELECT event_store.settled_before()', []);
    if (row === undefined) throw new Error('The event store did not say until when it is settled');
    return new RowReader(row).instant();
  }

  onAppended(wake: () => void): () => void {
    return this.listener.listen(wake);
  }

  /** Waits for the answers to what is being appended. */
  async close(): Promise<void> {
    await this.queue.empty();
    await this.listener.close();
    await this.pool.end();
  }

  private async readHead(): Promise<Position> {
    const [row] = await this.query(
      'head',
      'SELECT position FROM event_store.events ORDER BY position DESC LIMIT 1',
      [],
    );
    if (row === undefined) return START;
    const position = new RowReader(row).bigint();
    return { commit: position, prepare: position };
  }

  /**
   * Each stream is read once, from the event before the first that anybody asks for: several may ask for the same, and the
   * hash of an event takes in that of the one before it.
   */
  private async readTogether(wanted: readonly PartOfStream[]): Promise<readonly (readonly StoredEvent[])[]> {
    const from = new Map<string, number>();
    for (const { stream, fromRevision } of wanted) {
      from.set(stream, Math.min(fromRevision - 1, from.get(stream) ?? Infinity));
    }
    const events = new Map<string, StoredEvent[]>([...from.keys()].map((stream) => [stream, []]));
    for (const event of chainedEventsOf(await this.rowsFrom([...from]))) {
      events.get(event.stream)?.push(event);
    }
    return wanted.map(({ stream, fromRevision }) =>
      (events.get(stream) ?? []).filter(({ revision }) => revision >= fromRevision),
    );
  }

  private async rowsFrom(parts: readonly (readonly [stream: string, fromRevision: number])[]) {
    const [[stream, fromRevision] = ['', 1], ...others] = parts;
    if (others.length === 0) {
      return this.query(
        'read-stream',
        `SELECT ${CHAINED_EVENT_COLUMNS} FROM event_store.events WHERE stream = $1 AND revision >= $2 ORDER BY revision`,
        [stream, integerValue(fromRevision)],
      );
    }
    return this.query(
      'read-parts',
      `SELECT part.* FROM unnest($1::text[], $2::integer[]) AS wanted (stream, from_revision)
       CROSS JOIN LATERAL (
         SELECT ${CHAINED_EVENT_COLUMNS} FROM event_store.events
         WHERE stream = wanted.stream AND revision >= wanted.from_revision ORDER BY revision
       ) AS part`,
      [textArray(parts.map(([each]) => each)), integerArray(parts.map(([, revision]) => revision))],
    );
  }

  private async appendBatch(batch: readonly Append[]): Promise<readonly AppendOutcome[]> {
    const { name, text, values } = appendCall(batch);
    return outcomesOf(batch, await this.query(name, text, values));
  }

  private async query(name: string, text: string, values: readonly RawValue[]): Promise<readonly Buffer[]> {
    try {
      return await queryRawRows(this.pool, { name, text, values });
    } catch (fault) {
      throw asStoreFault(fault);
    }
  }
}
