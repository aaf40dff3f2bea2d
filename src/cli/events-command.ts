import { Command } from 'commander';
import type { Verification } from '../platform/event-store/postgres/verify-events.js';
import type { CommandSetting } from './command-setting.js';
import { CannotDo, EXIT, type ExitCode } from './exit-codes.js';
import { findDatabase } from './find-database.js';
import type { Output } from './output.js';
import { progressOf } from './progress.js';

/** `events verify`: is every event still as it was stored? */
export function eventsCommand({ output, action }: CommandSetting): Command {
  const events = new Command('events').description('the events that everything else follows from');
  events
    .command('verify')
    .description(
      'check every hash, revision and position in PostgreSQL; exit code 1 when an event is not right',
    )
    .option('--json', 'answer with one JSON object')
    .action(action(({ json = false }: { json?: boolean }) => verify(json, output)));
  return events;
}

async function verify(json: boolean, output: Output): Promise<ExitCode> {
  const found = await findDatabase();
  try {
    if (found.eventStore.engine !== 'postgres')
      throw new CannotDo('Events are chained by hashes in PostgreSQL only, and EVENT_STORE is kurrentdb');
    const verification = await verifyOn(found.databaseUrl, output);
    if (json) output.line(JSON.stringify(verification, undefined, 2));
    else linesOf(verification).forEach((line) => output.line(line));
    return verification.faultsTotal === 0 ? EXIT.done : EXIT.found;
  } finally {
    await found.release();
  }
}

async function verifyOn(databaseUrl: string, output: Output): Promise<Verification> {
  const [{ verifyEvents }, { allCatalogues }, { EventCatalogues }, { decodeStored }] = await Promise.all([
    import('../platform/event-store/postgres/verify-events.js'),
    import('../app/composition.js'),
    import('../platform/projections/event-catalogues.js'),
    import('../platform/event-store/recorded.js'),
  ]);
  const catalogues = new EventCatalogues(allCatalogues);
  const progress = progressOf('events', output);
  try {
    return await verifyEvents(databaseUrl, {
      decode: (event) => void decodeStored(event, catalogues.catalogueOf(event)),
      onProgress: (done, total) => progress.update(done, total),
    });
  } finally {
    progress.end();
  }
}

function linesOf({ events, streams, faultsTotal, faults, ahead }: Verification): readonly string[] {
  if (faultsTotal === 0) return [`${events} events in ${streams} streams are as they were stored`];
  const more = faultsTotal - ahead.length - faults.length;
  return [
    ...faults.map(
      ({ stream, revision, position, reason }) =>
        `${stream}, revision ${revision}, position ${position}: ${reason}`,
    ),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...ahead.map(
      ({ name, position, storeEndsAt }) =>
        `${name} stands at position ${position}, but the store ends at ${storeEndsAt}: the events in between are gone`,
    ),
    `${faultsTotal} faults in ${events} events of ${streams} streams`,
  ];
}
