import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IndexKeys } from './index-keys.js';

/** What a hash is of. The same text of another kind has another hash. */
type Kind = 'nhs-number' | 'search-term' | 'command' | 'person-id';

/** Makes the hashes of one organisation. */
export type HashOf = (kind: Kind, text: string) => Buffer;

/**
 * Hashes by which things are found that nobody may read: HMAC-SHA-256 with a key of the organisation. Without the key an NHS
 * number or a birth date could be found by trying all of them.
 */
@Injectable()
export class KeyedIndex {
  /** Nobody is removed by the key of an organisation's hashes, so it may stay in memory. */
  private readonly known = new Map<string, Uint8Array>();

  constructor(private readonly keys: IndexKeys) {}

  async of(organisation: string): Promise<HashOf> {
    const key = this.known.get(organisation) ?? (await this.keys.of(organisation));
    this.known.set(organisation, key);
    // JSON keeps ("a", "bc") and ("ab", "c") apart.
    return (kind, text) =>
      createHmac('sha256', key)
        .update(JSON.stringify([kind, text]))
        .digest();
  }
}
