import { Command } from 'commander';
import { systemClock } from '../kernel/clock.js';
import { keysDatabaseUrlFrom, peopleSettingsOf } from '../platform/config/settings.js';
import type { KeyRotation, WrappedCount } from '../people/index.js';
import type { CommandSetting } from './command-setting.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { findDatabase } from './find-database.js';
import { columns, type Output } from './output.js';

interface Options {
  readonly json?: boolean;
}

/** `people keys status` and `people keys rotate`: the key that the keys of people are wrapped with. */
export function peopleCommand({ output, action }: CommandSetting): Command {
  const people = new Command('people').description('the details of people');
  const keys = people.command('keys').description('the key that the keys of people are wrapped with');
  keys
    .command('status')
    .description('show which key-encryption keys are needed; exit code 1 when one is that wraps no more')
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: Options) => onKeys((rotation) => status(rotation, json, output))));
  keys
    .command('rotate')
    .description(
      'wrap every key anew with PEOPLE_KEY, where PEOPLE_KEY_BEFORE wrapped it; a run that was broken off goes on',
    )
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: Options) => onKeys((rotation) => rotate(rotation, json, output))));
  return people;
}

async function status(rotation: KeyRotation, json: boolean, output: Output): Promise<ExitCode> {
  const standing = await rotation.standing();
  if (json) output.line(JSON.stringify({ keys: standing }, undefined, 2));
  else if (standing.length === 0) output.line('There are no keys yet');
  else columns(standing.map(inWords)).forEach((line) => output.line(line));
  return standing.every(({ current }) => current) ? EXIT.done : EXIT.found;
}

function inWords({ wrappedWith, people, organisations, current }: WrappedCount): readonly string[] {
  const use = current ? 'wraps new keys' : 'needed until its keys are wrapped anew';
  return [wrappedWith, `${people} people`, `${organisations} organisations`, use];
}

async function rotate(rotation: KeyRotation, json: boolean, output: Output): Promise<ExitCode> {
  const wrapped = await rotation.run();
  if (json) output.line(JSON.stringify({ wrapped }));
  else output.line(`Wrapped ${wrapped} keys anew: the key before is not needed any more`);
  return EXIT.done;
}

/** @throws InvalidSetting when a key cannot be used. */
async function onKeys(work: (rotation: KeyRotation) => Promise<ExitCode>): Promise<ExitCode> {
  const found = await findDatabase();
  try {
    const [people, platform] = await Promise.all([
      import('../people/index.js'),
      import('./platform-parts.js'),
    ]);
    const databaseUrl = keysDatabaseUrlFrom(process.env, found.databaseUrl);
    const keys = platform.openKeyEncryption(peopleSettingsOf(process.env, databaseUrl));
    const database = await platform.createDataSource({ databaseUrl, poolSize: 1 }).initialize();
    try {
      await platform.refuseOtherSchema(database, platform.PEOPLE_KEYS_SCHEMA);
      return await work(new people.KeyRotation(database, keys, systemClock));
    } finally {
      await database.destroy();
    }
  } finally {
    await found.release();
  }
}
