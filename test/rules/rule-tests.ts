import { dirname, join } from 'node:path/posix';
import type { RuleConstant } from './rule-constants.js';

/** Content by path from the root of the repository. */
export type Sources = ReadonlyMap<string, string>;

/** The spec that proves a rule. */
export interface RuleTest {
  readonly file: string;
  /** True when it names the code; false when it only tests the code that works by the rule. */
  readonly naming: boolean;
}

const IMPORT = /(?:import|export)\s+(?:type\s+)?\{?([\w\s,{}*]*?)\}?\s*from\s*'(\.{1,2}\/[^']+)\.js'/g;

/**
 * The spec of a rule: the nearest that names its code, or else the nearest of the file that declares the rule or of one that
 * imports it by name. Nothing when there is neither.
 */
export function testOf(rule: RuleConstant, sources: Sources): RuleTest | undefined {
  const specs = [...sources.keys()].filter((path) => path.endsWith('.spec.ts'));
  const named = new RegExp(`(?<![A-Z0-9-])${rule.code}(?![A-Z0-9-])`);
  const naming = nearest(
    rule,
    specs.filter((path) => named.test(sources.get(path) ?? '')),
  );
  if (naming !== undefined) return { file: naming, naming: true };

  const workers = new Set([rule.file, ...importersOf(rule, sources)]);
  const testing = nearest(
    rule,
    specs.filter((path) => importsOf(path, sources).some(({ from }) => workers.has(from))),
  );
  return testing === undefined ? undefined : { file: testing, naming: false };
}

function importersOf({ file, constant }: RuleConstant, sources: Sources): string[] {
  return [...sources.keys()].filter((path) =>
    importsOf(path, sources).some(({ from, names }) => from === file && names.includes(constant)),
  );
}

function importsOf(path: string, sources: Sources): { from: string; names: string[] }[] {
  return [...(sources.get(path) ?? '').matchAll(IMPORT)].map(([, names = '', from = '']) => ({
    from: `${join(dirname(path), from)}.ts`,
    names: names.split(/[\s,{}]+/),
  }));
}

/** In the same folder before the same context, there before anywhere else; the first by name among equals. */
function nearest({ file }: RuleConstant, specs: readonly string[]): string | undefined {
  const [, context = ''] = file.split('/');
  const distance = (path: string) =>
    dirname(path) === dirname(file) ? 0 : path.startsWith(`src/${context}/domain/`) ? 1 : 2;
  return [...specs].sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))[0];
}
