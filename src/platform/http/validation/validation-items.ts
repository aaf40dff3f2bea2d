import type { ValidationError } from 'class-validator';
import type { ProblemItem } from '../problems/problem.js';

/** One value that validation found fault with. */
export interface InvalidItem {
  /** The names from the outside in: `['lines', '0', 'amount']`. */
  readonly path: readonly string[];
  /** Kebab-case: `unknown-field`, `missing`, or the rule that was broken, such as `plain-date`. */
  readonly code: string;
  readonly detail: string;
}

export const UNKNOWN_FIELD = 'unknown-field';

/** Every fault in class-validator's tree, flat, with its place. */
export function invalidItems(
  errors: readonly ValidationError[],
  above: readonly string[] = [],
): InvalidItem[] {
  return errors.flatMap((error) => {
    const path = [...above, error.property];
    return [...faultsOf(error, path), ...invalidItems(error.children ?? [], path)];
  });
}

function faultsOf(
  { property, value, constraints = {} }: ValidationError,
  path: readonly string[],
): InvalidItem[] {
  const broken = Object.entries(constraints);
  if (broken.some(([rule]) => rule === 'whitelistValidation')) {
    return [{ path, code: UNKNOWN_FIELD, detail: `${property} is not known here` }];
  }
  // One sentence for what is simply not there, not one for each rule that nothing can satisfy.
  if (broken.length > 0 && value === undefined)
    return [{ path, code: 'missing', detail: `${property} is missing` }];
  return broken.map(([rule, detail]) => ({ path, code: codeOf(rule), detail }));
}

/** `isPlainDate` as a code: `plain-date`. */
function codeOf(rule: string): string {
  return rule
    .replace(/^is(?=[A-Z])/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
}

/** The item as it stands in a problem about a body, named by JSON pointer (RFC 6901). */
export function inBody({ path, code, detail }: InvalidItem): ProblemItem {
  return { pointer: path.map((name) => `/${escapeToken(name)}`).join(''), code, detail };
}

/** The item as it stands in a problem about a query or path. */
export function inAddress({ path, code, detail }: InvalidItem): ProblemItem {
  return { parameter: path.join('.'), code, detail };
}

function escapeToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
