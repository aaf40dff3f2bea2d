import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_ENCRYPTION, type KeyEncryption } from '../../platform/sealing/key-encryption.js';

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
  constructor(@Inject(KEY_ENCRYPTION) private readonly keys: KeyEncryption) {}

  async of(organisation: string): Promise<HashOf> {
    const key = await this.keys.indexKey(organisation);
    // JSON keeps ("a", "bc") and ("ab", "c") apart.
    return (kind, text) =>
      createHmac('sha256', key)
        .update(JSON.stringify([kind, text]))
        .digest();
  }
}
