/** Where a command writes: results to the one, what is wrong or under way to the other. */
export interface Output {
  line(text: string): void;
  problem(text: string): void;
}

/** Standard output and standard error of the process. */
export function processOutput(): Output {
  // Whoever reads the lines may have seen enough: `cli case history … | head`.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
  return {
    line: (text) => void process.stdout.write(`${text}\n`),
    problem: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Lines of two or more columns, each as wide as its widest text. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
