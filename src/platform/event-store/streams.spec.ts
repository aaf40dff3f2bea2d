import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  CaseClosed,
  close,
  closed,
  counted,
  counter,
  countTimes,
  type CounterEvent,
  openCounter,
} from '../../../test/support/counter-aggregate.js';
import { eventToStore, metadataBytes } from '../../../test/support/events-to-store.js';
import { numberedUuid, SOMEBODY } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { BrokenHistory } from '../../kernel/aggregate.js';
import type { Decision } from '../../kernel/event.js';
import { pence } from '../../kernel/pence.js';
import { canonicalBytes, parseCanonical } from './canonical-json.js';
import type { CommandContext } from './command-context.js';
import { InMemoryEventStore } from './in-memory/in-memory-event-store.js';
import { START } from './position.js';
import { decodeStored } from './recorded.js';
import { CommandIdReused, StaleRevision, Streams } from './streams.js';

const command = (number: number): CommandContext => ({
  actor: SOMEBODY,
  commandId: numberedUuid(number),
  correlationId: numberedUuid(100 + number),
  causationId: numberedUuid(200 + number),
});

describe('Streams', () => {
  let store: InMemoryEventStore;
  let counters: Streams<typeof counter.initial, Parameters<typeof counter.evolve>[1]>;

  beforeEach(() => {
    store = new InMemoryEventStore(new TickingClock());
    counters = new Streams(store, counter);
  });

  /** Another writer gets in between the reading and the appending of the next so many attempts. */
  function interfere(times: number): void {
    const append = store.append.bind(store);
    let left = times;
    store.append = async (stream, expected, events) => {
      if ((left -= 1) >= 0) {
        await append(stream, expected, [
          eventToStore({ type: 'sample.counted', metadata: metadataBytes('A') }),
        ]);
      }
      return append(stream, expected, events);
    };
  }

  it('carries out a decision on the state that the history leads to', async () => {
    await counters.transact('A', openCounter(5), command(1));
    expect(await counters.transact('A', countTimes(2), command(2))).toEqual({
      state: { stage: 'open', total: 7 },
      revision: 3,
      position: '3',
      repeated: false,
    });
    expect(await counters.load('A')).toEqual({ state: { stage: 'open', total: 7 }, revision: 3 });
    expect(await counters.load('B')).toEqual({ state: counter.initial, revision: 0 });
  });

  it('stores who decided, what it is about, and what caused it', async () => {
    await counters.transact('A', openCounter(5), command(1), { subject: 'TC-1' });
    const [event] = await store.readStream('sample-A');
    expect(event).toMatchObject({ type: 'sample.opened', schemaVersion: 1 });
    expect(parseCanonical(event?.data ?? new Uint8Array())).toEqual({ start: 5 });
    expect(parseCanonical(event?.metadata ?? new Uint8Array())).toEqual({
      occurredOn: '2026-01-05',
      subject: 'TC-1',
      actor: SOMEBODY,
      commandId: numberedUuid(1),
      correlationId: numberedUuid(101),
      causationId: numberedUuid(201),
    });
  });

  it('stores on what right somebody decided, and reads the events of those who had none on record', async () => {
    const approver = {
      ...SOMEBODY,
      staff: 'SM-7F3K92QD1M',
      grant: 'SM-7F3K92QD1M-2',
      limitPence: pence(500_000),
    };
    await counters.transact('A', openCounter(5), command(1));
    await counters.transact('A', countTimes(1), { ...command(2), actor: approver });
    const recordedBy = (await store.readStream('sample-A')).map(
      (event) => decodeStored(event, counter.catalogue).recordedBy,
    );
    expect(recordedBy).toStrictEqual([SOMEBODY, approver]);
  });

  describe('a command that puts something right', () => {
    const correction = { reasonCode: 'typing-error', documentReference: 'HCC-DOC-7781' };
    const metadataOf = async (revision: number) =>
      parseCanonical((await store.readStream('sample-A'))[revision - 1]?.metadata ?? new Uint8Array());

    it('has its reason and its document stored beside each of its events, and no other command has', async () => {
      await counters.transact('A', openCounter(5), command(1));
      await counters.transact('A', countTimes(2), { ...command(2), correction });
      expect(await metadataOf(1)).not.toHaveProperty('correction');
      expect([await metadataOf(2), await metadataOf(3)]).toMatchObject([{ correction }, { correction }]);
    });

    it('gives them back with its events, where others have no such member', async () => {
      await counters.transact('A', openCounter(5), command(1));
      await counters.transact('A', countTimes(1), { ...command(2), correction });
      const [ordinary, corrected] = (await store.readStream('sample-A')).map((event) =>
        decodeStored(event, counter.catalogue),
      );
      expect(ordinary).not.toHaveProperty('correction');
      expect(corrected?.correction).toEqual(correction);
    });

    it('cannot store an event that corrects another without them', async () => {
      await counters.transact('A', openCounter(5), command(1));
      const unsaid: CounterEvent = counted(1);
      Object.assign(unsaid.data, { corrects: numberedUuid(7) });
      await expect(counters.transact('A', () => [unsaid], command(2))).rejects.toThrow(/does not say why/);
      expect(await store.readStream('sample-A')).toHaveLength(1);
    });

    it('is damaged where its metadata names a reason without a document', async () => {
      const metadata = canonicalBytes({
        ...(parseCanonical(metadataBytes('A')) as object),
        correction: { reasonCode: 'typing-error' },
      });
      await store.append('sample-A', 0, [eventToStore({ type: 'sample.opened', metadata })]);
      await expect(counters.load('A')).rejects.toThrow(/correction\/documentReference/);
    });
  });

  it('passes on a refusal and stores nothing', async () => {
    await expect(counters.transact('A', countTimes(1), command(1))).rejects.toThrow(CaseClosed);
    expect(await store.head()).toEqual(START);
  });

  it('answers a decision that changes nothing with the state as it is', async () => {
    await counters.transact('A', openCounter(5), command(1));
    expect(await counters.transact('A', openCounter(9), command(2))).toEqual({
      state: { stage: 'open', total: 5 },
      revision: 1,
      position: '1',
      repeated: true,
    });
  });

  describe('a command sent again', () => {
    it('gets the answer that it had, whatever happened since', async () => {
      await counters.transact('A', openCounter(5), command(1));
      const first = await counters.transact('A', countTimes(2), command(2));
      await counters.transact('A', close, command(3));
      expect(await counters.transact('A', countTimes(2), command(2))).toEqual({ ...first, repeated: true });
      expect(await store.readStream('sample-A')).toHaveLength(4);
    });

    it('also with the revision that the caller saw before the first time', async () => {
      await counters.transact('A', openCounter(5), command(1));
      await counters.transact('A', close, command(2), { ifRevision: 1 });
      expect(await counters.transact('A', close, command(2), { ifRevision: 1 })).toMatchObject({
        repeated: true,
      });
    });

    it('and both at the same moment, is carried out once', async () => {
      await counters.transact('A', openCounter(5), command(1));
      const answers = await Promise.all(
        [1, 2, 3].map(() => counters.transact('A', countTimes(2), command(2))),
      );
      expect(answers.map(({ state }) => state.total)).toEqual([7, 7, 7]);
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    });

    it('and decided on another state in the meantime, gets the answer of the one that came first', async () => {
      await counters.transact('A', openCounter(5), command(1));
      const append = store.append.bind(store);
      store.append = async (...sent) => {
        store.append = append;
        await counters.transact('A', () => [counted(3)], command(2));
        return append(...sent);
      };
      expect(await counters.transact('A', () => [counted(2)], command(2))).toMatchObject({
        state: { total: 8 },
        repeated: true,
      });
    });

    it('is refused when its id was used for another stream', async () => {
      await counters.transact('A', openCounter(5), command(1));
      await expect(counters.transact('B', openCounter(5), command(1))).rejects.toThrow(CommandIdReused);
    });
  });

  describe('a lost race', () => {
    const seen: number[] = [];
    const closeAndNote: Decision<typeof counter.initial, typeof closed> = ({ total }) => {
      seen.push(total);
      return [closed];
    };

    beforeEach(async () => {
      seen.length = 0;
      await counters.transact('A', openCounter(5), command(1));
    });

    it('is decided again on the new state', async () => {
      interfere(2);
      const { revision } = await counters.transact('A', closeAndNote, command(2));
      expect(revision).toBe(4);
      expect(seen).toEqual([5, 6, 7]);
    });

    it('is given up after four tries', async () => {
      interfere(10);
      await expect(counters.transact('A', closeAndNote, command(2))).rejects.toThrow(StaleRevision);
      expect(seen).toHaveLength(4);
    });

    it('is not decided again for a caller who says what it saw', async () => {
      interfere(1);
      await expect(counters.transact('A', closeAndNote, command(2), { ifRevision: 1 })).rejects.toThrow(
        'The version is 2 and not 1',
      );
      expect(seen).toEqual([5]);
    });
  });

  it('refuses a caller who saw an older or a later revision, before deciding', async () => {
    await counters.transact('A', openCounter(5), command(1));
    const neverAsked: Decision<typeof counter.initial, typeof closed> = () => {
      throw new Error('It was asked');
    };
    for (const ifRevision of [0, 2]) {
      await expect(counters.transact('A', neverAsked, command(2), { ifRevision })).rejects.toThrow(
        StaleRevision,
      );
    }
  });

  it('does not use a broken history', async () => {
    await store.append('sample-A', 0, [eventToStore({ metadata: metadataBytes('A') })]);
    await expect(counters.load('A')).rejects.toThrow(BrokenHistory);
    await store.append('sample-B', 0, [eventToStore({ type: 'sample.unheard-of' })]);
    await expect(counters.load('B')).rejects.toThrow('sample.unheard-of cannot be read');
  });

  describe('where two processes deal with the same stream', () => {
    let others: typeof counters;
    const reads: (number | undefined)[] = [];

    beforeEach(async () => {
      others = new Streams(store, counter);
      await counters.transact('A', openCounter(5), command(1));
      await others.load('A');
      const readStream = store.readStream.bind(store);
      store.readStream = async (stream, from) => {
        reads.push(from);
        return readStream(stream, from);
      };
      reads.length = 0;
    });

    it('one sees what the other appended, and reads no more than that', async () => {
      await others.transact('A', countTimes(2), command(2));
      reads.length = 0;
      expect(await counters.load('A')).toEqual({ state: { stage: 'open', total: 7 }, revision: 3 });
      expect(await counters.load('A')).toEqual({ state: { stage: 'open', total: 7 }, revision: 3 });
      expect(reads).toEqual([1, 3]);
    });

    it('a command on a state that is known reads nothing before it is decided', async () => {
      await counters.transact('A', countTimes(2), command(2), { ifRevision: 1 });
      expect(reads).toEqual([2]);
    });

    it('a command that leads to one event reads nothing at all, and knows it as the store holds it', async () => {
      const { state, revision, position } = await counters.transact('A', countTimes(1), command(2));
      expect(reads).toEqual([]);
      const [, stored] = await store.readStream('sample-A');
      expect({ revision, position }).toEqual({
        revision: stored?.revision,
        position: String(stored?.position.commit),
      });
      expect(await others.load('A')).toEqual({ state, revision });
      expect(await counters.load('A')).toEqual({ state, revision });
    });

    it('a command that leads to one event is read where the store does not say when it recorded it', async () => {
      const append = store.append.bind(store);
      store.append = async (...asked) => {
        const { recordedAt: _, ...outcome } = { recordedAt: '', ...(await append(...asked)) };
        return outcome;
      };
      await counters.transact('A', countTimes(1), command(2));
      expect(reads).toEqual([2]);
    });

    it('what the other changed in between is decided on, not what is known', async () => {
      await others.transact('A', countTimes(2), command(2));
      const seen: number[] = [];
      const { state } = await counters.transact(
        'A',
        ({ total }) => {
          seen.push(total);
          return total === 5 ? [] : [counted(1)];
        },
        command(3),
      );
      expect(seen).toEqual([5, 7]);
      expect(state.total).toBe(8);
    });

    it('a command that came too late reads the history once, and the next one nothing', async () => {
      for (const [number, isVersionNamed] of [
        [10, true],
        [20, false],
      ] as const) {
        const { revision } = await others.transact('A', countTimes(1), command(number));
        reads.length = 0;
        const options = isVersionNamed ? { ifRevision: revision } : {};
        await counters.transact('A', countTimes(1), command(number + 1), options);
        expect(reads).toEqual([1]);
        await counters.transact('A', countTimes(1), command(number + 2));
        expect(reads).toEqual([1]);
      }
    });

    it('what would be refused on the state that is known is not, when the other has changed it', async () => {
      await counters.transact('A', close, command(2));
      const before = await counters.load('A');
      await store.append('sample-A', 2, [
        eventToStore({
          type: 'sample.opened',
          data: canonicalBytes({ start: 1 }),
          metadata: metadataBytes('A'),
        }),
      ]);
      expect(before.state.stage).toBe('closed');
      const { state } = await counters.transact('A', countTimes(1), command(4));
      expect(state).toEqual({ stage: 'open', total: 2 });
    });

    it('a caller who saw what the other left is not told that it is stale', async () => {
      const { revision } = await others.transact('A', countTimes(2), command(2));
      const { state } = await counters.transact('A', countTimes(1), command(3), { ifRevision: revision });
      expect(state.total).toBe(8);
    });

    it('a command that the other carried out gets the answer that it had', async () => {
      const first = await others.transact('A', close, command(2), { ifRevision: 1 });
      expect(await counters.transact('A', close, command(2), { ifRevision: 1 })).toEqual({
        ...first,
        repeated: true,
      });
    });
  });

  it('guards before it says whether the version is stale or the command was carried out', async () => {
    await counters.transact('A', openCounter(5), command(1));
    const guard = () => {
      throw new CaseClosed();
    };
    await expect(counters.transact('A', openCounter(5), command(1), { guard })).rejects.toThrow(CaseClosed);
    await expect(counters.transact('A', close, command(2), { guard, ifRevision: 7 })).rejects.toThrow(
      CaseClosed,
    );
    await expect(counters.transact('A', close, command(3), { guard })).rejects.toThrow(CaseClosed);
    expect(await store.readStream('sample-A')).toHaveLength(1);
  });

  describe('what is looked at last', () => {
    const looked: number[] = [];
    const lookLast = async ({ total }: typeof counter.initial) => {
      looked.push(total);
    };

    beforeEach(async () => {
      looked.length = 0;
      await counters.transact('A', openCounter(5), command(1));
    });

    it.each([0, 2])(
      'is not for a caller who saw version %i, which is not the one that is there',
      async (ifRevision) => {
        const sending = counters.transact('A', countTimes(1), command(2), { ifRevision, lookLast });
        await expect(sending).rejects.toThrow(StaleRevision);
        expect(looked).toEqual([]);
      },
    );

    it('is not for a command that is refused, changes nothing, or was carried out before', async () => {
      await counters.transact('A', openCounter(5), command(2), { lookLast });
      await counters.transact('A', openCounter(5), command(1), { lookLast });
      await counters.transact('A', close, command(3));
      await expect(counters.transact('A', countTimes(1), command(4), { lookLast })).rejects.toThrow(
        CaseClosed,
      );
      expect(looked).toEqual([]);
    });

    it('is not for a caller who saw what is known here and was changed elsewhere', async () => {
      await new Streams(store, counter).transact('A', countTimes(1), command(2));
      const sending = counters.transact('A', countTimes(1), command(3), { ifRevision: 1, lookLast });
      await expect(sending).rejects.toThrow(StaleRevision);
      expect(looked).toEqual([]);
    });

    it('is the state that was decided on, and what it refuses is not recorded', async () => {
      const options = { ifRevision: 1, lookLast };
      expect(await counters.transact('A', countTimes(1), command(2), options)).toMatchObject({ revision: 2 });
      const refusing = {
        lookLast: async () => {
          throw new CaseClosed();
        },
      };
      await expect(counters.transact('A', countTimes(1), command(3), refusing)).rejects.toThrow(CaseClosed);
      expect(looked).toEqual([5]);
      expect(await store.readStream('sample-A')).toHaveLength(2);
    });
  });

  it('forgets what it knows of a stream that was put back to an earlier time and went on differently', async () => {
    await counters.transact('A', openCounter(5), command(1));
    await counters.transact('A', countTimes(2), command(2));
    const restored = new InMemoryEventStore(new TickingClock());
    const [first] = await store.readStream('sample-A');
    await restored.append('sample-A', 0, [first!]);
    store.readStream = restored.readStream.bind(restored);
    expect(await counters.load('A')).toEqual({ state: { stage: 'open', total: 5 }, revision: 1 });
    await restored.append('sample-A', 1, [
      eventToStore({ type: 'sample.closed', data: canonicalBytes({}), metadata: metadataBytes('A') }),
    ]);
    expect(await counters.load('A')).toMatchObject({ state: { stage: 'closed' }, revision: 2 });
  });
});
