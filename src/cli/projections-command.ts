import { Command } from 'commander';
import { COUNTED_EVENTS, type ProjectionStatus } from '../platform/projections/projections.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import { columns, type Output } from './output.js';
import { dryRun, rebuild } from './rebuild-command.js';
import { withProduct, type Product } from './with-product.js';

interface Options {
  readonly json?: boolean;
}

interface RebuildOptions extends Options {
  readonly dryRun?: boolean;
}

/** `projections status | rebuild | retry`: looks after the read models. */
export function projectionsCommand({ output, action }: CommandSetting): Command {
  const projections = new Command('projections').description(
    'the read models that pages and answers are made from',
  );
  projections
    .command('status')
    .description('show how far each has come; exit code 1 when one stands still or holds a subject back')
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: Options) => withProduct((product) => status(product, json, output))));
  projections
    .command('rebuild')
    .description(
      'fold the whole store anew beside what serves, and put it in its place; goes on where it was killed',
    )
    .argument('[names...]', 'which ones; all when none is named')
    .option('--dry-run', 'only say which figures would change; exit code 1 when there are any')
    .option('--json', 'answer with one JSON object')
    .action(
      action((wanted: string[], { json = false, dryRun: only = false }: RebuildOptions) =>
        withProduct((product) => {
          const names = namesOf(product.projections.runners, wanted);
          return (only ? dryRun : rebuild)(product, names, json, output);
        }),
      ),
    );
  projections
    .command('retry')
    .description('try the subjects again that were held back; exit code 1 when some still are')
    .argument('[names...]', 'which ones; all when none is named')
    .option('--json', 'answer with one JSON object')
    .action(
      action((names: string[], { json = false }: Options) =>
        withProduct((product) => retry(product, names, json, output)),
      ),
    );
  return projections;
}

async function status({ projections }: Product, json: boolean, output: Output): Promise<ExitCode> {
  const all = await projections.status();
  if (json) output.line(JSON.stringify({ projections: all }, undefined, 2));
  else statusLines(all).forEach((line) => output.line(line));
  return all.some(isInTrouble) ? EXIT.found : EXIT.done;
}

function isInTrouble({ parked, stoppedBecause }: ProjectionStatus): boolean {
  return parked.length > 0 || stoppedBecause !== undefined;
}

function statusLines(all: readonly ProjectionStatus[]): readonly string[] {
  const rows = all.map(({ name, position, lagEvents, lagSeconds, parked, rebuilding, stoppedBecause }) => [
    name,
    `at ${position}`,
    lagEvents === 0 ? 'up to date' : `${counted(lagEvents)} events and ${lagSeconds} s behind`,
    parked.length === 0 ? '' : `${parked.length} held back`,
    rebuilding === undefined ? '' : `rebuild begun: ${rebuilding.eventsDone} events folded`,
    stoppedBecause === undefined ? '' : `stopped: ${stoppedBecause}`,
  ]);
  const heldBack = all.flatMap(({ parked }) => parked);
  return [
    ...columns(rows),
    ...heldBack.map(({ projection, subject, reason }) => `${projection} holds back ${subject}: ${reason}`),
  ];
}

async function retry(
  { projections }: Product,
  wanted: readonly string[],
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const heldBack = [];
  for (const name of namesOf(projections.runners, wanted)) heldBack.push(...(await projections.retry(name)));
  if (json) output.line(JSON.stringify({ heldBack }, undefined, 2));
  else if (heldBack.length === 0) output.line('Nothing is held back');
  else
    heldBack.forEach(({ projection, subject, reason }) =>
      output.line(`${projection} holds back ${subject}: ${reason}`),
    );
  return heldBack.length === 0 ? EXIT.done : EXIT.found;
}

/** @throws CannotDo before anything is done, when one of the names is not known. */
function namesOf(runners: Product['projections']['runners'], wanted: readonly string[]): readonly string[] {
  const known = runners.map(({ projection }) => projection.name);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new CannotDo(`There is no projection ${unknown}; there are: ${known.join(', ')}`);
  return wanted.length === 0 ? known : [...new Set(wanted)];
}

function counted(events: number): string {
  return `${events}${events < COUNTED_EVENTS ? '' : ' or more'}`;
}
