import { Command } from 'commander';
import { exampleTokens } from '../dev/example-tokens.js';
import { exampleUsers } from '../dev/example-users.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import { readRunningStart } from './find-database.js';
import { columns, type Output } from './output.js';

const DEFAULT_ISSUER = 'http://127.0.0.1:3001';

interface Options {
  readonly issuer?: string;
  readonly json?: boolean;
}

/** `token USER`: an access token of an example user, from the issuer of a running `npm start`. */
export function tokenCommand({ output, action }: CommandSetting): Command {
  const users = columns(exampleUsers.map(({ id, name, organisation }) => [`  ${id}`, name, organisation]));
  return new Command('token')
    .description('get an access token of an example user from the issuer of npm start; never for production')
    .argument('<user>', 'one of the users below')
    .option('--issuer <address>', `the issuer (default: that of the running npm start, or ${DEFAULT_ISSUER})`)
    .option('--json', 'answer with one JSON object')
    .addHelpText('after', `\nUsers:\n${users.join('\n')}`)
    .action(action((user: string, options: Options) => token(user, options, output)));
}

async function token(user: string, { issuer, json = false }: Options, output: Output): Promise<ExitCode> {
  if (exampleUsers.every(({ id }) => id !== user))
    throw new CannotDo(`There is no example user ${user}; "token --help" lists them`);
  const address = issuer ?? (await readRunningStart()).issuer ?? DEFAULT_ISSUER;
  const accessToken = await fetched(address, user);
  output.line(json ? JSON.stringify({ user, issuer: address, accessToken }) : accessToken);
  return EXIT.done;
}

async function fetched(issuer: string, user: string): Promise<string> {
  try {
    return await exampleTokens(issuer)(user);
  } catch (fault) {
    // fetch says only "fetch failed" when nobody listens.
    if (!(fault instanceof TypeError)) throw fault;
    throw new CannotDo(`The issuer at ${issuer} cannot be reached: is npm start running?`);
  }
}
