import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { KeyEncryption, KeyOwner, WrappedKey } from './key-encryption.js';
import { CannotOpen, type DataKey } from './sealed-value.js';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 'handover-wrapped-1';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NAME_BYTES = 8;

/** The key-encryption key in the memory of this process, from a file or an environment variable. */
export class LocalKeyEncryption implements KeyEncryption {
  /** Tells key-encryption keys apart, and gives nothing away about this one. */
  private readonly name: string;
  private readonly wrapping: Buffer;

  /** @param key 32 bytes of a good random source. Each use has a key of its own that is derived from it (HKDF, RFC 5869). */
  constructor(private readonly key: Uint8Array) {
    if (key.length !== KEY_BYTES) throw new RangeError(`A key-encryption key has ${KEY_BYTES} bytes`);
    this.name = this.derived('name', NAME_BYTES).toString('hex');
    this.wrapping = this.derived('wrap', KEY_BYTES);
  }

  async newDataKey(owner: KeyOwner): Promise<{ readonly dataKey: DataKey; readonly wrapped: WrappedKey }> {
    const dataKey = { keyId: randomUUID(), bytes: randomBytes(KEY_BYTES) };
    return { dataKey, wrapped: this.wrap(owner, dataKey) };
  }

  async unwrap(owner: KeyOwner, { keyId, wrappedWith, wrapped }: WrappedKey): Promise<DataKey> {
    if (wrappedWith !== this.name)
      throw new CannotOpen(`The key ${keyId} was wrapped with another key-encryption key (${wrappedWith})`);
    const bytes = Buffer.from(wrapped);
    try {
      const end = bytes.length - TAG_BYTES;
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, this.wrapping, nonce, { authTagLength: TAG_BYTES });
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

  async indexKey(organisation: string): Promise<Uint8Array> {
    return this.derived(`index ${organisation}`, KEY_BYTES);
  }

  private wrap(owner: KeyOwner, { keyId, bytes }: DataKey): WrappedKey {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.wrapping, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(authenticated(owner, keyId));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return {
      keyId,
      wrappedWith: this.name,
      wrapped: Buffer.concat([nonce, sealed, cipher.getAuthTag()]),
    };
  }

  private derived(use: string, bytes: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, '', `handover key-encryption 1 ${use}`, bytes));
  }
}

function authenticated({ organisation, personId }: KeyOwner, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, organisation, personId, keyId]), 'utf8');
}
