import type { Folded } from '../../kernel/aggregate.js';
import type { DomainEvent } from '../../kernel/event.js';

/** The events that all states together may have been folded from: some thirty to eighty megabytes of them. */
const MAX_EVENTS = 200_000;
/** What was true this long ago is looked at again before anything is decided on it. */
const FRESH_MS = 60_000;

interface Kept<State, Event extends DomainEvent> {
  readonly folded: Folded<State, Event>;
  readonly atMs: number;
  /** Its place in the list of those that are kept. */
  place: number;
}

/**
 * The streams that this process dealt with, as far as it knows them. History only grows, so what is kept is never wrong, only
 * short: others may have appended since.
 *
 * When there are too many, any of them goes. Were it the one that was used longest ago, and did callers come round to a few
 * more streams than are kept, each would have gone just before its turn, and none would ever be found.
 */
export class KnownStreams<State, Event extends DomainEvent> {
  private readonly kept = new Map<string, Kept<State, Event>>();
  private readonly streams: string[] = [];
  private events = 0;

  /** @param chance a number from 0 up to but not 1 */
  constructor(
    private readonly maxEvents = MAX_EVENTS,
    private readonly nowMs: () => number = () => performance.now(),
    private readonly chance: () => number = Math.random,
  ) {}

  find(stream: string): Folded<State, Event> | undefined {
    return this.kept.get(stream)?.folded;
  }

  /** The same, unless it is a while ago that the store said so. */
  findFresh(stream: string): Folded<State, Event> | undefined {
    const found = this.kept.get(stream);
    return found !== undefined && this.nowMs() - found.atMs < FRESH_MS ? found.folded : undefined;
  }

  /** Keeps what the store said, unless more is known by now. */
  keep(stream: string, folded: Folded<State, Event>): void {
    if (folded.last === undefined || folded.revision > this.maxEvents) return;
    const known = this.kept.get(stream);
    if (folded.revision < (known?.folded.revision ?? 0)) return;
    const place = known?.place ?? this.streams.push(stream) - 1;
    this.kept.set(stream, { folded, atMs: this.nowMs(), place });
    this.events += folded.revision - (known?.folded.revision ?? 0);
    while (this.events > this.maxEvents) this.forget(this.anyBut(stream));
  }

  forget(stream: string): void {
    const known = this.kept.get(stream);
    if (known === undefined) return;
    this.kept.delete(stream);
    this.events -= known.folded.revision;
    // The last one takes its place in the list.
    const last = this.streams.pop();
    const moved = last === undefined ? undefined : this.kept.get(last);
    if (last === undefined || moved === undefined) return;
    this.streams[known.place] = last;
    moved.place = known.place;
  }

  /** There is another, since one alone is never too many. */
  private anyBut(stream: string): string {
    const { length } = this.streams;
    const place = Math.floor(this.chance() * length);
    const any = this.streams[place] ?? stream;
    return any === stream ? (this.streams[(place + 1) % length] ?? stream) : any;
  }
}
