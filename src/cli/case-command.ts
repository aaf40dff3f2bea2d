import { Command } from 'commander';
import { isReference } from '../kernel/ids.js';
import { replayCase } from './case-replay.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import { columns, type Output } from './output.js';
import { withProduct, type Product } from './with-product.js';

interface Options {
  readonly json?: boolean;
}
interface ReplayOptions extends Options {
  readonly step?: string;
}
/** No case has so many events. */
const WHOLE = { newestFirst: false, limit: 10_000 };
type Show = (product: Product, caseRef: string, json: boolean, output: Output) => Promise<ExitCode>;

/** `case show | history | replay REF`: what is known of a case, and how it came to be known. */
export function caseCommand({ output, action }: CommandSetting): Command {
  const command = new Command('case').description('one case, from its events');
  const show = (name: string, description: string, work: Show) =>
    command
      .command(name)
      .description(description)
      .argument('<reference>', 'such as TC-7F3K92QD1M')
      .option('--json', 'answer with one JSON object')
      .action(
        action((caseRef: string, { json = false }: Options) => {
          if (!isReference('TC', caseRef))
            throw new CannotDo(`${caseRef} is not the reference of a case, such as TC-7F3K92QD1M`);
          return withProduct((product) => work(product, caseRef, json, output));
        }),
      );
  show('show', 'show what is known of a case; exit code 1 when there is none', showCase);
  show('history', 'tell what happened, oldest first; exit code 1 when there is no such case', showHistory);
  command
    .command('replay')
    .description(
      'tell what each event changed, or show the case after one of them; exit code 1 when there is no such case',
    )
    .argument('<reference>', 'such as TC-7F3K92QD1M')
    .option('--step <number>', 'every figure after this event, from 1')
    .option('--json', 'answer with one JSON object')
    .action(
      action((caseRef: string, { step, json = false }: ReplayOptions) => {
        if (!isReference('TC', caseRef))
          throw new CannotDo(`${caseRef} is not the reference of a case, such as TC-7F3K92QD1M`);
        if (step !== undefined && !/^[1-9]\d{0,6}$/.test(step))
          throw new CannotDo(`${step} is not the number of a step, such as 17`);
        return withProduct((product) =>
          replayCase(product, caseRef, step === undefined ? undefined : Number(step), json, output),
        );
      }),
    );
  return command;
}

async function showCase(
  { store }: Product,
  caseRef: string,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const [{ TransferCases }, { caseLines }] = await Promise.all([
    import('../transfer-case/index.js'),
    import('./case-lines.js'),
  ]);
  const { state, revision } = await new TransferCases(store).streams.load(caseRef);
  if (state.stage === 'none') return noSuchCase(caseRef, output);
  if (json) output.line(JSON.stringify({ revision, case: state }, undefined, 2));
  else columns(caseLines(state, revision)).forEach((line) => output.line(line));
  return EXIT.done;
}

async function showHistory(
  { store, database }: Product,
  caseRef: string,
  json: boolean,
  output: Output,
): Promise<ExitCode> {
  const [{ HistoryQuery }, { TransferCases }] = await Promise.all([
    import('../audit/index.js'),
    import('../transfer-case/index.js'),
  ]);
  const { state } = await new TransferCases(store).streams.load(caseRef);
  if (state.stage === 'none') return noSuchCase(caseRef, output);
  // Whoever runs the product sees what the council of the case sees.
  const viewer = { organisation: state.council };
  const events = await new HistoryQuery(database).ofCase(viewer, caseRef, {}, WHOLE);
  if (events.length === 0) return noSuchCase(caseRef, output);
  if (json) output.line(JSON.stringify({ caseRef, events }, undefined, 2));
  else
    columns(
      events.map(({ recordedAt, organisation, role, sentence }) => [
        recordedAt.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length),
        organisation,
        role,
        sentence,
      ]),
    ).forEach((line) => output.line(line));
  return EXIT.done;
}

function noSuchCase(caseRef: string, output: Output): ExitCode {
  output.problem(`There is no case ${caseRef}`);
  return EXIT.found;
}
