/** An event on its way in, as the protocol carries it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LogRecord extends Proposed {
  readonly stream: string;
  /** From 0. */
  readonly revision: number;
  readonly commit: bigint;
  readonly prepare: bigint;
  /** 100 nanoseconds since 1970. */
  readonly createdTicks: bigint;
}

export type WriteResult = { readonly written: readonly LogRecord[] } | { readonly currentRevision: number };

const TICKS_PER_MS = 10_000n;

/** What a double of KurrentDB keeps: one log of all streams, with places that have gaps as bytes of a file have. */
export class EventLog {
  readonly records: LogRecord[] = [];
  private end = 0n;
  private lastTicks = 0n;

  constructor() {
    // A new server has written for itself before anybody asks it.
    this.writeForItself('$settings');
  }

  /**
   * As the server decides: equal ids at the expected revision are the same write, whatever they hold; the current revision is
   * taken as it comes; everything else is a conflict.
   *
   * @param expected the last revision, -1 for no stream
   */
  append(stream: string, expected: number, events: readonly Proposed[]): WriteResult {
    const before = this.stream(stream);
    const currentRevision = before.length - 1;
    if (expected < currentRevision) {
      const there = before.slice(expected + 1, expected + 1 + events.length);
      const same = there.length === events.length && events.every(({ id }, index) => there[index]?.id === id);
      return same ? { written: there } : { currentRevision };
    }
    if (expected > currentRevision) return { currentRevision };
    const written = this.write(stream, before.length, events);
    this.writeForItself('$stats-0');
    return { written };
  }

  stream(name: string): readonly LogRecord[] {
    return this.records.filter(({ stream }) => stream === name);
  }

  private write(stream: string, from: number, events: readonly Proposed[]): readonly LogRecord[] {
    const starts = events.map(({ data, metadata }) => {
      const start = this.end;
      this.end += BigInt(64 + data.length + metadata.length);
      return start;
    });
    const commit = starts.at(-1) ?? this.end;
    const createdTicks = this.now();
    const written = events.map((event, index) => ({
      ...event,
      stream,
      revision: from + index,
      // One write is one commit: only both parts together tell its events apart.
      commit,
      prepare: starts[index] ?? commit,
      createdTicks,
    }));
    this.records.push(...written);
    return written;
  }

  private writeForItself(stream: string): void {
    const nothing = new Uint8Array();
    const event = { id: crypto.randomUUID(), type: '$it', contentType: 'application/json' };
    this.write(stream, this.stream(stream).length, [
      { ...event, data: Buffer.from('{}'), metadata: nothing },
    ]);
  }

  private now(): bigint {
    const ticks = BigInt(Date.now()) * TICKS_PER_MS;
    this.lastTicks = ticks > this.lastTicks ? ticks : this.lastTicks + 1n;
    return this.lastTicks;
  }
}
