import type { RowResult } from './check-worked-examples.js';

/** How many rows came out how. */
export interface CheckCounts {
  readonly passed: number;
  readonly failed: number;
  readonly notUnderstood: number;
}

export function countsOf(results: readonly RowResult[]): CheckCounts {
  const count = (status: RowResult['status']) => results.filter((each) => each.status === status).length;
  return { passed: count('passed'), failed: count('failed'), notUnderstood: count('not-understood') };
}

/** The report as lines: each difference, each row that is not understood, and the counts at the end. */
export function reportLines(results: readonly RowResult[]): readonly string[] {
  const { passed, failed, notUnderstood } = countsOf(results);
  return [...results.flatMap(linesOf), `${passed} passed, ${failed} failed, ${notUnderstood} not understood`];
}

function linesOf(result: RowResult): readonly string[] {
  switch (result.status) {
    case 'passed':
      return [];
    case 'not-understood':
      return [`${result.label}: not understood: ${oneLine(result.reason)}`];
    case 'failed': {
      const fault =
        result.fault === undefined ? [] : [`${result.label}: cannot be computed: ${oneLine(result.fault)}`];
      const differences = result.differences.map(
        ({ path, expected, actual }) =>
          `${result.label} ${path}: expected ${shown(expected)}, got ${shown(actual)}`,
      );
      return [...fault, ...differences];
    }
  }
}

function shown(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
