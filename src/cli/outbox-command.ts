import { Command } from 'commander';
import type { OutboxEntry } from '../platform/outbox/outbox.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import { columns, type Output } from './output.js';
import { withProduct } from './with-product.js';

interface Options {
  readonly json?: boolean;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `outbox list | replay`: looks after what is to be done outside of the product. */
export function outboxCommand({ output, action }: CommandSetting): Command {
  const command = new Command('outbox').description('effects outside of the product: notices and calls');
  command
    .command('list')
    .description('show what has not been delivered; exit code 1 when something is no longer tried')
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: Options) => list(json, output)));
  command
    .command('replay')
    .description('try again what is no longer tried')
    .argument('[ids...]', 'which ones; all when none is named')
    .option('--json', 'answer with one JSON object')
    .action(action((ids: string[], { json = false }: Options) => replay(ids, json, output)));
  return command;
}

async function list(json: boolean, output: Output): Promise<ExitCode> {
  const entries = await withProduct(async ({ database }) => {
    const { outbox } = await import('../platform/outbox/outbox.js');
    return outbox.undelivered(database.manager);
  });
  if (json) output.line(JSON.stringify({ undelivered: entries }, undefined, 2));
  else if (entries.length === 0) output.line('Everything has been delivered');
  else columns(entries.map(wordsOf)).forEach((line) => output.line(line));
  return entries.some(({ status }) => status === 'dead') ? EXIT.found : EXIT.done;
}

function wordsOf({ id, effect, status, attempts, nextTryAt, lastFault }: OutboxEntry): readonly string[] {
  return [
    id,
    effect,
    status === 'dead' ? 'no longer tried' : `next try ${nextTryAt}`,
    `${attempts} tries`,
    lastFault ?? '',
  ];
}

async function replay(ids: readonly string[], json: boolean, output: Output): Promise<ExitCode> {
  const wrong = ids.find((id) => !UUID.test(id));
  if (wrong !== undefined) throw new CannotDo(`${wrong} is not the id of an effect: see "outbox list"`);
  const replayed = await withProduct(async ({ database }) => {
    const { outbox } = await import('../platform/outbox/outbox.js');
    return outbox.replay(database.manager, ids.length === 0 ? undefined : ids);
  });
  const left = ids.filter((id) => !replayed.includes(id));
  if (json) output.line(JSON.stringify({ replayed, notDead: left }));
  else {
    output.line(`${replayed.length} will be tried again`);
    left.forEach((id) => output.line(`${id} is not among those that are no longer tried`));
  }
  return left.length === 0 ? EXIT.done : EXIT.found;
}
