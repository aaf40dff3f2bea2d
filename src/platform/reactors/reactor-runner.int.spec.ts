import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  CaseClosed,
  counted,
  counterCatalogue,
  opened,
  type CounterEvent,
} from '../../../test/support/counter-aggregate.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { numberedUuid, SOMEBODY } from '../../../test/support/recorded.js';
import { eventToStore } from '../../../test/support/events-to-store.js';
import { storeEvents } from '../../../test/support/store-events.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { BrokenHistory } from '../../kernel/aggregate.js';
import type { Recorded } from '../../kernel/event.js';
import { canonicalBytes } from '../event-store/canonical-json.js';
import type { CommandContext } from '../event-store/command-context.js';
import { InMemoryEventStore } from '../event-store/in-memory/in-memory-event-store.js';
import { createDataSource } from '../persistence/data-source.js';
import { EventCatalogues } from '../projections/event-catalogues.js';
import { parkedStreams } from './parked-streams.js';
import { ReactorRunner } from './reactor-runner.js';

const catalogues = new EventCatalogues([counterCatalogue]);

/** Of a type that the reactor reacts to, in a shape that nobody knows. */
const unreadable = () =>
  eventToStore({ type: 'sample.counted', schemaVersion: 1, data: canonicalBytes({ by: 'many' }) });

