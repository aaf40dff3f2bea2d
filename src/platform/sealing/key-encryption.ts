import type { DataKey } from './sealed-value.js';

/** A data key as it is stored: readable only with the key-encryption key that it names. */
export interface WrappedKey {
  readonly keyId: string;
  /** Which key-encryption key wrapped it. */
  readonly wrappedWith: string;
  readonly wrapped: Uint8Array;
}

/** Whose key it is. A wrapped key that is put beside another person does not unwrap. */
export interface KeyOwner {
  readonly organisation: string;
  readonly personId: string;
}

/**
 * The key that data keys are wrapped with. It is never in a database. A key management service is another class with these
 * methods, which is why they may take their time.
 */
export interface KeyEncryption {
  /** Makes and wraps a new data key. */
  newDataKey(owner: KeyOwner): Promise<{ readonly dataKey: DataKey; readonly wrapped: WrappedKey }>;

  /** @throws CannotOpen when the key was changed, is somebody else's, or was wrapped with another key. */
  unwrap(owner: KeyOwner, wrapped: WrappedKey): Promise<DataKey>;

  /**
   * The key for keyed hashes of one organisation, 32 bytes, the same each time. Two organisations' hashes of the same value
   * have nothing in common.
   */
  indexKey(organisation: string): Promise<Uint8Array>;
}

/** Nest's name for the key-encryption key. */
export const KEY_ENCRYPTION = Symbol('KeyEncryption');
