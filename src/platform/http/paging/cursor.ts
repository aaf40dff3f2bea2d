import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { Shape } from '../../../kernel/shape.js';
import { Problem } from '../problems/problem.js';

/**
 * Writes where a page ended as text that callers pass on without reading it. It is not signed: it holds only the values
 * that the list is sorted by, and what a caller may see is decided on every page anew.
 */
export function encodeCursor(place: object): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** @throws Problem `malformed-cursor` for text that is not a cursor of this list. */
export function decodeCursor<Place>(cursor: string, shape: Shape<Place>): Place {
  try {
    return shape(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')), '');
  } catch (fault) {
    if (!(fault instanceof SyntaxError) && !(fault instanceof InvalidValue)) throw fault;
    throw new Problem('malformed-cursor', 'The cursor does not belong to this list.', { cause: fault });
  }
}
