import { setTimeout as pause } from 'node:timers/promises';
import { fold, type Aggregate } from '../../kernel/aggregate.js';
import type { Decision, DomainEvent, Recorded } from '../../kernel/event.js';
import { canonicalBytes } from './canonical-json.js';
import type { CommandContext } from './command-context.js';
import { derivedId } from './derived-id.js';
import type { EventMetadata } from './event-metadata.js';
import type { EventStore, EventToStore } from './event-store.js';
import { formatPosition, type Position } from './position.js';
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

export interface TransactOptions {
  /** The revision that the caller saw. Without it, a lost race is decided again on the new state. */
  readonly ifRevision?: number;
  /** What the events are about across streams; the id of the stream itself when absent. */
  readonly subject?: string;
}

// Three more tries settle ordinary races; a stream that is fought over longer than that is better refused than waited for.
const MAX_TRIES = 4;
const PAUSE_MS = 20;

/** The streams of one kind of aggregate: load, decide, append with the revision that was read. */
export class Streams<State, Event extends DomainEvent> {
  constructor(
    private readonly store: EventStore,
    private readonly aggregate: Aggregate<State, Event>,
  ) {}

  /** @throws BrokenHistory when the stream cannot be used as state. */
  async load(id: string): Promise<Loaded<State>> {
    const history = await this.history(id);
    return { state: fold(this.aggregate, history), revision: history.length };
  }

  /**
   * Carries out a decision on the stream `id`: reads it to the end, folds, decides, and appends with the revision that was
   * read. When somebody else appends in between it reads and decides again, unless `ifRevision` says what the caller saw.
   * A command that was carried out before is recognised by its id and changes nothing.
   *
   * @throws StaleRevision when `ifRevision` is not the current revision.
   * @throws CommandIdReused when the command id was used for other events.
   * @throws Refusal whatever the decision refuses.
   */
  async transact(
    id: string,
    decide: Decision<State, Event>,
    context: CommandContext,
    options: TransactOptions = {},
  ): Promise<Committed<State>> {
    const stream = this.streamOf(id);
    for (let attempt = 1; ; attempt += 1) {
      const history = await this.history(id);
      const before = await this.beforeDeciding(history, context, options);
      if (before !== undefined) return before;

      const events = decide(fold(this.aggregate, history));
      if (events.length === 0) return this.committed(history, true);

      const outcome = await this.store.append(
        stream,
        history.length,
        events.map((event, index) => this.toStore(event, index, context, options.subject ?? id)),
      );
      switch (outcome.outcome) {
        case 'appended':
          return this.committed(await this.history(id, outcome.revision), outcome.repeated, outcome.position);
        case 'event-id-reused': {
          // The same command, sent at the same moment, may have been decided on another state and come first.
          const first = await this.beforeDeciding(await this.history(id), context, {});
          if (first !== undefined) return first;
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

  private async beforeDeciding(
    history: readonly Recorded<Event>[],
    context: CommandContext,
    { ifRevision }: TransactOptions,
  ): Promise<Committed<State> | undefined> {
    const own = history.findLast(({ commandId }) => commandId === context.commandId);
    // The answer to a repeated command is the answer it had: the state as its own events left it.
    if (own !== undefined) return this.committed(history.slice(0, own.revision), true);
    if (ifRevision !== undefined && ifRevision !== history.length) {
      throw new StaleRevision(ifRevision, history.length);
    }
    return undefined;
  }

  private async committed(
    history: readonly Recorded<Event>[],
    repeated: boolean,
    position?: Position,
  ): Promise<Committed<State>> {
    return {
      state: fold(this.aggregate, history),
      revision: history.length,
      position: position === undefined ? (history.at(-1)?.position ?? '0') : formatPosition(position),
      repeated,
    };
  }

  private async history(id: string, untilRevision = Infinity): Promise<readonly Recorded<Event>[]> {
    const stored = await this.store.readStream(this.streamOf(id));
    return stored
      .filter(({ revision }) => revision <= untilRevision)
      .map((event) => decodeStored(event, this.aggregate.catalogue));
  }

  private streamOf(id: string): string {
    return `${this.aggregate.category}-${id}`;
  }

  private toStore(event: Event, index: number, context: CommandContext, subject: string): EventToStore {
    const metadata: EventMetadata = {
      occurredOn: event.occurredOn,
      subject,
      actor: context.actor,
      commandId: context.commandId,
      correlationId: context.correlationId,
      causationId: context.causationId,
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
