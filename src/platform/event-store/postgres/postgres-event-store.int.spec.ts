import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventsToStore, eventToStore } from '../../../../test/support/events-to-store.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { EventStoreUnavailable, type EventToStore, type StoredEvent } from '../event-store.js';
import { START } from '../position.js';
import { PostgresEventStore } from './postgres-event-store.js';

const FAR_AHEAD = '2999-12-31T23:59:59.123456Z';
/** What the functions that append lock. */
const APPEND_LOCK = 4_837_202;

/** Each is carried out by another function of the database. Gives back what was stored. */
const waysToAppend: readonly [
  way: string,
  append: (store: PostgresEventStore) => Promise<readonly StoredEvent[]>,
][] = [
  ['one event', (store) => appended(store, { 'case-1': 1 })],
  ['one event each to several streams', (store) => appended(store, { 'case-1': 1, 'case-2': 1 })],
  ['one event each, beside one that does not fit', appendedBesideAMisfit],
  ['several events', (store) => appended(store, { 'case-1': 2 })],
];

describe('The event store in PostgreSQL', () => {
  const there = eventToStore();
  let database: TestDatabase;
  let store: PostgresEventStore;
  let admin: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 8 });
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
  });

  /** How often readers were woken meanwhile. */
  async function noticesDuring(work: () => Promise<unknown>): Promise<number> {
    const listener = new pg.Client({ connectionString: database.url });
    await listener.connect();
    const notices: string[] = [];
    listener.on('notification', ({ payload = '' }) => notices.push(payload));
    await listener.query('LISTEN handover_events');
    await work();
    // Notices come in the order of their commits, so one that the work had led to would be here before this one.
    await admin.query(`NOTIFY handover_events, 'afterwards'`);
    await until(() => notices.includes('afterwards'));
    await listener.end();
    return notices.length - 1;
  }

  afterEach(async () => {
    await store.close();
    await admin.end();
    await database.drop();
  });

  it('numbers events 1, 2, 3 without a gap, whatever is refused in between', async () => {
    const first = eventsToStore(2);
    await store.append('case-1', 0, first);
    await store.append('case-1', 0, eventsToStore(1));
    await store.append('case-2', 0, first);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.append(`racing-${n % 5}`, 0, eventsToStore(2))),
    );
    const positions = (await store.readAll(START, 100)).map(({ position }) => position.commit);
    expect(positions).toEqual(Array.from({ length: 12 }, (_, index) => BigInt(index + 1)));
  });

  it('gives each of the readers of a moment the part of the stream that it asked for, in order', async () => {
    for (const stream of ['A', 'B', 'C']) {
      await store.append(stream, 0, eventsToStore(2));
      await store.append(stream, 2, eventsToStore(2));
    }
    const wanted: [stream: string, from?: number][] = [['A', 3], ['B'], ['none'], ['A'], ['C', 5], ['C', 4]];
    const read = await Promise.all(wanted.map(([stream, from]) => store.readStream(stream, from)));
    expect(read.map((events) => events.map(({ stream, revision }) => `${stream}${revision}`))).toEqual([
      ['A3', 'A4'],
      ['B1', 'B2', 'B3', 'B4'],
      [],
      ['A1', 'A2', 'A3', 'A4'],
      [],
      ['C4'],
    ]);
    expect(read[3]?.slice(2)).toEqual(read[0]);
  });

  it('says of an event that it is not what was stored, whoever reads the stream and from wherever', async () => {
    await store.append('case-1', 0, eventsToStore(2));
    await store.append('case-1', 2, eventsToStore(2));
    await store.append('case-2', 0, eventsToStore(1));
    await admin.query('ALTER TABLE event_store.events DISABLE TRIGGER ALL');
    await admin.query(
      `UPDATE event_store.events SET data = '\\x7b7d' WHERE stream = 'case-1' AND revision = 3`,
    );
    const damaged = (events: readonly StoredEvent[]) =>
      events
        .filter(({ damage }) => damage !== undefined)
        .map(({ stream, revision }) => `${stream}@${revision}`);
    expect(damaged(await store.readStream('case-1'))).toEqual(['case-1@3']);
    expect(damaged(await store.readStream('case-1', 3))).toEqual(['case-1@3']);
    expect(damaged(await store.readStream('case-1', 4))).toEqual([]);
    expect(damaged(await store.readStreams(['case-1', 'case-2']))).toEqual(['case-1@3']);
  });

  it('judges each of the appends of a moment by itself, and gives positions to what it stores in the order in which it came', async () => {
    const [first, second] = [eventToStore(), eventToStore()];
    await store.append('repeated', 0, [first]);
    await store.append('moved-on', 0, eventsToStore(1));
    await store.append('moved-on', 1, eventsToStore(1));
    await store.append('reused', 0, [second]);
    const outcomes = await Promise.all([
      store.append('new', 0, eventsToStore(1)),
      store.append('repeated', 0, [first]),
      store.append('moved-on', 1, eventsToStore(1)),
      store.append('moved-on-too', 0, [second]),
      store.append('reused', 1, eventsToStore(1)),
      store.append('none', 1, eventsToStore(1)),
    ]);
    const stored = await store.readAll({ commit: 4n, prepare: 4n }, 10);
    expect(stored.map(({ stream }) => stream)).toEqual(['new', 'reused']);
    const at = (commit: bigint) => ({ position: { commit, prepare: commit } });
    const now = { recordedAt: stored[0]?.recordedAt };
    expect(outcomes).toEqual([
      { outcome: 'appended', revision: 1, repeated: false, ...at(5n), ...now },
      { outcome: 'appended', revision: 1, repeated: true, ...at(1n) },
      { outcome: 'wrong-revision', actualRevision: 2 },
      { outcome: 'event-id-reused' },
      { outcome: 'appended', revision: 2, repeated: false, ...at(6n), ...now },
      { outcome: 'wrong-revision', actualRevision: 0 },
    ]);
  });

  it.each(waysToAppend)(
    'never lets time go back, even when the clock of the server does: %s',
    async (_, append) => {
      await writePast(admin, { stream: 'case-0', position: 1, event: eventToStore(), recordedAt: FAR_AHEAD });
      const events = await append(store);
      expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(() => FAR_AHEAD));
    },
  );

  it('wakes nobody for appends of which it stores none', async () => {
    const refused = [{ 'case-1': 1 }, { 'case-1': 1, 'case-2': 1 }, { 'case-1': 2 }];
    const notices = await noticesDuring(async () => {
      for (const counts of refused) {
        const outcomes = Object.entries(counts).map(([stream, count]) =>
          store.append(stream, 1, eventsToStore(count)),
        );
        for (const { outcome } of await Promise.all(outcomes)) expect(outcome).toBe('wrong-revision');
      }
    });
    expect(notices).toBe(0);
  });

  it.each(waysToAppend)('wakes readers once for what it stores at a moment: %s', async (_, append) => {
    expect(await noticesDuring(() => append(store))).toBe(1);
  });

  it.each([
    ['starts a stream that is there', () => store.append('there', 0, eventsToStore(1)), 'wrong-revision'],
    ['is sent again', () => store.append('there', 0, [there]), 'appended'],
    ['reuses an id elsewhere', () => store.append('elsewhere', 0, [there]), 'event-id-reused'],
  ])('stores what came at the same moment as an append that %s, with no gap', async (_, append, expected) => {
    await store.append('there', 0, [there]);
    const all = [
      store.append('case-1', 0, eventsToStore(1)),
      append(),
      store.append('case-2', 0, eventsToStore(1)),
    ];
    const outcomes = (await Promise.all(all)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['appended', expected, 'appended']);
    const stored = await store.readAll(START, 10);
    expect(stored.map(({ stream, position }) => `${position.commit} ${stream}`)).toEqual([
      '1 there',
      '2 case-1',
      '3 case-2',
    ]);
  });

  it('chains the events of each stream by hashes that anyone can compute from the documented bytes', async () => {
    await store.append('case-1', 0, eventsToStore(2));
    await store.append('case-é', 0, eventsToStore(1));
    await store.append('case-1', 2, eventsToStore(1));
    await Promise.all(
      ['case-1', 'case-é', 'case-2'].map((stream, n) =>
        store.append(stream, [3, 1, 0][n]!, eventsToStore(1)),
      ),
    );
    await Promise.all([
      store.append('case-2', 1, eventsToStore(3)),
      store.append('case-é', 2, eventsToStore(1)),
    ]);
    for (const stream of ['case-1', 'case-é', 'case-2']) {
      const { rows } = await admin.query<{ hash: Buffer }>(
        'SELECT hash FROM event_store.events WHERE stream = $1 ORDER BY revision',
        [stream],
      );
      const expected = hashChain(await store.readStream(stream));
      expect(rows.map(({ hash }) => hash.toString('hex'))).toEqual(expected);
    }
  });

  it.each([
    ['UPDATE event_store.events SET type = type'],
    ['DELETE FROM event_store.events'],
    ['TRUNCATE event_store.events'],
    [`INSERT INTO event_store.events SELECT * FROM event_store.events`],
    ['ALTER TABLE event_store.events DISABLE TRIGGER events_are_never_changed'],
    ['ALTER TABLE event_store.events DISABLE TRIGGER ALL'],
    ['DROP TABLE event_store.events'],
  ])('gives the role of its connections no right to %s', async (statement) => {
    await store.append('case-1', 0, eventsToStore(1));
    const writer = new pg.Client({ connectionString: database.url, options: '-c role=handover_events' });
    await writer.connect();
    const refused = expect(writer.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await refused.finally(() => writer.end());
    expect(await store.readStream('case-1')).toHaveLength(1);
  });

  it('has its connections take that role', async () => {
    await store.append('case-1', 0, eventsToStore(1));
    await admin.query('REVOKE SELECT ON event_store.events FROM handover_events');
    await expect(store.readStream('case-1')).rejects.toThrow('permission denied');
  });

  it.each([
    ['UPDATE event_store.events SET type = type'],
    ['DELETE FROM event_store.events'],
    ['TRUNCATE event_store.events'],
  ])('refuses even its owner %s', async (statement) => {
    await store.append('case-1', 0, eventsToStore(1));
    await expect(admin.query(statement)).rejects.toThrow('Events are never changed');
    expect(await store.readStream('case-1')).toHaveLength(1);
  });

  it.each([
    ['the same event is a repeat', 'case-1', { outcome: 'appended', revision: 1, repeated: true }],
    ['another event is refused', 'case-2', { outcome: 'event-id-reused' }],
  ])('looks again when an event id is taken while it writes: %s', async (_, stream, outcome) => {
    const event = eventToStore();
    await admin.query('BEGIN');
    await writePast(admin, { stream, position: 1000, event });
    const others = Array.from({ length: 5 }, (_, n) => store.append(`other-${n}`, 0, eventsToStore(1)));
    const waiting = store.append('case-1', 0, [event]);
    await untilBlocked(admin);
    await admin.query('COMMIT');
    expect(await waiting).toMatchObject(outcome);
    expect(await store.readStream('case-1')).toHaveLength(stream === 'case-1' ? 1 : 0);
    // Those that were gathered into the same transaction do not suffer.
    expect((await Promise.all(others)).map((other) => other.outcome)).toEqual(Array(5).fill('appended'));
  });

  it('refuses what cannot be stored without harm to what was sent at the same moment', async () => {
    const results = await Promise.allSettled([
      store.append('case-1', 0, eventsToStore(1)),
      store.append('case-\u0000', 0, eventsToStore(1)),
      store.append('case-2', 0, [eventToStore({ eventId: 'not-a-uuid' })]),
      store.append('case-3', 0.5, eventsToStore(1)),
      store.append('case-4', 0, eventsToStore(1)),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect((await store.readAll(START, 10)).map(({ stream }) => stream)).toEqual(['case-1', 'case-4']);
  });

  it('says that it is unavailable when the server cuts the connection, and answers again afterwards', async () => {
    await store.append('case-1', 0, eventsToStore(1));
    // Appends that wait for the lock, which we hold, and lose their connection while they wait.
    await admin.query(`BEGIN; SELECT pg_advisory_xact_lock(${APPEND_LOCK})`);
    const waiting = ['case-1', 'case-2', 'case-3'].map((stream) =>
      store.append(stream, stream === 'case-1' ? 1 : 0, eventsToStore(1)),
    );
    const outcome = Promise.all(
      waiting.map((append) => expect(append).rejects.toThrow(EventStoreUnavailable)),
    );
    await untilBlocked(admin);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await outcome;
    await admin.query('ROLLBACK');
    expect(await store.append('case-1', 1, eventsToStore(1))).toMatchObject({ outcome: 'appended' });
  });

  it('says that it is unavailable when the server only reads, as one that is not yet the first does', async () => {
    await admin.query(
      `ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET default_transaction_read_only = on`,
    );
    const reader = PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 2 });
    const together = [
      reader.append('case-1', 0, eventsToStore(1)),
      reader.append('case-2', 0, eventsToStore(1)),
    ];
    const faults = await Promise.all(together.map(async (each) => each.catch((fault: unknown) => fault)));
    await reader.close();
    for (const fault of faults) expect(fault).toBeInstanceOf(EventStoreUnavailable);
  });

  it('says that it is unavailable when there is no server', async () => {
    const nowhere = PostgresEventStore.connect({ databaseUrl: 'postgres://x:y@127.0.0.1:1/z', poolSize: 1 });
    await expect(nowhere.head()).rejects.toThrow(EventStoreUnavailable);
    await nowhere.close();
  });

  it('wakes readers again after the connection that listens was cut', async () => {
    let wakes = 0;
    store.onAppended(() => (wakes += 1));
    await until(() => wakes > 0);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`,
    );
    const before = wakes;
    await until(() => wakes > before);
    const connected = wakes;
    await store.append('case-1', 0, eventsToStore(1));
    await until(() => wakes > connected);
  });
});

/** The events of the streams that were new, of those that came at the same moment as one that expects too much. */
async function appendedBesideAMisfit(store: PostgresEventStore): Promise<readonly StoredEvent[]> {
  const [events, misfit] = await Promise.all([
    appended(store, { 'case-1': 1, 'case-2': 1 }),
    store.append('case-3', 1, eventsToStore(1)),
  ]);
  expect(misfit.outcome).toBe('wrong-revision');
  return events;
}

/** Appends so many events to each new stream, all at the same moment, and reads them. */
async function appended(
  store: PostgresEventStore,
  counts: Readonly<Record<string, number>>,
): Promise<readonly StoredEvent[]> {
  const streams = Object.keys(counts);
  await Promise.all(
    Object.entries(counts).map(([stream, count]) => store.append(stream, 0, eventsToStore(count))),
  );
  return store.readStreams(streams);
}

/** The chain as an outsider would compute it, from the layout that the migration documents. */
function hashChain(events: readonly StoredEvent[]): readonly string[] {
  let previous: Buffer = Buffer.alloc(32);
  return events.map((event) => {
    previous = sha256(previous, leafOf(event));
    return previous.toString('hex');
  });
}

function leafOf(event: StoredEvent): Buffer {
  const seconds = BigInt(Date.parse(`${event.recordedAt.slice(0, 19)}Z`) / 1000);
  const microseconds = seconds * 1_000_000n + BigInt(event.recordedAt.slice(20, 26));
  return sha256(
    Buffer.from([0]),
    int64(event.position.commit),
    int32(event.revision),
    int64(microseconds),
    Buffer.from(event.eventId.replaceAll('-', ''), 'hex'),
    int32(event.schemaVersion),
    ...withLength(Buffer.from(event.stream, 'utf8')),
    ...withLength(Buffer.from(event.type, 'utf8')),
    ...withLength(event.data),
    ...withLength(event.metadata),
  );
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function withLength(bytes: Uint8Array): readonly Uint8Array[] {
  return [int32(bytes.length), bytes];
}

interface Written {
  readonly stream: string;
  readonly position: number;
  readonly event: EventToStore;
  readonly recordedAt?: string;
}

/** Writes an event without the lock and without a look for it, as a restored copy might be written. */
async function writePast(
  admin: pg.Client,
  { stream, position, event, recordedAt = '2026-01-05T00:00:00Z' }: Written,
): Promise<void> {
  await admin.query(
    `INSERT INTO event_store.events
       (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
     VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, '')`,
    [
      position,
      stream,
      event.eventId,
      event.type,
      event.schemaVersion,
      event.data,
      event.metadata,
      recordedAt,
    ],
  );
}

async function untilBlocked(admin: pg.Client): Promise<void> {
  for (;;) {
    // Within a transaction the first look would be repeated for ever.
    await admin.query('SELECT pg_stat_clear_snapshot()');
    const { rowCount } = await admin.query(
      `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    if ((rowCount ?? 0) > 0) return;
  }
}

/** Waits for something that happens soon; the test's own time-out bounds it. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
