import type { StoredEvent } from '../event-store.js';
import { eventHash, NO_HASH } from './event-hash.js';

/** What is said of an event which is not the one that was stored, or does not follow the one before it. */
export const WRONG_HASH = 'its hash is not that of what is stored and of the event before it in the stream';

interface Link {
  readonly revision: number;
  readonly hash: Uint8Array;
}

/** Walks along streams, several at once, and holds each event against its hash. */
export class HashChains {
  private readonly last = new Map<string, Link>();

  /**
   * @param event the next of its stream that is looked at
   * @param hash what is stored as its hash
   * @returns the event, with its damage when it is not what was stored. An event whose predecessor was not looked at passes.
   */
  check(event: StoredEvent, hash: Uint8Array): StoredEvent {
    const before = event.revision === 1 ? { revision: 0, hash: NO_HASH } : this.last.get(event.stream);
    this.last.set(event.stream, { revision: event.revision, hash });
    // A hole is not a wrong hash; whoever needs the whole stream sees it by the revisions.
    if (before === undefined || event.revision !== before.revision + 1) return event;
    return eventHash(before.hash, event).equals(hash) ? event : { ...event, damage: WRONG_HASH };
  }
}
