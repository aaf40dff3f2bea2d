import 'reflect-metadata';
import type * as commandLine from '../../src/cli/command-line.js';

type CommandLine = typeof commandLine;

/** The operator's commands of the built product. */
const COMMAND_LINE = new URL('../../dist/src/cli/command-line.js', import.meta.url).href;

/**
 * Carries out one of the operator's commands on a database, in this process: a process for each would spend most of a cycle on
 * loading the product.
 *
 * @throws Error with what the command complained of, or found, when it ends with another code than 0.
 */
export async function operate(databaseUrl: string, ...words: readonly string[]): Promise<string> {
  const { runCommandLine } = (await import(COMMAND_LINE)) as CommandLine;
  process.env['DATABASE_URL'] = databaseUrl;
  const [lines, problems]: [string[], string[]] = [[], []];
  const code = await runCommandLine(words, {
    line: (text) => void lines.push(text),
    problem: (text) => void problems.push(text),
  });
  if (code !== 0)
    throw new Error(`${words.join(' ')} ended with ${code}: ${[...problems, ...lines].join('; ')}`);
  return lines.join('\n');
}
