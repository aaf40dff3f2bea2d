import type { FigureDifferences } from '../platform/projections/figure-differences.js';
import type { RebuildPhase, RebuildProgress } from '../platform/projections/rebuild-beside.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { progressOf } from './progress.js';
import type { Product } from './with-product.js';

const DOING = { scan: 'scanned', fold: 'folded', follow: 'folded' } as const satisfies Record<
  RebuildPhase,
  string
>;

/** Builds read models anew beside those that serve, and puts them in their place. */
export async function rebuild(
  { projections }: Product,
  names: readonly string[],
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  for (const name of names) await withProgress(name, output, (told) => projections.rebuild(name, told));
  if (json) output.line(JSON.stringify({ rebuilt: names }));
  else output.line(`Rebuilt: ${names.join(', ')}`);
  return EXIT.done;
}

/** Builds read models anew, says which figures would change, and changes nothing. */
export async function dryRun(
  { projections }: Product,
  names: readonly string[],
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const all: FigureDifferences[] = [];
  for (const name of names)
    all.push(await withProgress(name, output, (told) => projections.wouldChange(name, told)));
  if (json) output.line(JSON.stringify({ differences: all }, undefined, 2));
  else all.flatMap(linesOf).forEach((line) => output.line(line));
  return all.every(isNothing) ? EXIT.done : EXIT.found;
}

async function withProgress<Result>(
  name: string,
  output: Output,
  work: (told: RebuildProgress) => Promise<Result>,
): Promise<Result> {
  const progress = progressOf(name, output);
  try {
    return await work((done, total, phase) => progress.update(done, total, DOING[phase]));
  } finally {
    progress.end();
  }
}

function isNothing({ rowsAdded, rowsRemoved, columns }: FigureDifferences): boolean {
  return rowsAdded + rowsRemoved + columns.length === 0;
}

function linesOf(differences: FigureDifferences): readonly string[] {
  const { projection, rowsAdded, rowsRemoved, columns, values } = differences;
  if (isNothing(differences)) return [`${projection}: nothing would change`];
  return [
    `${projection}: ${rowsAdded} rows would come, ${rowsRemoved} would go`,
    ...columns.map(({ table, column, rows, before, after }) => {
      const sum = before === undefined ? '' : `; in all ${before} would become ${after}`;
      return `  ${table}.${column}: ${rows} rows would change${sum}`;
    }),
    ...values.map(
      ({ table, subject, row, column, before, after }) =>
        `  ${subject}: ${table} ${row}, ${column}: ${before ?? 'nothing'} would become ${after ?? 'nothing'}`,
    ),
  ];
}
