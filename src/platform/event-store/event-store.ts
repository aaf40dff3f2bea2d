import type { Position } from './position.js';

/** An event on its way into the store. Bytes are canonical JSON, so that equal facts have equal bytes. */
export interface EventToStore {
  /** A UUID derived from the command and the index, so that a retried command stores the same events. */
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the store holds it. Payloads stay bytes until somebody looks at them. */
export interface StoredEvent extends EventToStore {
  readonly stream: string;
  /** The place in the stream, from 1. */
  readonly revision: number;
  readonly position: Position;
  /** Instant in UTC with microseconds; it never goes back from one position to the next. */
  readonly recordedAt: string;
  /** Why it is not what was stored, where the store noticed that. It must not be used then. */
  readonly damage?: string;
}

/** A conflict is an answer, not an exception: it is ordinary, and an SQL error would cost the pooled connection. */
export type AppendOutcome =
  /** The events are durable. `repeated` when they had been stored before, by the same command. */
  | {
      readonly outcome: 'appended';
      readonly revision: number;
      readonly position: Position;
      readonly repeated: boolean;
      /** When it was recorded, where the store says so of one new event: whoever knows the event need not read it. */
      readonly recordedAt?: string;
    }
  /** Somebody else appended first; nothing was stored. */
  | { readonly outcome: 'wrong-revision'; readonly actualRevision: number }
  /**
   * An event id is taken by other bytes in this stream, or by another stream where the store knows the ids of all streams;
   * nothing was stored. Ids come from the id of the command, which names what it is addressed to, so none is in two streams.
   */
  | { readonly outcome: 'event-id-reused' };

/** The store could not answer in time. The append may have happened: read again before deciding anything. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/** More is to be appended than the store keeps up with. Nothing was stored: try again a little later. */
export class EventStoreBusy extends Error {
  override readonly name = 'EventStoreBusy';
}

/**
 * Where events are kept. One contract suite (test/contract) holds for every adapter.
 */
export interface EventStore {
  /**
   * Stores all of the events or none.
   *
   * @param expectedRevision the number of events that the decision was made on; 0 for a new stream. Never "any".
   * @throws EventStoreUnavailable when the outcome is not known.
   * @throws EventStoreBusy when nothing was stored because too much waits already.
   */
  append(stream: string, expectedRevision: number, events: readonly EventToStore[]): Promise<AppendOutcome>;

  /** The events of a stream from revision 1 (or `fromRevision`) on, in order; none when there is no such stream. */
  readStream(stream: string, fromRevision?: number): Promise<readonly StoredEvent[]>;

  /** All events of several streams, in global order. Whoever needs many streams reads them with few questions. */
  readStreams(streams: readonly string[]): Promise<readonly StoredEvent[]>;

  /**
   * Up to `limit` events after a position in global order. A tailing reader that goes on from the last position it saw
   * misses nothing, however many writers there are.
   */
  readAll(after: Position, limit: number): Promise<readonly StoredEvent[]>;

  /** The position of the last event, or START when there is none. */
  head(): Promise<Position>;

  /** How many events stand after a position, counted no further than `atMost`: positions tell the order and not the number. */
  countAfter(after: Position, atMost: number): Promise<number>;

  /**
   * The moment before which nothing can be recorded any more: every event that was recorded earlier can be read now, and
   * whatever is appended from now on is recorded at this moment or later. An instant in UTC with microseconds.
   */
  settledBefore(): Promise<string>;

  /** Calls back soon after something may have been appended: a hint to read, never the truth. Returns how to stop. */
  onAppended(wake: () => void): () => void;
}

/** Nest's name for the event store. */
export const EVENT_STORE = Symbol('EventStore');
