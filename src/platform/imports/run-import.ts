import type { CommandContext } from '../event-store/command-context.js';
import { derivedId } from '../event-store/derived-id.js';
import { ImportRefused, type ImportReport, type RowReport } from './import-report.js';

/** One stream that an import changes. */
export interface ImportStep {
  /** Names the stream: a file has one step for each. */
  readonly about: string;
  readonly store: (context: CommandContext) => Promise<{ readonly position: string }>;
}

/** A file whose every row has been judged on what the rows before it lead to. */
export interface JudgedImport<Row extends RowReport, Report extends ImportReport<Row>> {
  /** Never change it: with the command's id it makes the ids by which a retry finds what was stored. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** What is stored unless a row is refused. */
  readonly steps: readonly ImportStep[];
  readonly reportOf: (rows: readonly Row[]) => Report;
}

/**
 * Stores all of a file or nothing.
 *
 * @param dryRun true to say what would happen and store nothing
 * @throws ImportRefused when any row is refused and it is not a dry run.
 */
export async function runImport<Row extends RowReport, Report extends ImportReport<Row>>(
  { name, rows, steps, reportOf }: JudgedImport<Row, Report>,
  dryRun: boolean,
  context: CommandContext,
): Promise<Report> {
  const report = reportOf(rows);
  if (dryRun) return report;
  if (report.totals.refused > 0) throw new ImportRefused(report);
  const position = await storeAll(name, steps, context);
  const stored = rows.map((row) =>
    row.result === 'would-import' ? { ...row, result: 'imported' as const } : row,
  );
  return { ...reportOf(stored), ...(position !== undefined && { position }) };
}

/** One stream after the other. A retry after a crash has the same command ids, so it finishes what was left. */
async function storeAll(
  name: string,
  steps: readonly ImportStep[],
  context: CommandContext,
): Promise<string | undefined> {
  let position: string | undefined;
  for (const { about, store } of steps) {
    ({ position } = await store({ ...context, commandId: derivedId(name, context.commandId, about) }));
  }
  return position;
}
