import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
// These files alone, and not the contexts' index: the check needs neither Nest nor a database, and starts at once.
import { agreementWorkedExampleKinds } from '../agreement/worked-examples/index.js';
import { countsOf, reportLines } from '../audit/rules-check/check-report.js';
import { checkWorkedExamples } from '../audit/rules-check/check-worked-examples.js';
import { readWorkedExamples } from '../audit/rules-check/worked-examples-file.js';
import { hospitalRules } from '../hospital/domain/rules/hospital-rules.js';
import { hospitalWorkedExampleKinds } from '../hospital/worked-examples/index.js';
import type { Rule } from '../kernel/basis.js';
import { peopleRules } from '../people/domain/people-rules.js';
import { peopleWorkedExampleKinds } from '../people/worked-examples/index.js';
import { RECHARGE_RULES } from '../recharge/domain/rules/recharge-rules.js';
import { rechargeWorkedExampleKinds } from '../recharge/worked-examples/index.js';
import { transferCaseRules } from '../transfer-case/domain/rules/transfer-case-rules.js';
import { transferCaseWorkedExampleKinds } from '../transfer-case/worked-examples/index.js';
import { workforceRules } from '../workforce/domain/rules/workforce-rules.js';
import { workforceWorkedExampleKinds } from '../workforce/worked-examples/index.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';

const listedRules: readonly Rule[] = [
  ...transferCaseRules,
  ...workforceRules,
  ...RECHARGE_RULES,
  ...hospitalRules,
  ...peopleRules,
];

const kinds = [
  ...agreementWorkedExampleKinds,
  ...transferCaseWorkedExampleKinds,
  ...workforceWorkedExampleKinds,
  ...rechargeWorkedExampleKinds,
  ...hospitalWorkedExampleKinds,
  ...peopleWorkedExampleKinds,
];

const HELP = `
The file is {"examples": [...]} or {"rows": [...]}, each row with id, kind, inputs and expected. Every key of what is
expected is compared exactly; a row with one that nothing computes is not understood, and proves nothing. A file of rates
has a list for each rate instead, whose dated rows are compared with the product's own.

Kinds: ${kinds.map(({ kind }) => kind).join(', ')}

Exit codes: 0 no row failed, 1 a row failed, 2 the file cannot be read or has no rows`;

/** `rules check FILE`: works out a file of worked examples with the product's own rules. `rules list`: names them all. */
export function rulesCommand({ output, action }: CommandSetting): Command {
  const rules = new Command('rules').description('the rules that figures are worked out by');
  rules
    .command('check')
    .description('work out the rows of a worked-examples file and compare every figure')
    .argument('<file>', 'a JSON file')
    .option('--json', 'answer with one JSON object')
    .addHelpText('after', HELP)
    .action(action((file: string, { json = false }: { json?: boolean }) => check(file, json, output)));
  rules
    .command('list')
    .description('list every rule with its source and how sure that is')
    .option('--json', 'answer with one JSON list')
    .action(action(async ({ json = false }: { json?: boolean }) => list(json, output)));
  return rules;
}

function list(json: boolean, output: Output): ExitCode {
  if (json) output.line(JSON.stringify(listedRules, undefined, 2));
  else listedRules.flatMap(linesOf).forEach((line) => output.line(line));
  return EXIT.done;
}

const linesOf = ({ code, version, title, source, certainty }: Rule) => [
  `${code} version ${version}: ${title}`,
  `  ${certainty}: ${source}`,
];

async function check(file: string, json: boolean, output: Output): Promise<ExitCode> {
  const results = checkWorkedExamples(readWorkedExamples(await contentOf(file)), kinds);
  const counts = countsOf(results);
  if (json) output.line(JSON.stringify({ ...counts, rows: results }, undefined, 2));
  else reportLines(results).forEach((line) => output.line(line));
  return counts.failed > 0 ? EXIT.found : EXIT.done;
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : (code ?? String(fault));
    throw new CannotDo(`${file} cannot be read: ${reason}`);
  }
}
