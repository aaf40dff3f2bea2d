import { Command } from 'commander';
import { systemClock } from '../kernel/clock.js';
import { keysDatabaseUrlFrom, peopleSettingsOf } from '../platform/config/settings.js';
import type { DuePerson, KeyRotation, WrappedCount } from '../people/index.js';
import type { KeyEncryption } from '../platform/sealing/key-encryption.js';
import type { DataSource } from 'typeorm';
import type { CommandSetting } from './command-setting.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { findDatabase } from './find-database.js';
import { columns, type Output } from './output.js';
import { withProduct } from './with-product.js';

interface Options {
  readonly json?: boolean;
}

/** `people keys` and `people retention`: the key that the keys of people are wrapped with, and whose details fall due. */
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
  people
    .command('retention')
    .description('how long the details of people are kept')
    .command('due')
    .description(
      'show whose details need be kept no longer today, whether or not a list is made each day; removes nothing',
    )
    .argument('<organisation>', 'ODS code of an NHS body or GSS code of a council')
    .option('--json', 'answer with one JSON object')
    .action(
      action((organisation: string, { json = false }: Options) => retentionDue(organisation, json, output)),
    );
  return people;
}

async function retentionDue(organisation: string, json: boolean, output: Output): Promise<ExitCode> {
  const due = await withProduct(({ database }) =>
    onKeysDatabase(database.options, async (keysDatabase, keys) => {
      const { retentionListingOn } = await import('../people/index.js');
      return retentionListingOn({ database, keysDatabase, keys, clock: systemClock }).dueIn(organisation);
    }),
  );
  if (json) output.line(JSON.stringify({ organisation, due }, undefined, 2));
  else if (due.length === 0) output.line('Nobody’s details fall due');
  else columns(due.map(dueInWords)).forEach((line) => output.line(line));
  return EXIT.done;
}

function dueInWords(person: DuePerson): readonly string[] {
  const { personId, fallsDueOn, retentionClass, legalHold, endOfCareNeeded } = person;
  const open = [
    ...(legalHold ? ['a legal hold stands'] : []),
    ...(endOfCareNeeded ? ['the end of the care has to be stated'] : []),
  ];
  return [personId, fallsDueOn, retentionClass, open.join('; ')];
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
    return await onKeysDatabase({ url: found.databaseUrl }, async (database, keys) => {
      const { KeyRotation } = await import('../people/index.js');
      return work(new KeyRotation(database, keys, systemClock));
    });
  } finally {
    await found.release();
  }
}

/** Opens the database of people's keys, which is the product's own where no other is named, with the key that wraps them. */
async function onKeysDatabase<Result>(
  own: object,
  work: (database: DataSource, keys: KeyEncryption) => Promise<Result>,
): Promise<Result> {
  const ownUrl = 'url' in own && typeof own.url === 'string' ? own.url : '';
  const databaseUrl = keysDatabaseUrlFrom(process.env, ownUrl);
  const platform = await import('./platform-parts.js');
  const keys = platform.openKeyEncryption(peopleSettingsOf(process.env, databaseUrl));
  const database = await platform.createDataSource({ databaseUrl, poolSize: 1 }).initialize();
  try {
    await platform.refuseOtherSchema(database, platform.PEOPLE_KEYS_SCHEMA);
    return await work(database, keys);
  } finally {
    await database.destroy();
  }
}
