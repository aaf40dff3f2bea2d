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
 * methods, which is why they may take their time. While it is being changed for another there are two: the new one wraps,
 * and both unwrap.
 */
export interface KeyEncryption {
  /** The name of the key that wraps from now on, as it stands beside each key that it wrapped. */
  readonly wrapsWith: string;

  /** Makes and wraps a new data key. */
  newDataKey(owner: KeyOwner): Promise<{ readonly dataKey: DataKey; readonly wrapped: WrappedKey }>;

  /** Wraps a key that is there already. */
  wrap(owner: KeyOwner, key: DataKey): Promise<WrappedKey>;

  /** @throws CannotOpen when the key was changed, is somebody else's, or was wrapped with a key that is not known here. */
  unwrap(owner: KeyOwner, wrapped: WrappedKey): Promise<DataKey>;

  /**
   * A key for keyed hashes, 32 bytes, the same each time. Two organisations' hashes of the same value have nothing in common.
   *
   * @param from the name of the key-encryption key that it is derived from, the one that wraps when absent
   * @throws CannotOpen when that one is not known here.
   */
  indexKey(organisation: string, from?: string): Promise<Uint8Array>;
}

/** Nest's name for the key-encryption key. */
export const KEY_ENCRYPTION = Symbol('KeyEncryption');
