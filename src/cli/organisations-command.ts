import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { parse } from 'csv-parse/sync';
import type { OdsKind, OdsRowResult } from '../agreement/index.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import { columns, type Output } from './output.js';

interface Options {
  readonly kind: OdsKind;
  readonly list?: string;
  readonly write?: string;
  readonly json?: boolean;
}

const KINDS: readonly OdsKind[] = [
  'integrated-care-board',
  'clinical-commissioning-group',
  'sub-icb-location',
];

/** `organisations import FILE`: what a file of the Organisation Data Service would change in the list of bodies. */
export function organisationsCommand({ output, action }: CommandSetting): Command {
  const command = new Command('organisations').description('the list of bodies, and who took over from whom');
  command
    .command('import')
    .description(
      'say line by line what a file of the Organisation Data Service changes in the list, and write it only with --write; exit code 1 when a line is refused',
    )
    .argument('<file>', 'such as eccg.csv, as it is published: 27 columns, no header')
    .addOption(
      new Option('--kind <kind>', 'what the file lists, since it does not say')
        .choices(KINDS)
        .makeOptionMandatory(),
    )
    .option(
      '--list <file>',
      'the list to add to, as JSON; without it the one that the product is delivered with',
    )
    .option('--write <file>', 'where the list goes; without it, nothing is written')
    .option('--json', 'answer with one JSON object')
    .action(action((file: string, options: Options) => importFile(file, options, output)));
  return command;
}

/** @throws CannotDo when a file cannot be read, or the list would contradict itself. */
async function importFile(
  file: string,
  { kind, list, write, json }: Options,
  output: Output,
): Promise<ExitCode> {
  const { deliveredOrganisations, importedOdsFile } = await import('../agreement/index.js');
  const given: unknown = list === undefined ? deliveredOrganisations : JSON.parse(await textOf(list));
  const { results, rows } = importedOdsFile(given, fieldsOf(await textOf(file)), kind);
  const refused = results.filter(({ outcome }) => outcome === 'refused').length;
  const written = write !== undefined && refused === 0;
  if (written) await writeFile(write, `${JSON.stringify(rows, undefined, 2)}\n`);
  if (json === true) output.line(JSON.stringify({ written, results }, undefined, 2));
  else tell(results, written, output);
  return refused === 0 ? EXIT.done : EXIT.found;
}

function tell(results: readonly OdsRowResult[], written: boolean, output: Output): void {
  const told = results.filter(({ outcome }) => outcome !== 'same');
  columns(
    told.map(({ line, code, outcome, detail = '' }) => [`line ${line}`, code, outcome, detail]),
  ).forEach((each) => output.line(each));
  const same = results.length - told.length;
  output.line(
    `${told.length} told, ${same} as in the list; ${written ? 'the list is written' : 'nothing is written'}`,
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CannotDo(`${file} cannot be read`);
  }
}

/** @throws CannotDo for text that is no CSV. */
function fieldsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true });
  } catch (fault) {
    throw new CannotDo(
      `The file cannot be read as CSV: ${fault instanceof Error ? fault.message : String(fault)}`,
    );
  }
}
