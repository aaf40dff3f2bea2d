import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ChaosClient } from './client.js';
import { CUTS_PER_CYCLE, FAULTS, strike, type Fault } from './faults.js';
import { fullDiskRuns } from './full-disk.js';
import { Harness } from './harness.js';
import { playAgain } from './play-again.js';
import { reportOf, withSection, type ChaosReport } from './report.js';
import { CommandLog } from './sent-command.js';
import { Seeded } from './seeded.js';
import { StopWatch } from './stop-watch.js';

// Kills, cuts and restarts the built product while clients are at work, and checks after each time that nothing that was
// acknowledged is lost or doubled and that the read models are what the events say. Everything stays on this machine.

const CLIENTS = 8;
/** A database is tormented this often before a new one is made, so that each check of the whole stays short. */
const CYCLES_PER_DATABASE = 30;
/**
 * The read models are compared with a rebuild this often, and after the last cycle of a database. The cases of a cycle are left
 * alone afterwards, so a row that went wrong is still wrong then.
 */
const CYCLES_PER_REBUILD = 5;

const { values: options } = parseArgs({
  options: {
    cycles: { type: 'string', default: '30' },
    'database-kills': { type: 'string' },
    cuts: { type: 'string' },
    seed: { type: 'string' },
    servers: { type: 'string', default: '2' },
    workers: { type: 'string', default: '3' },
    'full-disk': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    minutes: { type: 'string' },
  },
});
const cycles = wholeNumber('cycles', options.cycles);
const seed = wholeNumber('seed', options.seed ?? String(randomInt(2 ** 31)));
const random = new Seeded(seed);
const again = playAgain(options, seed);
/** A run that is to end by some time ends with the cycle in which that comes, and counts what it did. */
const minutes = options.minutes === undefined ? Infinity : wholeNumber('minutes', options.minutes);
const endsAt = Date.now() + minutes * 60_000;

const planned: Readonly<Record<Fault, number>> = {
  server: cycles,
  database: wholeNumber('database-kills', options['database-kills'] ?? String(Math.ceil(cycles / 2))),
  cuts: Math.ceil(wholeNumber('cuts', options.cuts ?? String(cycles * 4)) / CUTS_PER_CYCLE),
  worker: Math.ceil(cycles / 10),
  session: Math.ceil(cycles / 10),
  both: Math.ceil(cycles / 10),
  'lost-lock': Math.ceil(cycles / 10),
  restart: Math.ceil(cycles / 10),
};

const report: ChaosReport = {
  seed,
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  node: process.versions.node,
  servers: wholeNumber('servers', options.servers),
  workers: wholeNumber('workers', options.workers),
  planned: Object.values(planned).reduce((sum, count) => sum + count, 0),
  struck: { server: 0, database: 0, cuts: 0, worker: 0, session: 0, both: 0, 'lost-lock': 0, restart: 0 },
  checks: 0,
  rebuilds: 0,
  sent: 0,
  acknowledged: 0,
  unknown: 0,
  abandoned: 0,
  lost: 0,
  doubled: 0,
  faults: [],
  fullDisk: [],
};

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (interrupted) process.exit(1);
    interrupted = true;
    console.log('Ending with this cycle …');
  });
}

console.log(`Seed ${seed}. Play it again with: ${again}`);
const plan = random.shuffled(FAULTS.flatMap((fault) => Array.from({ length: planned[fault] }, () => fault)));
while (plan.length > 0 && !isOver()) await torment(plan.splice(0, CYCLES_PER_DATABASE));
await writeDown();
if (options['full-disk']) report.fullDisk = await fullDiskRuns(random);

console.log(
  `${report.checks} of ${report.planned} cycles, ${report.acknowledged} acknowledged, ${report.unknown} without an answer at first, ` +
    `${report.abandoned} never answered, ${report.lost} lost, ${report.doubled} doubled`,
);
report.fullDisk.forEach((run) => console.log(run.sentence));
await writeDown();
const failed = report.faults.length + report.fullDisk.filter(({ whole }) => !whole).length;
if (failed > 0) console.log(`Play it again with: ${again}`);
console.log(`${report.checks} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Also before what takes long: what was counted by then is kept when the rest breaks off. */
async function writeDown(): Promise<void> {
  if (!options.write) return;
  const file = 'docs/reliability.md';
  const section = reportOf(report, process.argv.slice(2));
  const text = await format(withSection(await readFile(file, 'utf8'), section), {
    ...(await resolveConfig(file)),
    filepath: file,
  });
  await writeFile(file, text);
}

/** Some cycles on one database. */
async function torment(faults: readonly Fault[]): Promise<void> {
  const harness = await Harness.start(report.servers, report.workers);
  const log = new CommandLog();
  try {
    const since = await harness.head();
    for (const [index, fault] of faults.entries()) {
      if (isOver()) break;
      const compared = (index + 1) % CYCLES_PER_REBUILD === 0 || index === faults.length - 1;
      await cycle(fault, harness, log, since, compared);
    }
    report.sent += log.sent.length;
    report.acknowledged += log.count('acknowledged');
    report.unknown += log.everUnknown;
    report.abandoned += log.count('unknown');
    report.struck.cuts += harness.webProxy.cuts + harness.databaseProxy.cuts;
  } finally {
    await harness.stop();
  }
}

async function cycle(
  fault: Fault,
  harness: Harness,
  log: CommandLog,
  since: bigint,
  compared: boolean,
): Promise<void> {
  const clients = Array.from({ length: CLIENTS }, (_, index) => {
    const name = `${report.checks}-${index}`;
    const address =
      index % 2 === 0 ? harness.address : `http://127.0.0.1:${random.pick(harness.servers).port}`;
    return new ChaosClient({
      name,
      address,
      random: new Seeded(seed + report.checks * CLIENTS + index),
      log,
      tokenOf: harness.tokenOf,
    });
  });
  const watch = new StopWatch();
  const work = Promise.all(clients.map((client) => client.work()));
  await strike(fault, harness, random);
  watch.lap('struck');
  clients.forEach((client) => client.stop());
  await work;
  watch.lap('answered');
  harness.webProxy.calm();
  harness.databaseProxy.calm();

  const whole = await harness.checkWhole(log, since, compared ? 'and-read-models' : 'events');
  watch.lap('checked');
  report.checks += 1;
  if (fault !== 'cuts') report.struck[fault] += 1;
  if (compared) report.rebuilds += 1;
  report.lost += whole.lost;
  report.doubled += whole.doubled;
  const ended = [...harness.servers, ...harness.workers].filter(({ endedByItself }) => endedByItself);
  const faults = [
    ...whole.faults,
    ...log.faults.splice(0),
    ...ended.map(({ port }) => `the process on port ${port} ended by itself`),
  ];
  report.faults.push(...faults.map((each) => `cycle ${report.checks} (${fault}): ${each}`));
  faults.forEach((each) => console.error(`     ${each}`));
  console.log(
    `${String(report.checks).padStart(4)} ${fault.padEnd(10)} ${log.count('acknowledged')} acknowledged, ` +
      `${log.everUnknown} without an answer at first, ${faults.length} faults; ${watch.text}`,
  );
}

function isOver(): boolean {
  return interrupted || Date.now() >= endsAt;
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  console.error(`--${name} has to be a whole number, and is ${JSON.stringify(text)}`);
  process.exit(2);
}
