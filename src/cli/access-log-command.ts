import { Command } from 'commander';
import { systemClock } from '../kernel/clock.js';
import type { CommandSetting } from './command-setting.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { withProduct } from './with-product.js';

/** The log of one organisation; the first entry that is not right, when there is one. */
interface CheckedLog {
  readonly organisation: string;
  readonly firstFault?: number;
}

/** `access-log verify`: does the log of who saw whose details still say what was recorded? */
export function accessLogCommand({ output, action }: CommandSetting): Command {
  const log = new Command('access-log').description('the log of who saw whose details');
  log
    .command('verify')
    .description('check the hash of every entry; exit code 1 when one is missing or not what was recorded')
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: { json?: boolean }) => verify(json, output)));
  return log;
}

async function verify(json: boolean, output: Output): Promise<ExitCode> {
  const logs = await withProduct(async ({ database }) => {
    const { AccessLog } = await import('./platform-parts.js');
    const log = new AccessLog(database, systemClock);
    const checked: CheckedLog[] = [];
    for (const organisation of await log.organisations()) {
      const firstFault = await log.firstFault(organisation);
      checked.push({ organisation, ...(firstFault !== undefined && { firstFault }) });
    }
    return checked;
  });
  const faulty = logs.filter(({ firstFault }) => firstFault !== undefined);
  if (json) output.line(JSON.stringify({ logs }, undefined, 2));
  else if (faulty.length === 0)
    output.line(`The logs of ${logs.length} organisations are as they were recorded`);
  else
    faulty.forEach(({ organisation, firstFault }) =>
      output.line(`${organisation}: entry ${firstFault} is missing or is not what was recorded`),
    );
  return faulty.length === 0 ? EXIT.done : EXIT.found;
}
