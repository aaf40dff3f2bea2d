export function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/** Nothing for a text that is not exactly what `toBase64Url` writes: a decoder that overlooks a changed bit hides a change. */
export function fromBase64Url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return toBase64Url(bytes) === text ? bytes : undefined;
}
