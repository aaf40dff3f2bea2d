import type { DomainEvent, Recorded } from '../../kernel/event.js';
import type { CommandContext } from '../event-store/command-context.js';

/**
 * An effect that follows from a fact: the next command. It runs once per event and is never replayed by a rebuild. Its
 * command ids are derived from the reactor's name and the event, so that running again after a crash changes nothing.
 */
export interface Reactor<Event extends DomainEvent = DomainEvent> {
  /** Never change it: it keys what has been done, and the ids of the commands. */
  readonly name: string;
  /** The event types that it reacts to. */
  readonly reactsTo: readonly Event['type'][];
  /**
   * Does what follows from the event.
   *
   * @param contextFor gives the context of the n-th command that this reaction sends.
   */
  react(recorded: Recorded<Event>, contextFor: (index: number) => CommandContext): Promise<void>;
}