describe('A reactor', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let store: InMemoryEventStore;
  let seen: { readonly recorded: Recorded<CounterEvent>; readonly contexts: readonly CommandContext[] }[];
  let onReact: (amount: number) => void;
  let runner: ReactorRunner;

  const newRunner = () =>
    new ReactorRunner(
      {
        name: 'when-counted',
        reactsTo: ['sample.counted'],
        react: async (recorded, contextFor) => {
          const event = recorded as Recorded<CounterEvent>;
          onReact((event.event.data as { by: number }).by);
          seen.push({ recorded: event, contexts: [contextFor(0), contextFor(1)] });
        },
      },
      { store, dataSource, catalogues },
    );
  const happens = (...events: readonly CounterEvent[]) =>
    storeEvents(store, catalogues, { stream: 'sample-A', subject: 'A' }, ...events);
  const amounts = () => seen.map(({ recorded }) => (recorded.event.data as { by: number }).by);
  const outcomes = () =>
    dataSource.query('SELECT outcome, reason FROM reactor_outcome WHERE reactor = $1 ORDER BY reacted_at', [
      'when-counted',
    ]);

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ databaseUrl: database.url, poolSize: 4 }).initialize();
    store = new InMemoryEventStore(new TickingClock());
    seen = [];
    onReact = () => undefined;
    runner = newRunner();
  });

  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('reacts once to each event of its types, in order', async () => {
    await runner.register();
    await happens(opened(1), counted(2), counted(3));
    await runner.step();
    await happens(counted(4));
    await runner.step();
    await runner.step();
    expect(amounts()).toEqual([2, 3, 4]);
    expect(await outcomes()).toEqual(Array.from({ length: 3 }, () => ({ outcome: 'done', reason: null })));
  });

  it('starts from now when it is new, and goes on from its checkpoint when it is not', async () => {
    await happens(opened(1), counted(2));
    await runner.register();
    await happens(counted(3));
    await newRunner().register();
    await newRunner().step();
    expect(amounts()).toEqual([3]);
  });

  it('sends commands in the name of the reactor, tied to the event, with ids that a repeat gives again', async () => {
    await runner.register();
    await happens(opened(1), counted(2));
    await runner.step();
    // As after a crash between the reaction and the checkpoint.
    await dataSource.query('UPDATE reactor_checkpoint SET commit_position = 0, prepare_position = 0');
    await runner.step();
    const [first, again] = seen;
    expect(first?.contexts[0]).toEqual({
      actor: { id: 'reactor:when-counted', organisation: SOMEBODY.organisation, role: 'system' },
      commandId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      correlationId: numberedUuid(2),
      causationId: first?.recorded.eventId,
    });
    expect(first?.contexts[1]?.commandId).not.toBe(first?.contexts[0]?.commandId);
    expect(again?.contexts).toEqual(first?.contexts);
    expect(await outcomes()).toHaveLength(1);
  });

  it('writes down that the business refused, and goes on', async () => {
    await runner.register();
    onReact = (amount) => {
      if (amount === 2) throw new CaseClosed();
    };
    await happens(opened(1), counted(2), counted(3));
    await runner.step();
    expect(amounts()).toEqual([3]);
    expect(await outcomes()).toEqual([
      { outcome: 'refused', reason: 'The counter is closed' },
      { outcome: 'done', reason: null },
    ]);
  });

  it('tries again at any other fault, and leaves nothing out', async () => {
    await runner.register();
    let faults = 2;
    onReact = (amount) => {
      if (amount === 3 && (faults -= 1) >= 0) throw new Error('The letter box is full');
    };
    await happens(opened(1), counted(2), counted(3), counted(4));
    await expect(runner.step()).rejects.toThrow('The letter box is full');
    await expect(runner.step()).rejects.toThrow('The letter box is full');
    expect(amounts()).toEqual([2]);
    await runner.step();
    expect(amounts()).toEqual([2, 3, 4]);
  });

  it('holds back the stream of an event that it cannot read, says which, and goes on with the others', async () => {
    await runner.register();
    await happens(opened(1), counted(2));
    await store.append('sample-A', 2, [unreadable()]);
    await happens(counted(3));
    await storeEvents(store, catalogues, { stream: 'sample-B', subject: 'B' }, opened(1), counted(4));
    await runner.step();
    expect(amounts()).toEqual([2, 4]);
    expect(await parkedStreams.all(dataSource.manager)).toEqual([
      {
        reactor: 'when-counted',
        stream: 'sample-A',
        reason: expect.stringMatching(
          /^The history of sample-A is broken at revision 3: sample.counted cannot be read \(position 3\): /,
        ),
        sincePosition: '3',
      },
    ]);
    // Nor does it react later, out of order, to what comes in that stream.
    await happens(counted(5));
    await runner.step();
    expect(amounts()).toEqual([2, 4]);
  });

  it('holds back the stream of an event whose bytes are zeros, with a sign in their place in the reason', async () => {
    await runner.register();
    await happens(opened(1), counted(2));
    await store.append('sample-A', 2, [eventToStore({ metadata: Buffer.alloc(8) })]);
    await storeEvents(store, catalogues, { stream: 'sample-B', subject: 'B' }, opened(1), counted(4));
    await runner.step();
    expect(amounts()).toEqual([2, 4]);
    expect(await parkedStreams.all(dataSource.manager)).toMatchObject([
      {
        stream: 'sample-A',
        reason: expect.stringContaining("Unexpected token '\ufffd'"),
        sincePosition: '3',
      },
    ]);
  });

  it('tries a stream again that it holds back when it is asked to, in order and from where it stopped', async () => {
    await runner.register();
    let broken = true;
    onReact = (amount) => {
      if (broken && amount === 3) throw new BrokenHistory('sample-C', 7, 'its bytes are no JSON');
    };
    await happens(opened(1), counted(2), counted(3), counted(4));
    await runner.step();
    expect(await parkedStreams.wantRetry(dataSource.manager)).toBe(1);
    await runner.step();
    expect(await parkedStreams.all(dataSource.manager)).toMatchObject([{ sincePosition: '3' }]);
    expect(amounts()).toEqual([2]);
    broken = false;
    await runner.step();
    expect(amounts()).toEqual([2]);
    await parkedStreams.wantRetry(dataSource.manager);
    await runner.step();
    expect(amounts()).toEqual([2, 3, 4]);
    expect(await parkedStreams.all(dataSource.manager)).toEqual([]);
  });

  it('is run by one worker at a time', async () => {
    await runner.register();
    await happens(opened(1), counted(2), counted(3));
    await Promise.all([runner.step(), newRunner().step(), newRunner().step()]);
    expect(amounts()).toEqual([2, 3]);
  });
});
