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

/**
 * Folds a history, oldest first, into the state it leads to.
 *
 * @throws BrokenHistory when it does not begin as it must, has a hole, or mixes streams or subjects.
 */
export function fold<State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  history: readonly Recorded<Event>[],
): State {
  let state = aggregate.initial;
  const first = history[0];
  history.forEach((recorded, index) => {
    const fault = (reason: string) => new BrokenHistory(recorded.stream, recorded.revision, reason);
    if (index === 0 && recorded.event.type !== aggregate.beginsWith) {
      throw fault(`it begins with ${recorded.event.type} and not with ${aggregate.beginsWith}`);
    }
    if (recorded.revision !== index + 1) throw fault(`revision ${index + 1} was expected`);
    if (recorded.stream !== first?.stream) throw fault('it holds an event of another stream');
    if (recorded.subject !== first.subject) throw fault('it holds an event about another subject');
    state = aggregate.evolve(state, recorded.event, recorded);
  });
  return state;
}
