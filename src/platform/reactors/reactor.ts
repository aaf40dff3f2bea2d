import type { DomainEvent, Recorded } from '../../kernel/event.js';
import type { CommandContext } from '../event-store/command-context.js';
import type { OutwardEffect } from '../outbox/outward-effect.js';

/**
 * An effect that follows from a fact: the next command, or something outside of the product. It runs once per event and is never replayed by a rebuild. Its
 * command ids are derived from the reactor's name and the event, so that running again after a crash changes nothing; what is
 * to be done outside is put into the outbox in the transaction that marks the event as done.
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
   * @param send puts something to be done outside of the product into the outbox, in the same order at every repeat.
   */
  react(
    recorded: Recorded<Event>,
    contextFor: (index: number) => CommandContext,
    send: (effect: OutwardEffect) => void,
  ): Promise<void>;
}
