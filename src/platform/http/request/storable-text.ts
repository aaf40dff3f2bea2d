import { Problem } from '../problems/problem.js';
import { inBody } from '../validation/validation-items.js';

// U+0000 has no place in PostgreSQL's text, and half of a surrogate pair has no bytes in UTF-8: what cannot be stored or
// shown as it was sent must not become part of history.
const HALF_A_CHARACTER = /\p{Surrogate}/u;

export function isStorable(text: string): boolean {
  return !text.includes('\0') && !HALF_A_CHARACTER.test(text);
}

/**
 * Looks through a JSON value that is known not to be deep.
 *
 * @throws Problem `invalid-fields` (422) with the pointer of the first text that could not be stored as it is.
 */
export function refuseUnstorableText(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string' && !isStorable(value)) {
    const detail = `${path.at(-1) ?? 'The body'} has a sign in it that is no character`;
    throw new Problem('invalid-fields', `${detail}.`, {
      errors: [inBody({ path, code: 'not-text', detail })],
    });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) refuseUnstorableText(each, [...path, name]);
}
