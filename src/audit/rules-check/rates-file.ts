import { isObject, ownValue } from './own-value.js';

/** A row of a file of rates as an example: its list is its kind, its first day or its key what is asked. */
export interface RateExample {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** What is written about a row beside what is in force. */
const ABOUT = ['source', 'note', 'instrument'];

/**
 * The rows of a file of rates, which has a list for each rate instead of one list of examples: dated rows with a `from`, or
 * parameters with a `key`. Nothing when it has no such list. A row of another shape stays as it is, so that it is reported.
 */
export function ratesAsExamples(file: unknown): readonly unknown[] | undefined {
  const lists = isObject(file) ? Object.entries(file).filter(([, rows]) => isListOfRates(rows)) : [];
  if (lists.length === 0) return undefined;
  return lists.flatMap(([kind, rows]) => (rows as readonly unknown[]).map((row) => asExample(kind, row)));
}

function isListOfRates(rows: unknown): boolean {
  return Array.isArray(rows) && rows.some((row) => askedBy(row) !== undefined);
}

function asExample(kind: string, row: unknown): unknown {
  const by = askedBy(row);
  if (by === undefined || !isObject(row)) return row;
  const entries = Object.entries(row).filter(([key]) => !ABOUT.includes(key));
  const example: RateExample = {
    id: `${kind} ${String(row[by])}`,
    kind,
    inputs: { [by]: row[by] },
    // The first day is held against the first day of the product's own row as well.
    expected: Object.fromEntries(entries.filter(([key]) => key !== 'key')),
  };
  return example;
}

function askedBy(row: unknown): 'from' | 'key' | undefined {
  return (['from', 'key'] as const).find((key) => typeof ownValue(row, key) === 'string');
}
