import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fromBase64Url, toBase64Url } from './base64-url.js';
import { pad, unpad } from './padding.js';

/** A text that only the holder of a key can read: the key's name, the nonce, and the ciphertext with its tag, in base64url. */
export interface SealedValue {
  readonly k: string;
  readonly n: string;
  readonly c: string;
}

/** The key of one person's values. */
export interface DataKey {
  /** Opaque; it stands in each value that the key sealed. */
  readonly keyId: string;
  /** 32 bytes. */
  readonly bytes: Uint8Array;
}

/** Where a value belongs. It opens nowhere else, so nobody can show one person's value as another's. */
export interface SealedPlace {
  /** ODS code of an NHS body or GSS code of a council. */
  readonly organisation: string;
  /** The id of the record that holds the value. */
  readonly record: string;
  /** JSON pointer of the field: `/name/family`. */
  readonly field: string;
}

/** A sealed value is not what was sealed there with this key. The message names the place and never the value. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

const ALGORITHM = 'aes-256-gcm';
/** Written into what is authenticated, so that a later format can never be taken for this one. */
const FORMAT = 'handover-sealed-1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a text for one place: AES-256-GCM with a nonce of its own, padded so that lengths show in steps of 64 bytes only. */
export function seal({ keyId, bytes }: DataKey, place: SealedPlace, text: string): SealedValue {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(authenticated(keyId, place));
  const sealed = Buffer.concat([cipher.update(pad(Buffer.from(text, 'utf8'))), cipher.final()]);
  return {
    k: keyId,
    n: toBase64Url(nonce),
    c: toBase64Url(Buffer.concat([sealed, cipher.getAuthTag()])),
  };
}

/** @throws CannotOpen when the value was changed, comes from another place, or was sealed with another key. */
export function open({ keyId, bytes }: DataKey, place: SealedPlace, { k, n, c }: SealedValue): string {
  const nonce = fromBase64Url(n);
  const sealed = fromBase64Url(c);
  if (k !== keyId || nonce?.length !== NONCE_BYTES || sealed === undefined || sealed.length < TAG_BYTES)
    throw cannotOpen(place);
  const end = sealed.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(ALGORITHM, bytes, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(authenticated(keyId, place));
    decipher.setAuthTag(sealed.subarray(end));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
    return unpad(padded).toString('utf8');
  } catch (cause) {
    throw cannotOpen(place, cause);
  }
}

/** JSON keeps the parts apart: ("a", "bc") is not ("ab", "c"). */
function authenticated(keyId: string, { organisation, record, field }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, organisation, record, field, keyId]), 'utf8');
}

function cannotOpen({ record, field }: SealedPlace, cause?: unknown): CannotOpen {
  return new CannotOpen(`${field} of ${record} is not what was sealed there with its key`, { cause });
}
