import type { CommandContext } from '../event-store/command-context.js';
import { parseCanonical } from '../event-store/canonical-json.js';
import { derivedId } from '../event-store/derived-id.js';
import { eventMetadata } from '../event-store/event-metadata.js';
import type { StoredEvent } from '../event-store/event-store.js';

/**
 * The context of the n-th command with which a reactor reacts to an event. The command's id follows from the reactor, the
 * event and the index alone, so a reaction that is repeated after a crash is recognised and changes nothing.
 */
export function reactionContext(reactor: string, event: StoredEvent, index: number): CommandContext {
  const { actor, correlationId } = eventMetadata(parseCanonical(event.metadata), '');
  return {
    actor: { id: `reactor:${reactor}`, organisation: actor.organisation, role: 'system' },
    commandId: derivedId('reaction', reactor, event.eventId, index),
    correlationId,
    causationId: event.eventId,
  };
}
