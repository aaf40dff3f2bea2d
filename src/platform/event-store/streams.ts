import { setTimeout as pause } from 'node:timers/promises';
import { foldOn, type Aggregate, type Folded } from '../../kernel/aggregate.js';
import type { Actor, Decision, DomainEvent, Recorded } from '../../kernel/event.js';
import { canonicalBytes } from './canonical-json.js';
import type { CommandContext } from './command-context.js';
import { derivedId } from './derived-id.js';
import type { EventMetadata } from './event-metadata.js';
import type { AppendOutcome, EventStore, EventToStore, StoredEvent } from './event-store.js';
import { KnownStreams } from './known-streams.js';
import { formatPosition } from './position.js';
import { decodeStored } from './recorded.js';

/** The state of a stream and the revision it was folded from; revision 0 means that there is no such stream. */
export interface Loaded<State> {
  readonly state: State;
  readonly revision: number;
}

/** What a command left behind. */
export interface Committed<State> extends Loaded<State> {
  /** Where the last event of the stream stands in the whole store: read models that have come this far show it. */
  readonly position: string;
  /** True when this command had been carried out before, and nothing was added now. */
  readonly repeated: boolean;
}

/** The caller decided on an older version of the stream than the one that is there. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';

  constructor(
    readonly expectedRevision: number,
    readonly actualRevision: number,
  ) {
    super(`The version is ${actualRevision} and not ${expectedRevision}: somebody else changed it first`);
  }
}

/** The id of a command was used before for something else. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';
}

export interface TransactOptions<State> {
  /** The revision that the caller saw. Without it, a lost race is decided again on the new state. */
  readonly ifRevision?: number;
  /** What the events are about across streams; the id of the stream itself when absent. */
  readonly subject?: string;
  /** Refuses, by throwing, whoever may not see or change the stream: before anything about it is answered. */
  readonly guard?: (state: State) => void;
  /**
   * Refuses, by throwing, after all else allows the command and before it is recorded: for a refusal that tells something, so
   * that whoever tries for it has to record what it does not refuse. It is asked on what the store holds, never on what is known.
   */
  readonly lookLast?: (state: State) => Promise<void>;
}

type Appended = Extract<AppendOutcome, { readonly outcome: 'appended' }>;

// Three more tries settle ordinary races; a stream that is fought over longer than that is better refused than waited for.
const MAX_TRIES = 4;
const PAUSE_MS = 20;

/**
 * The streams of one kind of aggregate: load, decide, append with the revision that was read.
 *
 * A state that is known from before is only ever the beginning: `load` reads what came later, and `transact` decides on it
 * without reading because the store refuses the append when something came later. Whatever else such a decision says is
 * thrown away, and decided again on what the store holds.
 */
export class Streams<State, Event extends DomainEvent> {
  private readonly known = new KnownStreams<State, Event>();

  constructor(
    private readonly store: EventStore,
    private readonly aggregate: Aggregate<State, Event>,
  ) {}

  /** @throws BrokenHistory when the stream cannot be used as state. */
  async load(id: string): Promise<Loaded<State>> {
    const { state, revision } = await this.read(this.streamOf(id));
    return { state, revision };
  }

  /**
   * Carries out a decision on the stream `id`: decides on the state that its history leads to, and appends with the revision
   * of that state. When somebody else appends in between it reads and decides again, unless `ifRevision` says what the
   * caller saw. A command that was carried out before is recognised by its id and changes nothing.
   *
   * @throws StaleRevision when `ifRevision` is not the current revision.
   * @throws CommandIdReused when the command id was used for other events.
   * @throws Refusal whatever the guard, the decision or the last look refuses.
   */
  async transact(
    id: string,
    decide: Decision<State, Event>,
    context: CommandContext,
    options: TransactOptions<State> = {},
  ): Promise<Committed<State>> {
    const stream = this.streamOf(id);
    const toStore = (events: readonly Event[]) =>
      events.map((event, index) => this.toStore(event, index, context, options.subject ?? id));
    const first =
      options.lookLast === undefined
        ? await this.onWhatIsKnown(stream, decide, toStore, options)
        : 'not-decided';
    if (first !== 'not-decided' && first !== 'overtaken') return first;

    for (let attempt = first === 'overtaken' ? 2 : 1; ; attempt += 1) {
      const history = await this.history(stream);
      const before = foldOn(this.aggregate, this.nothing, history);
      this.known.keep(stream, before);
      options.guard?.(before.state);
      const earlier = this.beforeDeciding(history, context, options);
      if (earlier !== undefined) return earlier;

      const events = toStore(decide(before.state));
      if (events.length === 0) return this.committed(history, true);
      await options.lookLast?.(before.state);

      const outcome = await this.store.append(stream, before.revision, events);
      switch (outcome.outcome) {
        case 'appended':
          if (outcome.repeated) return this.committed(await this.history(stream, outcome.revision), true);
          return this.appended(stream, before, events, outcome);
        case 'event-id-reused': {
          // The same command, sent at the same moment, may have been decided on another state and come first.
          const own = this.beforeDeciding(await this.history(stream), context, {});
          if (own !== undefined) return own;
          throw new CommandIdReused('This command id was used before for something else');
        }
        case 'wrong-revision':
          if (options.ifRevision !== undefined || attempt === MAX_TRIES) {
            throw new StaleRevision(options.ifRevision ?? history.length, outcome.actualRevision);
          }
          await pause(PAUSE_MS * attempt);
      }
    }
  }

