import { Problem } from '../problems/problem.js';
import { isStorable, refuseUnstorableText } from './storable-text.js';

const MAX_DEPTH = 32;
/**
 * Names with a meaning to JavaScript: a careless merge would take them for more than data, and what every object has already,
 * such as `toString`, is left out unseen when a body is read into its class.
 */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON so that what was checked is what was sent: UTF-8, no field twice in one object (where readers differ on which
 * one counts), no names that reach prototypes, no text that cannot be stored as it is, at most 32 levels. An empty body is
 * undefined.
 *
 * @throws Problem `broken-json`, `duplicate-field` or `unknown-field` (400), or `invalid-fields` (422).
 */
export function parseStrictJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const { text, value } = parse(bytes);
  checkNames(text);
  refuseUnstorableText(value);
  return value;
}

function parse(bytes: Buffer): { text: string; value: unknown } {
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch (cause) {
    throw new Problem('broken-json', 'The body is not well-formed JSON in UTF-8.', { cause });
  }
}

// A string, or a bracket, or a colon after a string. In well-formed JSON everything else can be stepped over.
const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** Walks the text, which is known to be well-formed, since the parsed value no longer shows what was there twice. */
function checkNames(text: string): void {
  const open: Set<string>[] = [];
  for (const [token, colon] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      open.push(new Set());
      if (open.length > MAX_DEPTH) {
        throw new Problem('broken-json', `The body is nested deeper than ${MAX_DEPTH} levels.`);
      }
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (colon !== undefined) {
      checkName(JSON.parse(token.slice(0, -colon.length)) as string, open.at(-1));
    }
  }
}

function checkName(name: string, siblings: Set<string> | undefined): void {
  if (!isStorable(name)) throw new Problem('unknown-field', 'A name has a sign in it that is no character.');
  if (FORBIDDEN_NAMES.has(name)) throw new Problem('unknown-field', `${name} is not known here.`);
  if (siblings?.has(name)) throw new Problem('duplicate-field', `${JSON.stringify(name)} is given twice.`);
  siblings?.add(name);
}
