import { InvalidValue } from '../../kernel/invalid-value.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { compareExpected, type Difference } from './compare-expected.js';
import { isObject, ownValue } from './own-value.js';
import type { WorkedExampleRow } from './worked-examples-file.js';

/** What came of one row. A row that is not understood proves nothing, for or against. */
export type RowResult =
  | { readonly label: string; readonly status: 'passed' }
  | {
      readonly label: string;
      readonly status: 'failed';
      readonly differences: readonly Difference[];
      /** Why nothing could be computed, where that is a fault of the product. */
      readonly fault?: string;
    }
  | { readonly label: string; readonly status: 'not-understood'; readonly reason: string };

/**
 * Works out each row of a worked-examples file with the product's own rules and compares every figure exactly.
 *
 * @param kinds the kinds of examples that the product knows how to work out
 */
export function checkWorkedExamples(
  rows: readonly WorkedExampleRow[],
  kinds: readonly WorkedExampleKind[],
): readonly RowResult[] {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  return rows.map((row) => checkRow(row, byName));
}

function checkRow(
  { label, row }: WorkedExampleRow,
  kinds: ReadonlyMap<string, WorkedExampleKind>,
): RowResult {
  const notUnderstood = (reason: string): RowResult => ({ label, status: 'not-understood', reason });
  const [name, inputs, expected] = ['kind', 'inputs', 'expected'].map((key) => ownValue(row, key));
  if (typeof name !== 'string') return notUnderstood('it has no kind');
  if (!isObject(inputs)) return notUnderstood('it has no inputs');
  if (!isObject(expected) || Object.keys(expected).length === 0) return notUnderstood('it expects nothing');
  const kind = kinds.get(name);
  if (kind === undefined) return notUnderstood(`the kind ${JSON.stringify(name)} is not known`);
  try {
    return resultOf(label, expected, kind.compute(inputs, expected));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    if (fault instanceof NotUnderstood || fault instanceof InvalidValue) return notUnderstood(reason);
    return { label, status: 'failed', differences: [], fault: reason };
  }
}

function resultOf(label: string, expected: object, actual: Record<string, unknown>): RowResult {
  const { differences, notComputed } = compareExpected(expected, actual);
  if (differences.length > 0) return { label, status: 'failed', differences };
  if (notComputed.length === 0) return { label, status: 'passed' };
  return { label, status: 'not-understood', reason: `nothing computes ${notComputed.join(', ')}` };
}