  /**
   * The ordinary case, without the whole history: nobody was faster, and the command is new and allowed. Anything else is
   * left to whoever looks at the history.
   */
  private async onWhatIsKnown(
    stream: string,
    decide: Decision<State, Event>,
    toStore: (events: readonly Event[]) => readonly EventToStore[],
    { ifRevision, guard }: TransactOptions<State>,
  ): Promise<Committed<State> | 'not-decided' | 'overtaken'> {
    const before = this.known.findFresh(stream) ?? (await this.read(stream));
    if (ifRevision !== undefined && ifRevision !== before.revision) return 'not-decided';
    const events = toStore(this.tryToDecide(before.state, decide, guard));
    if (events.length === 0) return 'not-decided';
    const outcome = await this.store.append(stream, before.revision, events);
    if (outcome.outcome === 'wrong-revision') return 'overtaken';
    if (outcome.outcome !== 'appended' || outcome.repeated) return 'not-decided';
    return this.appended(stream, before, events, outcome);
  }

  /** What follows from the state; nothing as well when that is refused, since the state may be one of the past. */
  private tryToDecide(
    state: State,
    decide: Decision<State, Event>,
    guard: TransactOptions<State>['guard'],
  ): readonly Event[] {
    try {
      guard?.(state);
      return decide(state);
    } catch {
      return [];
    }
  }

  /** The answer to an append, which others may have followed by now. */
  private async appended(
    stream: string,
    before: Folded<State, Event>,
    events: readonly EventToStore[],
    outcome: Appended,
  ): Promise<Committed<State>> {
    const folded = foldOn(this.aggregate, before, await this.asStored(stream, events, outcome));
    this.known.keep(stream, folded);
    const { revision, position } = outcome;
    return { state: folded.state, revision, position: formatPosition(position), repeated: false };
  }

  /** What was appended as the store holds it: read, unless the answer says all that the store adds to it. */
  private async asStored(
    stream: string,
    events: readonly EventToStore[],
    { revision, position, recordedAt }: Appended,
  ): Promise<readonly Recorded<Event>[]> {
    const [event] = events;
    if (event === undefined || events.length > 1 || recordedAt === undefined) {
      return this.history(stream, revision, revision - events.length + 1);
    }
    const { eventId, type, schemaVersion, data, metadata } = event;
    return [
      this.decoded({ eventId, type, schemaVersion, data, metadata, stream, revision, position, recordedAt }),
    ];
  }

  /** Folds the stream to its end, from where it is known. */
  private async read(stream: string): Promise<Folded<State, Event>> {
    const known = this.known.find(stream);
    // The last event that is known is read again: a store that was put back to an earlier time does not have it.
    const [first, ...later] = await this.store.readStream(stream, known?.revision);
    if (known !== undefined && first?.eventId !== known.last?.eventId) {
      this.known.forget(stream);
      return this.read(stream);
    }
    const unknown = known === undefined && first !== undefined ? [first, ...later] : later;
    const folded = foldOn(
      this.aggregate,
      known ?? this.nothing,
      unknown.map((event) => this.decoded(event)),
    );
    this.known.keep(stream, folded);
    return folded;
  }

  private get nothing(): Folded<State, Event> {
    return { state: this.aggregate.initial, revision: 0 };
  }

  private beforeDeciding(
    history: readonly Recorded<Event>[],
    context: CommandContext,
    { ifRevision }: TransactOptions<State>,
  ): Committed<State> | undefined {
    const own = history.findLast(({ commandId }) => commandId === context.commandId);
    // The answer to a repeated command is the answer it had: the state as its own events left it.
    if (own !== undefined) return this.committed(history.slice(0, own.revision), true);
    if (ifRevision !== undefined && ifRevision !== history.length) {
      throw new StaleRevision(ifRevision, history.length);
    }
    return undefined;
  }

  private committed(history: readonly Recorded<Event>[], repeated: boolean): Committed<State> {
    const { state, revision, last } = foldOn(this.aggregate, this.nothing, history);
    return { state, revision, position: last?.position ?? '0', repeated };
  }

  private async history(
    stream: string,
    untilRevision = Infinity,
    fromRevision = 1,
  ): Promise<readonly Recorded<Event>[]> {
    const stored = await this.store.readStream(stream, fromRevision);
    return stored.filter(({ revision }) => revision <= untilRevision).map((event) => this.decoded(event));
  }

  private decoded(event: StoredEvent): Recorded<Event> {
    return decodeStored(event, this.aggregate.catalogue);
  }

  private streamOf(id: string): string {
    return `${this.aggregate.category}-${id}`;
  }

  private toStore(event: Event, index: number, context: CommandContext, subject: string): EventToStore {
    const { corrects } = event.data as { readonly corrects?: unknown };
    if (corrects !== undefined && context.correction === undefined) {
      throw new TypeError(`${event.type} corrects another event, and its command does not say why`);
    }
    const metadata: EventMetadata = {
      occurredOn: event.occurredOn,
      subject,
      actor: storedActor(context.actor),
      commandId: context.commandId,
      correlationId: context.correlationId,
      causationId: context.causationId,
      ...(context.correction !== undefined && { correction: context.correction }),
    };
    return {
      eventId: derivedId('event', context.commandId, index),
      type: event.type,
      schemaVersion: this.aggregate.catalogue.schemaVersionOf(event.type),
      data: canonicalBytes(event.data),
      metadata: canonicalBytes(metadata),
    };
  }
}

/** Who did something, by what is known of them at that moment. What else they are known as may change. */
function storedActor({ alsoKnownAs: _, ...actor }: Actor): Actor {
  return actor;
}
