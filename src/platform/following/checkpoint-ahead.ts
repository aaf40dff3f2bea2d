import type { EventStore } from '../event-store/event-store.js';
import { comparePositions, formatPosition, type Position } from '../event-store/position.js';

/** A follower says that it has seen more than the store holds: the store lost events, or it is another store. */
export class CheckpointAhead extends Error {
  override readonly name = 'CheckpointAhead';
}

/**
 * Refuses a checkpoint behind the last event of the store: what follows from the events that are missing is shown, or was
 * done, and nobody can take it back by going on.
 *
 * @throws CheckpointAhead naming both positions.
 */
export async function refuseAheadOf(store: EventStore, name: string, position: Position): Promise<void> {
  // Asked now, since another worker may have moved the checkpoint after somebody else asked.
  const head = await store.head();
  if (comparePositions(position, head) <= 0) return;
  throw new CheckpointAhead(
    `${name} stands at position ${formatPosition(position)}, but the store ends at ${formatPosition(head)}: ` +
      'the store has lost events, or it is not the one that was followed. Put the right store back; a read model can be rebuilt from this one',
  );
}
