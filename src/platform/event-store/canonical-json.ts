import canonicalize from 'canonicalize';
import { InvalidValue } from '../../kernel/invalid-value.js';

const MAX_DEPTH = 32;
const MAX_BYTES = 256 * 1024;

/**
 * The one byte sequence of a JSON value (RFC 8785), behind a strict gate: text in Unicode NFC, true, false, null, whole
 * numbers that are exact, lists and plain objects. Everything else would be stored differently from what was meant.
 *
 * @throws InvalidValue with the JSON pointer of the value that is not allowed.
 */
export function canonicalBytes(value: unknown): Uint8Array {
  const plain = checked(value, '', 0);
  const bytes = Buffer.from(canonicalize(plain) ?? '', 'utf8');
  if (bytes.length > MAX_BYTES) throw new InvalidValue(`The record is larger than ${MAX_BYTES} bytes`);
  return bytes;
}

/** Reads canonical bytes back into plain JSON. */
export function parseCanonical(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
}

function checked(value: unknown, pointer: string, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new InvalidValue(`${pointer} is nested deeper than ${MAX_DEPTH}`);
  if (typeof value === 'string') return wellFormed(value, pointer).normalize('NFC');
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return value;
    throw new InvalidValue(`${pointer} is a number that is not whole and exact`);
  }
  if (Array.isArray(value))
    return value.map((each, index) => checked(each, `${pointer}/${index}`, depth + 1));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(
      Object.entries(value)
        // What is not known is not written: an absent field and an undefined one are the same fact.
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => [asciiKey(key, pointer), checked(each, `${pointer}/${key}`, depth + 1)]),
    );
  }
  throw new InvalidValue(`${pointer} is not plain JSON`);
}

/** Half of a surrogate pair has no bytes in UTF-8. */
function wellFormed(text: string, pointer: string): string {
  if (/\p{Surrogate}/u.test(text))
    throw new InvalidValue(`${pointer || 'The text'} has half a character in it`);
  return text;
}

function asciiKey(key: string, pointer: string): string {
  if (!/^[\x20-\x7e]+$/.test(key)) throw new InvalidValue(`${pointer} has a key outside ASCII`);
  return key;
}
