import 'reflect-metadata';
import { runCommandLine } from './cli/command-line.js';
import { processOutput } from './cli/output.js';

// The code is set and not thrown at the process, so that everything that was written gets out first.
process.exitCode = await runCommandLine(process.argv.slice(2), processOutput());
