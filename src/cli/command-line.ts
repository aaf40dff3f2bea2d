import { Command, CommanderError } from 'commander';
import { agreementsCommand } from './agreements-command.js';
import { caseCommand } from './case-command.js';
import { configCommand } from './config-command.js';
import type { CommandSetting } from './command-setting.js';
import { accessLogCommand } from './access-log-command.js';
import { eventsCommand } from './events-command.js';
import { EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-codes.js';
import { migrateCommand } from './migrate-command.js';
import { organisationsCommand } from './organisations-command.js';
import { outboxCommand } from './outbox-command.js';
import type { Output } from './output.js';
import { peopleCommand } from './people-command.js';
import { projectionsCommand } from './projections-command.js';
import { reactorsCommand } from './reactors-command.js';
import { rulesCommand } from './rules-command.js';
import { staffCommand } from './staff-command.js';
import { tokenCommand } from './token-command.js';

/**
 * Carries out one command of the operator.
 *
 * @param words the arguments, without the program
 * @returns the exit code; nothing is thrown, whatever goes wrong
 */
export async function runCommandLine(words: readonly string[], output: Output): Promise<number> {
  let exitCode: ExitCode = EXIT.done;
  const line: CommandSetting = {
    output,
    action:
      (work) =>
      async (...args) => {
        exitCode = await work(...args);
      },
  };
  try {
    await program(line).parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (fault) {
    // Commander has written its complaint, or the help that was asked for, already.
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? EXIT.done : EXIT.cannot;
    output.problem(fault instanceof Error ? fault.message : String(fault));
    if (process.env['LOG_LEVEL'] === 'debug' && fault instanceof Error) output.problem(fault.stack ?? '');
    return EXIT.cannot;
  }
}

function program(line: CommandSetting): Command {
  const { output } = line;
  const root = new Command('handover')
    .description('Commands for operators and auditors of Handover.')
    .addHelpText('after', EXIT_CODES_HELP)
    .configureOutput({
      writeOut: (text) => output.line(text.trimEnd()),
      writeErr: (text) => output.problem(text.trimEnd()),
    })
    .exitOverride();
  const commands = [
    rulesCommand,
    projectionsCommand,
    eventsCommand,
    accessLogCommand,
    peopleCommand,
    reactorsCommand,
    outboxCommand,
    migrateCommand,
    caseCommand,
    agreementsCommand,
    organisationsCommand,
    staffCommand,
    configCommand,
    tokenCommand,
  ];
  for (const make of commands) root.addCommand(make(line));
  for (const each of everyCommandOf(root)) each.copyInheritedSettings(root);
  return root;
}

function everyCommandOf(command: Command): readonly Command[] {
  return command.commands.flatMap((each) => [each, ...everyCommandOf(each)]);
}
