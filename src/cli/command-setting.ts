import type { ExitCode } from './exit-codes.js';
import type { Output } from './output.js';

/** What every command is given. */
export interface CommandSetting {
  readonly output: Output;
  /** Wraps what a command does, so that its exit code becomes that of the process: commander's actions return nothing. */
  readonly action: <Args extends unknown[]>(
    work: (...args: Args) => ExitCode | Promise<ExitCode>,
  ) => (...args: Args) => Promise<void>;
}
