const LONGEST = 1_000;

/**
 * The page to come back to after sign-in: a path of our own, or the start page for anything that could lead elsewhere. A
 * browser reads `//host` and `/\host` as another site.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST) return '/';
  // eslint-disable-next-line no-control-regex -- Browsers drop some control characters, and what is left may lead elsewhere.
  return /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(wanted) ? wanted : '/';
}
