import pg from 'pg';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { DatabaseSettings } from '../../persistence/database-settings.js';
import type { AppendOutcome, EventStore, EventToStore, StoredEvent } from '../event-store.js';
import type { Position } from '../position.js';
import { AppendListener } from './append-listener.js';
import { EVENT_COLUMNS, storedEventOf, type EventRow } from './event-row.js';
import { asStoreFault, violates } from './unavailable.js';

// Whoever waits for an answer is told within seconds that there is none. The server gives up a little before the client
// does, so that a slow statement is cancelled and not left running.
const CONNECT_MS = 5_000;
const STATEMENT_MS = 5_000;
const ANSWER_MS = 6_000;

interface AppendRow {
  readonly outcome: 'appended' | 'repeated' | 'wrong-revision' | 'event-id-reused';
  readonly at_revision: number;
  readonly at_position: string;
}

/** The event store in PostgreSQL. The schema `event_store` comes from its migration, which says how it keeps its promises. */
export class PostgresEventStore implements EventStore {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly listener: AppendListener,
  ) {}

  /** Connects when first used. Close it at the end. */
  static connect({ databaseUrl, poolSize }: DatabaseSettings): PostgresEventStore {
    const pool = new pg.Pool({
      connectionString: databaseUrl,
      max: poolSize,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
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
    // An id that was taken while this wrote is there to be compared by now: it may be the same event, sent at once.
    return (
      (await this.tryToAppend(stream, expectedRevision, events)) ??
      (await this.tryToAppend(stream, expectedRevision, events)) ?? { outcome: 'event-id-reused' }
    );
  }

  /** Nothing when an event id was taken between the look for it and the writing, or stands twice in the append. */
  private async tryToAppend(
    stream: string,
    expectedRevision: number,
    events: readonly EventToStore[],
  ): Promise<AppendOutcome | undefined> {
    try {
      const [row] = await this.query<AppendRow>(
        'append-events',
        'SELECT outcome, at_revision, at_position FROM event_store.append_events($1, $2, $3, $4, $5, $6, $7)',
        [
          stream,
          expectedRevision,
          events.map(({ eventId }) => eventId),
          events.map(({ type }) => type),
          events.map(({ schemaVersion }) => schemaVersion),
          events.map(({ data }) => data),
          events.map(({ metadata }) => metadata),
        ],
      );
      return outcomeOf(row as AppendRow);
    } catch (fault) {
      if (violates(fault, 'events_event_id')) return undefined;
      throw fault;
    }
  }

  async readStream(stream: string, fromRevision = 1): Promise<readonly StoredEvent[]> {
    const rows = await this.query<EventRow>(
      'read-stream',
      `SELECT ${EVENT_COLUMNS} FROM event_store.events WHERE stream = $1 AND revision >= $2 ORDER BY revision`,
      [stream, fromRevision],
    );
    return rows.map(storedEventOf);
  }

  async readStreams(streams: readonly string[]): Promise<readonly StoredEvent[]> {
    const rows = await this.query<EventRow>(
      'read-streams',
      `SELECT ${EVENT_COLUMNS} FROM event_store.events WHERE stream = ANY($1) ORDER BY position`,
      [streams],
    );
    return rows.map(storedEventOf);
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    const rows = await this.query<EventRow>(
      'read-all',
      `SELECT ${EVENT_COLUMNS} FROM event_store.events WHERE position > $1 ORDER BY position LIMIT $2`,
      [after.commit, limit],
    );
    return rows.map(storedEventOf);
  }

  async head(): Promise<Position> {
    const [row] = await this.query<{ position: string }>(
      'head',
      'SELECT position FROM event_store.counter',
      [],
    );
    const position = BigInt(row?.position ?? 0);
    return { commit: position, prepare: position };
  }

  onAppended(wake: () => void): () => void {
    return this.listener.listen(wake);
  }

  async close(): Promise<void> {
    await this.listener.close();
    await this.pool.end();
  }

  private async query<Row extends pg.QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    try {
      const { rows } = await this.pool.query<Row>({ name, text, values: [...values] });
      return rows;
    } catch (fault) {
      throw asStoreFault(fault);
    }
  }
}

function outcomeOf({ outcome, at_revision, at_position }: AppendRow): AppendOutcome {
  switch (outcome) {
    case 'wrong-revision':
      return { outcome, actualRevision: at_revision };
    case 'event-id-reused':
      return { outcome };
    case 'appended':
    case 'repeated': {
      const position = BigInt(at_position);
      return {
        outcome: 'appended',
        revision: at_revision,
        position: { commit: position, prepare: position },
        repeated: outcome === 'repeated',
      };
    }
  }
}
