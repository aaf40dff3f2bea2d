import type { Clock } from '../../../kernel/clock.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { AppendOutcome, EventStore, EventToStore, StoredEvent } from '../event-store.js';
import { comparePositions, START, type Position } from '../position.js';

/** The event store of specs: the same promises as the others, and nothing outlives the process. */
export class InMemoryEventStore implements EventStore {
  private readonly events: StoredEvent[] = [];
  private readonly wakes = new Set<() => void>();

  constructor(private readonly clock: Clock) {}

  async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventToStore[],
  ): Promise<AppendOutcome> {
    if (events.length === 0) throw new InvalidValue('An append holds at least one event');
    const refused = this.repeatOrReuse(stream, events) ?? this.wrongRevision(stream, expectedRevision);
    if (refused !== undefined) return refused;

    const recordedAt = this.instant();
    const stored = events.map((event, index) => ({
      ...copyOf(event),
      stream,
      revision: expectedRevision + index + 1,
      position: positionOf(this.events.length + index + 1),
      recordedAt,
    }));
    this.events.push(...stored);
    // After the answer, as with a real store.
    for (const wake of this.wakes) setImmediate(wake);
    return answerFor(stored, false);
  }

  async readStream(stream: string, fromRevision = 1): Promise<readonly StoredEvent[]> {
    return this.streamOf(stream)
      .filter(({ revision }) => revision >= fromRevision)
      .map(copyOf);
  }

  async readStreams(streams: readonly string[]): Promise<readonly StoredEvent[]> {
    const wanted = new Set(streams);
    return this.events.filter(({ stream }) => wanted.has(stream)).map(copyOf);
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.events
      .filter(({ position }) => comparePositions(position, after) > 0)
      .slice(0, limit)
      .map(copyOf);
  }

  async head(): Promise<Position> {
    return this.events.at(-1)?.position ?? START;
  }

  async countAfter(after: Position, atMost: number): Promise<number> {
    return (await this.readAll(after, atMost)).length;
  }

  async settledBefore(): Promise<string> {
    return this.instant();
  }

  onAppended(wake: () => void): () => void {
    const own = () => wake();
    this.wakes.add(own);
    return () => {
      this.wakes.delete(own);
    };
  }

  private repeatOrReuse(stream: string, events: readonly EventToStore[]): AppendOutcome | undefined {
    const ids = new Set(events.map(({ eventId }) => eventId));
    const seen = this.events.filter(({ eventId }) => ids.has(eventId));
    if (seen.length === 0 && ids.size === events.length) return undefined;
    const first = seen[0];
    const same =
      seen.length === events.length &&
      events.every((event, index) => {
        const before = seen[index];
        return (
          before?.eventId === event.eventId &&
          before.stream === stream &&
          before.revision === (first?.revision ?? 0) + index &&
          before.type === event.type &&
          Buffer.compare(before.data, event.data) === 0
        );
      });
    return same ? answerFor(seen, true) : { outcome: 'event-id-reused' };
  }

  private wrongRevision(stream: string, expectedRevision: number): AppendOutcome | undefined {
    const actualRevision = this.streamOf(stream).length;
    return actualRevision === expectedRevision ? undefined : { outcome: 'wrong-revision', actualRevision };
  }

  private streamOf(stream: string): readonly StoredEvent[] {
    return this.events.filter((event) => event.stream === stream);
  }

  /** The clock's time, or that of the last event when the clock has gone back. */
  private instant(): string {
    const now = this.clock.now().toISOString().replace('Z', '000Z');
    const last = this.events.at(-1)?.recordedAt ?? now;
    return now < last ? last : now;
  }
}

function answerFor(stored: readonly StoredEvent[], repeated: boolean): AppendOutcome {
  const last = stored.at(-1);
  return {
    outcome: 'appended',
    revision: last?.revision ?? 0,
    position: last?.position ?? START,
    repeated,
    ...(!repeated && stored.length === 1 && last !== undefined && { recordedAt: last.recordedAt }),
  };
}

function positionOf(number: number): Position {
  return { commit: BigInt(number), prepare: BigInt(number) };
}

/** Nobody who holds an event's bytes can change those in the store. */
function copyOf<Event extends EventToStore>(event: Event): Event {
  return { ...event, data: Uint8Array.from(event.data), metadata: Uint8Array.from(event.metadata) };
}
