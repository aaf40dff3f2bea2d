import { Command } from 'commander';
import type { ParkedStream } from '../platform/reactors/parked-streams.js';
import type { CommandSetting } from './command-setting.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { withProduct } from './with-product.js';

interface Options {
  readonly json?: boolean;
}

/** `reactors list | retry`: looks after the streams that could not be reacted to. */
export function reactorsCommand({ output, action }: CommandSetting): Command {
  const command = new Command('reactors').description(
    'what the product does by itself when something is recorded',
  );
  command
    .command('list')
    .description('show the streams that are held back, and why; exit code 1 when there are any')
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: Options) => list(json, output)));
  command
    .command('retry')
    .description('have the worker try the streams again that are held back')
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: Options) => retry(json, output)));
  return command;
}

async function list(json: boolean, output: Output): Promise<ExitCode> {
  const heldBack = await withProduct(async ({ database }) => {
    const { parkedStreams } = await import('../platform/reactors/parked-streams.js');
    return parkedStreams.all(database.manager);
  });
  if (json) output.line(JSON.stringify({ heldBack }, undefined, 2));
  else if (heldBack.length === 0) output.line('Nothing is held back');
  else heldBack.map(wordsOf).forEach((line) => output.line(line));
  return heldBack.length === 0 ? EXIT.done : EXIT.found;
}

function wordsOf({ reactor, stream, sincePosition, reason }: ParkedStream): string {
  return `${reactor} holds back ${stream} from position ${sincePosition} on: ${reason}`;
}

async function retry(json: boolean, output: Output): Promise<ExitCode> {
  const asked = await withProduct(async ({ database }) => {
    const { parkedStreams } = await import('../platform/reactors/parked-streams.js');
    return parkedStreams.wantRetry(database.manager);
  });
  if (json) output.line(JSON.stringify({ asked }));
  else if (asked === 0) output.line('Nothing is held back');
  else output.line(`The worker will try ${asked} ${asked === 1 ? 'stream' : 'streams'} again`);
  return EXIT.done;
}
