import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  END,
  FORWARDS,
  KurrentDBClient,
  NO_STREAM,
  START as BEGINNING,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type ResolvedEvent,
} from '@kurrent/kurrentdb-client';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { EventStoreUnavailable, type AppendOutcome, type EventStore } from '../event-store.js';
import type { EventToStore, StoredEvent } from '../event-store.js';
import { comparePositions, START, type Position } from '../position.js';
import { answerFromHistory, appendedAt } from './answer-from-history.js';
import { AppendSubscription } from './append-subscription.js';
import { asStoreFault } from './kurrent-faults.js';
import { recordOf, toBinaryEvent, type KurrentRecord } from './kurrent-record.js';
import { OWN_STREAMS } from './own-streams.js';

// Whoever waits for an answer is told within seconds that there is none. The server gives up a little before that; the client
// waits for ever on an append whose answer was lost, so the adapter does not rely on it.
const DEADLINE_MS = 5_000;
const ANSWER_MS = 6_000;
/** KurrentDB is asked for one stream at a time: so many questions at once keep it busy and leave room for others. */
const STREAMS_AT_ONCE = 16;
/**
 * KurrentDB does not tell its time. So much is left for its clock to be another than ours and for an append that is under way.
 */
const UNSETTLED_MS = 60_000;
/** Events that are read at a time to count them. */
const COUNT_PAGE = 500;

interface StreamPart {
  /** The first revision to read, from 1. */
  readonly from: number;
  readonly limit?: number;
}

/**
 * The event store in KurrentDB, or EventStoreDB from 23.10 on. The server compares the expected revision and no more: that an
 * event id stands in the stream only once, and that a repeat brings the same bytes, is looked up in the stream before an append
 * and after one that lost a race. An id that stands in another stream is not seen.
 */
export class KurrentEventStore implements EventStore {
  private readonly subscription: AppendSubscription;

  private constructor(
    private readonly client: KurrentDBClient,
    private readonly answerMs: number,
  ) {
    this.subscription = new AppendSubscription(client);
  }

  /**
   * Connects when first used. Close it at the end.
   *
   * @param url a connection string; it may hold a password, so no message repeats it
   * @param answerMs how long to wait for an answer, in milliseconds
   * @throws InvalidValue when the client cannot read the connection string.
   */
  static connect(url: string, answerMs = ANSWER_MS): KurrentEventStore {
    try {
      return new KurrentEventStore(KurrentDBClient.connectionString(url), answerMs);
    } catch {
      throw new InvalidValue('The address of KurrentDB is not a connection string that its client can read');
    }
  }

