import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFolderOf } from '../../src/platform/embedded-postgres/cluster.js';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { ChaosClient } from './client.js';
import { Harness } from './harness.js';
import { CommandLog } from './sent-command.js';
import type { Seeded } from './seeded.js';

const CLIENTS = 4;
const FULL_MS = 4_000;
/** Pages and log files that were there before have room for some more; by then it has to be used up. */
const STILL_ROOM_MS = 120_000;
const BEFORE_MS = 2_000;
const AFTER_MS = 60_000;
const BLOCK_BYTES = 1024 * 1024;
const LOG_FILE_BYTES = 16 * 1024 * 1024;
const MOST_LOG_FILES = 8;

/** What came of a disk that was full for a while. */
export interface FullDiskRun {
  readonly sentence: string;
  readonly whole: boolean;
}

/** The disk of the data, then that of the log, is full for some seconds; nobody restarts anything. Needs to be root, to mount. */
export async function fullDiskRuns(random: Seeded): Promise<FullDiskRun[]> {
  return [await fullDisk('data', 256, random), await fullDisk('write-ahead log', 96, random)];
}

async function fullDisk(
  what: 'data' | 'write-ahead log',
  mebibytes: number,
  random: Seeded,
): Promise<FullDiskRun> {
  const base = await mkdtemp(join(tmpdir(), 'handover-full-disk-'));
  const [disk, roomy] = [join(base, 'disk'), join(base, 'roomy')];
  await Promise.all([mkdir(disk), mkdir(roomy)]);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', disk], { stdio: 'pipe' });
  } catch (fault) {
    await rm(base, { recursive: true });
    return {
      sentence: `A full disk of ${what} was not tried: mounting is not allowed here (${String(fault)})`,
      whole: false,
    };
  }
  try {
    const folder = what === 'data' ? disk : roomy;
    await (await EmbeddedPostgres.start({ folder, port: 0 })).stop();
    await moveLog(folder, what === 'data' ? roomy : disk);
    return await fillWhileAtWork(what, folder, disk, random);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
    await rm(base, { recursive: true, force: true });
  }
}

/** Puts the write-ahead log of a stopped cluster on another disk. */
async function moveLog(folder: string, to: string): Promise<void> {
  const [here, there] = [join(dataFolderOf(folder), 'pg_wal'), join(to, 'pg_wal')];
  // `cp -a` keeps the owner, which is not us.
  execFileSync('cp', ['-a', here, there]);
  await rm(here, { recursive: true });
  await symlink(there, here);
}

async function fillWhileAtWork(
  what: string,
  folder: string,
  disk: string,
  random: Seeded,
): Promise<FullDiskRun> {
  const harness = await Harness.start(1, 1, folder);
  const log = new CommandLog();
  try {
    const since = await harness.head();
    const clients = Array.from(
      { length: CLIENTS },
      (_, index) =>
        new ChaosClient({
          name: `full-${what.slice(0, 4)}-${index}`,
          address: harness.address,
          random,
          log,
          tokenOf: harness.tokenOf,
        }),
    );
    const work = Promise.all(clients.map((client) => client.work()));
    await pause(BEFORE_MS);
    const ballast = join(disk, 'ballast');
    await fill(ballast);
    const whenFull = log.count('acknowledged');
    if (what === 'write-ahead log') await fillLog(harness);
    for (const until = Date.now() + STILL_ROOM_MS; Date.now() < until; await pause(100)) {
      if (log.unavailable > 0) break;
    }
    await pause(FULL_MS);
    const whileFull = log.count('acknowledged') - whenFull;
    const { unavailable } = log;
    await rm(ballast);
    const whenFree = log.count('acknowledged');
    for (const until = Date.now() + AFTER_MS; Date.now() < until; await pause(100)) {
      if (log.count('acknowledged') >= whenFree + CLIENTS * 2) break;
    }
    clients.forEach((client) => client.stop());
    await work;
    const after = log.count('acknowledged') - whenFree;
    const whole = await harness.checkWhole(log, since, 'and-read-models');
    const faults = [...whole.faults, ...log.faults];
    faults.forEach((fault) => console.error(`full disk of ${what}: ${fault}`));
    return {
      sentence:
        `The disk of the ${what} was full until commands were refused, and ${FULL_MS / 1000} seconds more: ${whenFull} commands were acknowledged before, ` +
        `${whileFull} while it was full, ${unavailable} tries were answered 503 with Retry-After, ${after} were acknowledged after room was made, ` +
        `without a restart by hand; ${whole.lost} lost, ${whole.doubled} doubled, ${faults.length} faults`,
      whole: faults.length === 0 && unavailable > 0 && after > 0,
    };
  } finally {
    await harness.stop();
  }
}

/** Uses up the log files that are there already, until the database cannot make another. */
async function fillLog(harness: Harness): Promise<void> {
  await harness
    .withDatabase(async (client) => {
      for (let segment = 0; segment < MOST_LOG_FILES; segment += 1) {
        await client.query(
          `SELECT pg_logical_emit_message(false, 'ballast', repeat('x', ${LOG_FILE_BYTES}))`,
        );
      }
    })
    .catch(() => undefined);
}

/** Writes until there is no room left. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (let size = BLOCK_BYTES; size >= 4096; size /= 2) {
      const block = new Uint8Array(size);
      while (
        await handle.write(block).then(
          ({ bytesWritten }) => bytesWritten === size,
          () => false,
        )
      );
    }
  } finally {
    await handle.close();
  }
}
