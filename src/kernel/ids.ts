import { InvalidValue } from './invalid-value.js';

// Crockford's base 32: no I, L, O or U, so that a reference can be read out over the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Makes a reference such as `TC-7F3K92QD1M` from random bytes: ten characters after the prefix, 50 bits. It means nothing
 * and is the only name of a case that leaves the product.
 *
 * @throws InvalidValue when there are fewer than ten bytes.
 */
export function referenceFromBytes(prefix: string, bytes: Uint8Array): string {
  if (bytes.length < 10) throw new InvalidValue('A reference needs ten random bytes');
  const characters = Array.from(bytes.slice(0, 10), (byte) => ALPHABET.charAt(byte & 31));
  return `${prefix}-${characters.join('')}`;
}

/** True when the text is a reference with this prefix, as `referenceFromBytes` makes it. */
export function isReference(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}-`) && /^[0-9A-HJKMNP-TV-Z]{10}$/.test(text.slice(prefix.length + 1));
}
