import { isObject } from './own-value.js';

/** A figure that came out otherwise than expected. */
export interface Difference {
  /** Where it stands in the expected answer: `segments[1].amount_pence`. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What came of holding an answer against the expected one. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** The paths of what is expected and was not computed. */
  readonly notComputed: readonly string[];
}

/**
 * Holds every key of the expected answer against the computed one, however deep. Equal means the same type and value:
 * `"7"` is not `7`. Keys that nobody expects are ignored.
 */
export function compareExpected(expected: unknown, actual: unknown, path = ''): Comparison {
  if (actual === undefined) return { differences: [], notComputed: [path] };
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(expected, actual, path);
  if (isObject(expected) && isObject(actual)) {
    return together(
      Object.entries(expected).map(([key, value]) =>
        compareExpected(value, Object.hasOwn(actual, key) ? actual[key] : undefined, join(path, key)),
      ),
    );
  }
  return expected === actual ? NOTHING : differs(path, expected, actual);
}

const NOTHING: Comparison = { differences: [], notComputed: [] };

function compareLists(expected: readonly unknown[], actual: readonly unknown[], path: string): Comparison {
  const items = expected
    .slice(0, actual.length)
    .map((value, index) => compareExpected(value, actual[index], `${path}[${index}]`));
  const length =
    expected.length === actual.length ? NOTHING : differs(`${path}.length`, expected.length, actual.length);
  return together([...items, length]);
}

function differs(path: string, expected: unknown, actual: unknown): Comparison {
  return { differences: [{ path, expected, actual }], notComputed: [] };
}

function together(parts: readonly Comparison[]): Comparison {
  return {
    differences: parts.flatMap(({ differences }) => differences),
    notComputed: parts.flatMap(({ notComputed }) => notComputed),
  };
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
