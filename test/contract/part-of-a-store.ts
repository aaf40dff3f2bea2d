import type {
  AppendOutcome,
  EventStore,
  EventToStore,
  StoredEvent,
} from '../../src/platform/event-store/event-store.js';
import { comparePositions, START, type Position } from '../../src/platform/event-store/position.js';

/** Streams of one name after the other, on a store that holds others: empty at first, as the contract wants its stores. */
export class PartOfAStore implements EventStore {
  private constructor(
    private readonly whole: EventStore,
    private readonly prefix: string,
    private readonly beginning: Position,
  ) {}

  /** Everything that is in the store so far stays out of sight. Nobody else may write to it meanwhile. */
  static async open(whole: EventStore, name: string): Promise<PartOfAStore> {
    return new PartOfAStore(whole, `${name}-`, await whole.head());
  }

  append(stream: string, expected: number, events: readonly EventToStore[]): Promise<AppendOutcome> {
    return this.whole.append(`${this.prefix}${stream}`, expected, events);
  }

  async readStream(stream: string, fromRevision?: number): Promise<readonly StoredEvent[]> {
    return (await this.whole.readStream(`${this.prefix}${stream}`, fromRevision)).map((event) =>
      this.own(event),
    );
  }

  async readStreams(streams: readonly string[]): Promise<readonly StoredEvent[]> {
    const events = await this.whole.readStreams(streams.map((stream) => `${this.prefix}${stream}`));
    return events.map((event) => this.own(event));
  }

  async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return (await this.whole.readAll(this.notBefore(after), limit)).map((event) => this.own(event));
  }

  async head(): Promise<Position> {
    const head = await this.whole.head();
    return comparePositions(head, this.beginning) > 0 ? head : START;
  }

  countAfter(after: Position, atMost: number): Promise<number> {
    return this.whole.countAfter(this.notBefore(after), atMost);
  }

  settledBefore(): Promise<string> {
    return this.whole.settledBefore();
  }

  onAppended(wake: () => void): () => void {
    return this.whole.onAppended(wake);
  }

  private notBefore(position: Position): Position {
    return comparePositions(position, this.beginning) < 0 ? this.beginning : position;
  }

  private own(event: StoredEvent): StoredEvent {
    if (!event.stream.startsWith(this.prefix))
      throw new Error(`Somebody else writes to this store: ${event.stream}`);
    return { ...event, stream: event.stream.slice(this.prefix.length) };
  }
}
