import type { EventCatalogue } from './event-catalogue.js';
import type { DomainEvent, Recorded } from './event.js';

/** One kind of stream: how its history folds into a state. */
export interface Aggregate<State, Event extends DomainEvent> {
  /** The stream of the aggregate `id` is named `<category>-<id>`. */
  readonly category: string;
  readonly catalogue: EventCatalogue<Event>;
  readonly initial: State;
  /** Records what happened. It never judges, throws, or reads a clock: history already happened. */
  evolve(state: State, event: Event, recorded: Recorded<Event>): State;
  /** The only event type that a history may begin with. */
  readonly beginsWith: Event['type'];
}

/** A history that cannot be used as state, because it is broken. It is reported, never worked around. */
export class BrokenHistory extends Error {
  override readonly name = 'BrokenHistory';

  constructor(
    readonly stream: string,
    readonly revision: number,
    reason: string,
  ) {
    super(`The history of ${stream} is broken at revision ${revision}: ${reason}`);
  }
}

/** How far a stream has been folded. */
export interface Folded<State, Event extends DomainEvent> {
  readonly state: State;
  /** The number of events behind the state; 0 when there is no such stream. */
  readonly revision: number;
  /** The last of them; absent when there is none. */
  readonly last?: Recorded<Event>;
}

/**
 * Folds a history, oldest first, into the state it leads to.
 *
 * @throws BrokenHistory when it does not begin as it must, has a hole, or mixes streams or subjects.
 */
export function fold<State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  history: readonly Recorded<Event>[],
): State {
  return foldOn(aggregate, { state: aggregate.initial, revision: 0 }, history).state;
}

/**
 * Goes on folding where a history was left off.
 *
 * @throws BrokenHistory as `fold`, when what comes later does not go on from what was there.
 */
export function foldOn<State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  before: Folded<State, Event>,
  later: readonly Recorded<Event>[],
): Folded<State, Event> {
  let { state, last } = before;
  later.forEach((recorded, index) => {
    const revision = before.revision + index + 1;
    const fault = (reason: string) => new BrokenHistory(recorded.stream, recorded.revision, reason);
    if (revision === 1 && recorded.event.type !== aggregate.beginsWith) {
      throw fault(`it begins with ${recorded.event.type} and not with ${aggregate.beginsWith}`);
    }
    if (recorded.revision !== revision) throw fault(`revision ${revision} was expected`);
    if (recorded.stream !== (last ?? recorded).stream) throw fault('it holds an event of another stream');
    if (recorded.subject !== (last ?? recorded).subject)
      throw fault('it holds an event about another subject');
    state = aggregate.evolve(state, recorded.event, recorded);
    last = recorded;
  });
  return { state, revision: before.revision + later.length, ...(last !== undefined && { last }) };
}
