import { createHash } from 'node:crypto';

/**
 * A UUID (version 8, SHA-256) that depends on its parts alone: the same command and index give the same event id.
 */
export function derivedId(...parts: readonly (string | number)[]): string {
  const bytes = derivedBytes(...parts).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** 32 bytes that depend on the parts alone and give nothing away about them. */
export function derivedBytes(...parts: readonly (string | number)[]): Buffer {
  // JSON keeps ("a", "bc") and ("ab", "c") apart.
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
