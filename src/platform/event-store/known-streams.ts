import type { Folded } from '../../kernel/aggregate.js';
import type { DomainEvent } from '../../kernel/event.js';

/** The events that all states together may have been folded from: some twenty megabytes of them. */
const MAX_EVENTS = 60_000;
/** What was true this long ago is looked at again before anything is decided on it. */
const FRESH_MS = 60_000;

interface Kept<State, Event extends DomainEvent> {
  readonly folded: Folded<State, Event>;
  readonly atMs: number;
}

/**
 * The streams that this process dealt with last, as far as it knows them. History only grows, so what is kept is never
 * wrong, only short: others may have appended since. The stream that was used longest ago goes first.
 */
export class KnownStreams<State, Event extends DomainEvent> {
  private readonly kept = new Map<string, Kept<State, Event>>();
  private events = 0;

  constructor(
    private readonly maxEvents = MAX_EVENTS,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  find(stream: string): Folded<State, Event> | undefined {
    const found = this.kept.get(stream);
    if (found === undefined) return undefined;
    // The last of a Map is the one that was put in last.
    this.kept.delete(stream);
    this.kept.set(stream, found);
    return found.folded;
  }

  /** The same, unless it is a while ago that the store said so. */
  findFresh(stream: string): Folded<State, Event> | undefined {
    const folded = this.find(stream);
    const atMs = this.kept.get(stream)?.atMs ?? 0;
    return this.nowMs() - atMs < FRESH_MS ? folded : undefined;
  }

  /** Keeps what the store said, unless more is known by now. */
  keep(stream: string, folded: Folded<State, Event>): void {
    if (folded.last === undefined || folded.revision > this.maxEvents) return;
    if (folded.revision < (this.kept.get(stream)?.folded.revision ?? 0)) return;
    this.forget(stream);
    this.kept.set(stream, { folded, atMs: this.nowMs() });
    this.events += folded.revision;
    for (const oldest of this.kept.keys()) {
      if (this.events <= this.maxEvents) return;
      this.forget(oldest);
    }
  }

  forget(stream: string): void {
    this.events -= this.kept.get(stream)?.folded.revision ?? 0;
    this.kept.delete(stream);
  }
}
