import { Command } from 'commander';
import { keysDatabaseUrlFrom, processLoginsFrom } from '../platform/config/settings.js';
import type { CommandSetting } from './command-setting.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { findDatabase } from './find-database.js';
import type { Output } from './output.js';

/** The addresses of the product's database and of that of people's keys, which may be the same. */
type Databases = readonly [string, string];

interface Options {
  readonly check?: boolean;
  readonly json?: boolean;
}

/** `migrate [--check]`: brings the tables up to date, or says what that would do. */
export function migrateCommand({ output, action }: CommandSetting): Command {
  return new Command('migrate')
    .description(
      'bring the tables up to date, and make the logins that WEB_DATABASE_URL and WORKER_DATABASE_URL name',
    )
    .option('--check', 'only name what would be run; exit code 1 when there is anything')
    .option('--json', 'answer with one JSON object')
    .action(
      action(async ({ check = false, json = false }: Options) => {
        const found = await findDatabase();
        try {
          const keys = keysDatabaseUrlFrom(process.env, found.databaseUrl);
          return await (check ? pending : run)([found.databaseUrl, keys], json, output);
        } finally {
          await found.release();
        }
      }),
    );
}

async function run(databases: Databases, json: boolean, output: Output): Promise<ExitCode> {
  const logins = processLoginsFrom(process.env);
  const [{ migrate }, { makeLogins }] = await Promise.all([
    import('../platform/persistence/migrate.js'),
    import('../platform/persistence/database-logins.js'),
  ]);
  const ran = await migrate(...databases);
  await makeLogins(databases[0], logins);
  if (json) output.line(JSON.stringify({ ran }));
  else if (ran.length === 0) output.line('The tables are up to date');
  else ran.forEach((name) => output.line(`Ran ${name}`));
  return EXIT.done;
}

async function pending(databases: Databases, json: boolean, output: Output): Promise<ExitCode> {
  const { pendingMigrations } = await import('./pending-migrations.js');
  const names = await pendingMigrations(...databases);
  if (json) output.line(JSON.stringify({ pending: names }));
  else if (names.length === 0) output.line('The tables are up to date');
  else names.forEach((name) => output.line(`Pending: ${name}`));
  return names.length === 0 ? EXIT.done : EXIT.found;
}
