import { Command } from 'commander';
import type { AgreementOptions } from '../agreement/index.js';
import { isReference } from '../kernel/ids.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { withProduct, type Product } from './with-product.js';

interface Options {
  readonly json?: boolean;
}

/** A version as it is named on the command line: the defaults, or `AG-7F3K92QD1M@2`. */
type NamedVersion = 'defaults' | { readonly agreementId: string; readonly version: number };

/** `agreements diff A B`: the options that two versions choose differently. */
export function agreementsCommand({ output, action }: CommandSetting): Command {
  const command = new Command('agreements').description('the local agreements between two bodies');
  command
    .command('diff')
    .description(
      'print the options that differ between two versions, each with its sentence; exit code 1 when any does',
    )
    .argument('<before>', 'a version such as AG-7F3K92QD1M@1, or "defaults"')
    .argument('<after>', 'the version to compare it with, of the same or another agreement')
    .option('--json', 'answer with one JSON object')
    .action(
      action((before: string, after: string, { json = false }: Options) => {
        const [left, right] = [versionNamed(before), versionNamed(after)];
        return withProduct((product) => showDifferences(product, left, right, json, output));
      }),
    );
  return command;
}

/** @throws CannotDo for text that names no version. */
function versionNamed(text: string): NamedVersion {
  if (text === 'defaults') return text;
  const [agreementId = '', version = '', ...others] = text.split('@');
  if (isReference('AG', agreementId) && /^[1-9]\d{0,3}$/.test(version) && others.length === 0)
    return { agreementId, version: Number(version) };
  throw new CannotDo(`${text} names no version of an agreement, such as AG-7F3K92QD1M@1`);
}

async function showDifferences(
  product: Product,
  before: NamedVersion,
  after: NamedVersion,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const { optionDifferences } = await import('../agreement/index.js');
  const [left, right] = [await optionsOf(product, before), await optionsOf(product, after)];
  const options = optionDifferences(left, right);
  if (json) output.line(JSON.stringify({ options }, undefined, 2));
  else {
    for (const each of options) {
      output.line(`${each.option}: ${inWords(each.before)} → ${inWords(each.after)}`);
      output.line(`  ${each.explanation}`);
    }
    if (options.length === 0) output.line('No option differs');
  }
  return options.length === 0 ? EXIT.done : EXIT.found;
}

/** Words that nobody wrote, and a list of which nothing is chosen, are empty. */
function inWords(value: string | number): string {
  return value === '' ? 'nothing' : String(value);
}

/** @throws CannotDo when there is no such version. */
async function optionsOf({ store }: Product, named: NamedVersion): Promise<AgreementOptions> {
  const { Agreements, DEFAULT_OPTIONS } = await import('../agreement/index.js');
  if (named === 'defaults') return DEFAULT_OPTIONS;
  const { state } = await new Agreements(store).streams.load(named.agreementId);
  const versions = state.stage === 'none' ? [] : state.versions;
  const found = versions.find(({ version }) => version === named.version);
  if (found !== undefined) return found.options;
  throw new CannotDo(`There is no version ${named.version} of agreement ${named.agreementId}`);
}
