import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventsToStore, eventToStore, metadataBytes } from '../../../../test/support/events-to-store.js';
import {
  accessDenied,
  cut,
  deadlineExceeded,
  notLeader,
  silence,
  streamDeleted,
  unavailable,
} from '../../../../test/support/kurrentdb-double/faults.js';
import { KurrentDbDouble } from '../../../../test/support/kurrentdb-double/kurrentdb-double.js';
import { canonicalBytes } from '../canonical-json.js';
import { EventStoreUnavailable, type EventStore } from '../event-store.js';
import { comparePositions, START } from '../position.js';
import { KurrentEventStore } from './kurrent-event-store.js';

// The server here is a double: it speaks KurrentDB's published protocol and goes wrong when it is told to.
describe('The KurrentDB adapter', () => {
  let double: KurrentDbDouble;
  let store: KurrentEventStore;

  beforeEach(async () => {
    double = await KurrentDbDouble.start();
    store = KurrentEventStore.connect(double.url, 1_000);
  });

  afterEach(async () => {
    await store.close();
    await double.close();
  });

  describe('an append without an answer', () => {
    const events = eventsToStore(2);

    it.each([
      ['the server is not ready', unavailable],
      ['the time is up', deadlineExceeded],
      ['the connection is cut', cut],
      ['the server says nothing at all', silence],
    ])('is of unknown outcome when %s before it was stored, and is stored by the retry', async (_, fault) => {
      double.failNext('before-append', fault);
      await expect(store.append('case-1', 0, events)).rejects.toThrow(EventStoreUnavailable);
      expect(await untilAnswered(() => store.append('case-1', 0, events))).toMatchObject({
        outcome: 'appended',
        revision: 2,
        repeated: false,
      });
    });

    it.each([
      ['the server goes away', unavailable],
      ['the time is up', deadlineExceeded],
      ['the connection is cut', cut],
      ['the server says nothing at all', silence],
    ])('is of unknown outcome when %s after it was stored, and the retry finds it', async (_, fault) => {
      double.failNext('after-append', fault);
      await expect(store.append('case-1', 0, events)).rejects.toThrow(EventStoreUnavailable);
      expect(await untilAnswered(() => store.append('case-1', 0, events))).toEqual({
        outcome: 'appended',
        revision: 2,
        position: await store.head(),
        repeated: true,
      });
      expect(await store.readStream('case-1')).toHaveLength(2);
    });

    it('leaves the connection to those that follow', async () => {
      double.failNext('before-append', silence);
      const lost = store.append('case-1', 0, events);
      void lost.catch(() => undefined);
      await until(() => double.faultsToCome === 0);
      expect(await store.append('case-2', 0, eventsToStore(1))).toMatchObject({ outcome: 'appended' });
      await expect(lost).rejects.toThrow('did not answer in 1000 ms');
    });
  });

  describe('two writers at once', () => {
    it('answers the one that lost with the revision that the other left', async () => {
      insertBeforeTheAppend('case-1', ['other-1', 'other-2', 'other-3']);
      expect(await store.append('case-1', 0, eventsToStore(1))).toEqual({
        outcome: 'wrong-revision',
        actualRevision: 3,
      });
    });

    it('tells a repeat from a first time, although the server answers both alike', async () => {
      const event = eventToStore();
      const [first, second] = await bothRead(event, event);
      expect([first, second].filter((answer) => answer.repeated)).toHaveLength(1);
      expect(first.position).toEqual(second.position);
    });

    it('does not take other bytes under the same id for a repeat, although the server does', async () => {
      const event = eventToStore();
      const other = { ...event, data: canonicalBytes({ by: 2 }) };
      const answers = await bothRead(event, other);
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'event-id-reused']);
      expect(await store.readStream('case-1')).toHaveLength(1);
    });
  });

  describe('reading', () => {
    beforeEach(async () => {
      await store.append('case-1', 0, eventsToStore(3));
    });

    it.each([
      ['the server is not ready', 'before-read', unavailable],
      ['the time is up', 'before-read', deadlineExceeded],
      ['the connection is cut', 'before-read', cut],
      ['the connection is cut in the middle', 'mid-read', cut],
      ['the server goes away in the middle', 'mid-read', unavailable],
      ['the server says nothing more', 'mid-read', silence],
    ] as const)('fails as unavailable when %s, and works again afterwards', async (_, moment, fault) => {
      for (const read of [() => store.readStream('case-1'), () => store.readAll(START, 10)]) {
        double.failNext(moment, fault);
        await expect(read()).rejects.toThrow(EventStoreUnavailable);
        expect(await untilAnswered(read)).toHaveLength(3);
      }
    });

    it('gives nothing for a stream that is not there', async () => {
      expect(await store.readStream('case-9')).toEqual([]);
    });

    it.each([
      ['that may not be read', accessDenied],
      ['that was deleted for good', streamDeleted],
    ])('says so, and not that the server is away, of a stream %s', async (_, fault) => {
      double.failNext('before-read', fault);
      const answer = store.readStream('case-1');
      await expect(answer).rejects.toThrow();
      await expect(answer).rejects.not.toThrow(EventStoreUnavailable);
    });

    it('keeps both parts of a position, which tell apart the events of one commit', async () => {
      const all = await store.readAll(START, 10);
      expect(new Set(all.map(({ position }) => position.commit)).size).toBe(1);
      const [first, second] = all;
      expect(comparePositions(first?.position ?? START, second?.position ?? START)).toBe(-1);
      expect(await store.readAll(second?.position ?? START, 10)).toEqual(all.slice(2));
      expect((await store.readStream('case-1')).map(({ position }) => position)).toEqual(
        all.map(({ position }) => position),
      );
    });

    it('leaves out what the server writes for itself', async () => {
      const streams = (await store.readAll(START, 100)).map(({ stream }) => stream);
      expect(new Set(streams)).toEqual(new Set(['case-1']));
      expect(await store.head()).toEqual((await store.readStream('case-1')).at(-1)?.position);
    });

    it('gives an event of somebody else as version 0, which no catalogue knows', async () => {
      double.writeBehind('foreign-1', -1, [
        {
          id: crypto.randomUUID(),
          type: 'foreign',
          contentType: 'application/json',
          data: Buffer.from('{"a":1.5}'),
          metadata: new Uint8Array(),
        },
      ]);
      const [event] = await store.readStream('foreign-1');
      expect(event).toMatchObject({ type: 'foreign', schemaVersion: 0, revision: 1 });
    });
  });

  describe('a leader that changes', () => {
    let leader: KurrentDbDouble;

    beforeEach(async () => {
      leader = await KurrentDbDouble.start();
    });

    afterEach(() => leader.close());

    it('is unavailable until the new one is found, and the append goes there', async () => {
      const follower = notLeader('127.0.0.1', leader.port);
      double.failNext('before-append', follower, 100);
      double.failNext('before-read', follower, 100);
      const events = eventsToStore(1);
      expect(await untilAnswered(() => store.append('case-1', 0, events))).toMatchObject({
        outcome: 'appended',
        repeated: false,
      });
      const there = KurrentEventStore.connect(leader.url);
      expect(await there.readStream('case-1')).toHaveLength(1);
      await there.close();
    });

    it('is unavailable when it changes under an append', async () => {
      double.failNext('before-append', notLeader('127.0.0.1', leader.port));
      await expect(store.append('case-1', 0, eventsToStore(1))).rejects.toThrow(EventStoreUnavailable);
    });
  });

  it('refuses metadata that would not come back as they were written', async () => {
    const spaced = { ...eventToStore(), metadata: Buffer.from('{ "subject": "A" }') };
    await expect(store.append('case-1', 0, [spaced])).rejects.toThrow('are not canonical JSON');
    const plain = { ...eventToStore(), metadata: metadataBytes('A') };
    expect(await store.append('case-1', 0, [plain])).toMatchObject({ outcome: 'appended' });
  });

  it('wakes again after the connection was cut', async () => {
    let wakes = 0;
    const stop = store.onAppended(() => (wakes += 1));
    await until(() => wakes > 0);
    double.cut();
    await until(() => double.subscriptions === 2);
    const before = wakes;
    await untilAnswered(() => store.append('case-1', 0, eventsToStore(1)));
    await until(() => wakes > before);
    stop();
  });

  /** Another writer gets in between the adapter's reading of the stream and its writing. */
  function insertBeforeTheAppend(stream: string, types: readonly string[]): void {
    double.onceBeforeAppend(() =>
      double.writeBehind(
        stream,
        -1,
        types.map((type) => ({
          id: crypto.randomUUID(),
          type,
          contentType: 'application/octet-stream',
          data: new Uint8Array(),
          metadata: new Uint8Array(),
        })),
      ),
    );
  }

  /** Two adapters append at revision 0, each after both have seen that the stream is empty. */
  async function bothRead(
    ...events: readonly [ReturnType<typeof eventToStore>, ReturnType<typeof eventToStore>]
  ) {
    const other = KurrentEventStore.connect(double.url);
    double.holdAppendsUntil(2);
    const answers = await Promise.all([
      store.append('case-1', 0, [events[0]]),
      other.append('case-1', 0, [events[1]]),
    ]);
    await other.close();
    return answers.map((answer) => ({ repeated: undefined, position: undefined, ...answer })) as [
      Answer,
      Answer,
    ];
  }
});

interface Answer {
  readonly outcome: Awaited<ReturnType<EventStore['append']>>['outcome'];
  readonly repeated: boolean | undefined;
  readonly position: unknown;
}

/** As a caller does who is told that the store is unavailable: asks again. */
async function untilAnswered<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (fault) {
      if (!(fault instanceof EventStoreUnavailable) || attempt === 10) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 10));
}
