import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { KeyEncryption, KeyOwner, WrappedKey } from './key-encryption.js';
import { CannotOpen, type DataKey } from './sealed-value.js';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 'handover-wrapped-1';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NAME_BYTES = 8;

/** One key-encryption key with what is derived from it. */
interface KnownKey {
  readonly key: Uint8Array;
  /** Tells key-encryption keys apart, and gives nothing away about this one. */
  readonly name: string;
  readonly wrapping: Buffer;
}

/** The key-encryption key in the memory of this process, from a file or an environment variable; two while it is changed. */
export class LocalKeyEncryption implements KeyEncryption {
  private readonly current: KnownKey;
  private readonly known: readonly KnownKey[];

  /**
   * @param key 32 bytes of a good random source. Each use has a key of its own that is derived from it (HKDF, RFC 5869).
   * @param before the key in whose place it comes: it unwraps what it wrapped, and wraps nothing more
   */
  constructor(key: Uint8Array, before?: Uint8Array) {
    this.current = knownKey(key);
    this.known = before === undefined ? [this.current] : [this.current, knownKey(before)];
  }

  get wrapsWith(): string {
    return this.current.name;
  }

  async newDataKey(owner: KeyOwner): Promise<{ readonly dataKey: DataKey; readonly wrapped: WrappedKey }> {
    const dataKey = { keyId: randomUUID(), bytes: randomBytes(KEY_BYTES) };
    return { dataKey, wrapped: await this.wrap(owner, dataKey) };
  }

  async wrap(owner: KeyOwner, { keyId, bytes }: DataKey): Promise<WrappedKey> {
    const { name: wrappedWith, wrapping } = this.current;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, wrapping, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(authenticated(owner, keyId));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return { keyId, wrappedWith, wrapped: Buffer.concat([nonce, sealed, cipher.getAuthTag()]) };
  }

  async unwrap(owner: KeyOwner, { keyId, wrappedWith, wrapped }: WrappedKey): Promise<DataKey> {
    const { wrapping } = this.named(wrappedWith, `The key ${keyId} was wrapped with`);
    const bytes = Buffer.from(wrapped);
    try {
      const end = bytes.length - TAG_BYTES;
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, wrapping, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(authenticated(owner, keyId));
      decipher.setAuthTag(bytes.subarray(end));
      return {
        keyId,
        bytes: Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]),
      };
    } catch (cause) {
      throw new CannotOpen(`The key ${keyId} is not the one that was wrapped for ${owner.personId}`, {
        cause,
      });
    }
  }

  async indexKey(organisation: string, from = this.current.name): Promise<Uint8Array> {
    const { key } = this.named(from, `The hashes of ${organisation} are made with a key of`);
    return derived(key, `index ${organisation}`, KEY_BYTES);
  }

  private named(name: string, what: string): KnownKey {
    const found = this.known.find((each) => each.name === name);
    if (found === undefined) throw new CannotOpen(`${what} another key-encryption key (${name})`);
    return found;
  }
}

function knownKey(key: Uint8Array): KnownKey {
  if (key.length !== KEY_BYTES) throw new RangeError(`A key-encryption key has ${KEY_BYTES} bytes`);
  const name = derived(key, 'name', NAME_BYTES).toString('hex');
  return { key, name, wrapping: derived(key, 'wrap', KEY_BYTES) };
}

function derived(key: Uint8Array, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `handover key-encryption 1 ${use}`, bytes));
}

function authenticated({ organisation, personId }: KeyOwner, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, organisation, personId, keyId]), 'utf8');
}
