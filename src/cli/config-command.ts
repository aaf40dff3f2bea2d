import { Command } from 'commander';
import { settingsFrom } from '../platform/config/settings.js';
import { openKeyEncryption } from '../platform/sealing/open-key-encryption.js';
import type { CommandSetting } from './command-setting.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { columns, type Output } from './output.js';

/** Every variable that the processes read. `.env.example` says what each means. */
const VARIABLES = [
  'NODE_ENV',
  'DATABASE_URL',
  'WEB_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'DATABASE_TLS',
  'EVENT_STORE',
  'KURRENTDB_URL',
  'HOST',
  'PORT',
  'OIDC_ISSUER',
  'OIDC_AUDIENCE',
  'OIDC_TOKEN_TYPE',
  'OIDC_JWKS_URI',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_CLIENT_KEY',
  'OIDC_CLIENT_KEY_FILE',
  'OIDC_CLIENT_KEY_ALGORITHM',
  'OIDC_ACR',
  'STAFF_RIGHTS',
  'PUBLIC_URL',
  'SESSION_IDLE_MINUTES',
  'SESSION_HOURS',
  'RATE_LIMIT_PRINCIPAL',
  'RATE_LIMIT_SEARCH',
  'RATE_LIMIT_ADDRESS',
  'TRUSTED_PROXIES',
  'MAX_LAG_EVENTS',
  'METRICS_HOST',
  'METRICS_PORT',
  'LOG_LEVEL',
  'PEOPLE_KEY',
  'PEOPLE_KEY_FILE',
  'PEOPLE_KEY_BEFORE',
  'PEOPLE_KEY_BEFORE_FILE',
  'PEOPLE_KEYS_DATABASE_URL',
] as const;

/** Those whose value is never shown, not even in part. */
const SECRETS: ReadonlySet<string> = new Set([
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_KEY',
  'PEOPLE_KEY',
  'PEOPLE_KEY_BEFORE',
]);

/** `config check`: says what is set, without its secrets, and whether a process could start with it. */
export function configCommand({ output, action }: CommandSetting): Command {
  const config = new Command('config').description('what the processes are told from outside');
  config
    .command('check')
    .description('show what is set, with secrets masked; exit code 1 when a process could not start with it')
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: { json?: boolean }) => check(process.env, json, output)));
  return config;
}

function check(environment: NodeJS.ProcessEnv, json: boolean, output: Output): ExitCode {
  const variables = VARIABLES.map((name) => ({ name, value: masked(name, environment[name]) }));
  const fault = settingsFault(environment);
  if (json) output.line(JSON.stringify({ variables, ...(fault !== undefined && { fault }) }, undefined, 2));
  else {
    columns(variables.map(({ name, value }) => [name, value ?? '(not set)'])).forEach((line) =>
      output.line(line),
    );
    output.line(fault ?? 'A process can start with this');
  }
  return fault === undefined ? EXIT.done : EXIT.found;
}

/** The value as it may be shown: of a secret that it is there, of an address no password. Empty counts as not set. */
function masked(name: string, value: string | undefined): string | undefined {
  const text = value?.trim() ?? '';
  if (SECRETS.has(name) && text !== '') return '***';
  return text === '' ? undefined : text.replace(/(?<=:\/\/[^/@]*:)[^@]*(?=@)/, '***');
}

function settingsFault(environment: NodeJS.ProcessEnv): string | undefined {
  try {
    openKeyEncryption(settingsFrom(environment).people);
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