  async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventToStore[],
  ): Promise<AppendOutcome> {
    if (events.length === 0) throw new InvalidValue('An append holds at least one event');
    const appendId = randomUUID();
    const proposed = events.map((event) => toBinaryEvent(event, appendId));
    const refused = refusal(await this.readStream(stream), expectedRevision, events);
    if (refused !== undefined) return refused;

    try {
      await this.answered(() =>
        this.client.appendToStream(stream, proposed, {
          streamState: expectedRevision === 0 ? NO_STREAM : BigInt(expectedRevision - 1),
          requiresLeader: true,
          deadline: DEADLINE_MS,
        }),
      );
    } catch (fault) {
      if (!(fault instanceof WrongExpectedVersionError)) throw fault;
      const history = await this.readStream(stream);
      return answerFromHistory(history, events) ?? wrongRevision(history);
    }
    // The server answers the same ids at the same revision with success, whoever brought them and whatever they hold. What it
    // kept says who came first.
    const kept = await this.read(stream, { from: expectedRevision + 1, limit: events.length });
    const stored = kept.map(({ event }) => event);
    return kept.length === events.length && kept.every((each) => each.appendId === appendId)
      ? appendedAt(stored, false)
      : (answerFromHistory(stored, events) ?? { outcome: 'event-id-reused' });
  }

  async readStream(stream: string, fromRevision = 1): Promise<readonly StoredEvent[]> {
    return (await this.read(stream, { from: fromRevision })).map(({ event }) => event);
  }

  async readStreams(streams: readonly string[]): Promise<readonly StoredEvent[]> {
    const wanted = [...new Set(streams)];
    const events: StoredEvent[] = [];
    while (wanted.length > 0) {
      const some = wanted.splice(0, STREAMS_AT_ONCE);
      events.push(...(await Promise.all(some.map((stream) => this.readStream(stream)))).flat());
    }
    return events.sort((left, right) => comparePositions(left.position, right.position));
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    // A read from a position begins with the event that stands there, which has been seen.
    const page = await this.collect(() =>
      this.client.readAll({
        direction: FORWARDS,
        fromPosition: comparePositions(after, START) === 0 ? BEGINNING : { ...after },
        maxCount: limit + 1,
        filter: OWN_STREAMS,
        requiresLeader: true,
      }),
    );
    return page
      .map(({ event }) => event)
      .filter(({ position }) => comparePositions(position, after) > 0)
      .slice(0, limit);
  }

  async head(): Promise<Position> {
    return (await this.lastEvent())?.position ?? START;
  }

  async countAfter(after: Position, atMost: number): Promise<number> {
    let count = 0;
    for (let from = after; count < atMost;) {
      const limit = Math.min(COUNT_PAGE, atMost - count);
      const page = await this.readAll(from, limit);
      count += page.length;
      if (page.length < limit) break;
      from = page.at(-1)?.position ?? from;
    }
    return count;
  }

  /** The time of the last event, or a minute ago where that is later. */
  async settledBefore(): Promise<string> {
    const minuteAgo = new Date(Date.now() - UNSETTLED_MS).toISOString().replace('Z', '000Z');
    const last = (await this.lastEvent())?.recordedAt ?? minuteAgo;
    return last > minuteAgo ? last : minuteAgo;
  }

  onAppended(wake: () => void): () => void {
    return this.subscription.listen(wake);
  }

  async close(): Promise<void> {
    await this.subscription.close();
    await this.client.dispose();
  }

  private async lastEvent(): Promise<StoredEvent | undefined> {
    const [last] = await this.collect(() =>
      this.client.readAll({
        direction: BACKWARDS,
        fromPosition: END,
        maxCount: 1,
        filter: OWN_STREAMS,
        requiresLeader: true,
      }),
    );
    return last?.event;
  }

  private async read(stream: string, { from, limit }: StreamPart): Promise<readonly KurrentRecord[]> {
    try {
      return await this.collect(() =>
        this.client.readStream(stream, {
          direction: FORWARDS,
          fromRevision: BigInt(from - 1),
          ...(limit !== undefined && { maxCount: limit }),
          requiresLeader: true,
        }),
      );
    } catch (fault) {
      if (fault instanceof StreamNotFoundError) return [];
      throw fault;
    }
  }

  private async collect(read: () => AsyncIterable<ResolvedEvent>): Promise<readonly KurrentRecord[]> {
    const events = await this.answered(async () => {
      const page: ResolvedEvent[] = [];
      for await (const resolved of read()) page.push(resolved);
      return page;
    });
    return events.map(recordOf);
  }

  /** @throws EventStoreUnavailable also when there is no answer in time. */
  private async answered<Result>(ask: () => Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new EventStoreUnavailable(`The event store did not answer in ${this.answerMs} ms`)),
        this.answerMs,
      );
    });
    try {
      return await Promise.race([ask(), tooLate]);
    } catch (fault) {
      throw asStoreFault(fault);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Why an append cannot be, as far as the stream shows before it is tried. */
function refusal(
  history: readonly StoredEvent[],
  expectedRevision: number,
  events: readonly EventToStore[],
): AppendOutcome | undefined {
  const known = answerFromHistory(history, events);
  if (known !== undefined) return known;
  const conflict = wrongRevision(history);
  return conflict.actualRevision === expectedRevision ? undefined : conflict;
}

function wrongRevision(history: readonly StoredEvent[]) {
  return { outcome: 'wrong-revision', actualRevision: history.at(-1)?.revision ?? 0 } as const;
}
