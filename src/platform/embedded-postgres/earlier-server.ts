import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { postmasterFileOf, readPostmasterFile } from './postmaster-file.js';
import { commandLineOf, isAlive } from './process-table.js';

const FAST_SHUTDOWN_MS = 30_000;
const POLL_MS = 20;

const ownerFileOf = (folder: string): string => join(folder, 'owner.pid');

/** Writes down that this process owns the folder, so that a second one does not take its database away. */
export async function takeOwnership(folder: string): Promise<void> {
  await writeFile(ownerFileOf(folder), `${process.pid}\n`);
}

/**
 * Clears the folder of a server that was left behind.
 *
 * A server whose parent is gone is stopped and not taken over: it shuts down by itself sooner or later, because the parent
 * is gone, and then the connections of whoever had adopted it would break. Stopping it first leaves one owner.
 *
 * @throws EmbeddedPostgresFailed when the parent of the server still runs, or the server does not stop.
 */
export async function endEarlierServer(folder: string, data: string): Promise<void> {
  const earlier = await readPostmasterFile(data);
  // When that process is gone PostgreSQL removes the file itself, after it has seen that no child of it lives on.
  if (earlier === undefined || !isAlive(earlier.pid)) return;
  if (!(await isServerOf(earlier.pid, data))) {
    // The id belongs to another program by now. PostgreSQL cannot tell and would refuse to start.
    await rm(postmasterFileOf(data), { force: true });
    return;
  }
  const owner = Number(await readFile(ownerFileOf(folder), 'utf8').catch(() => 'NaN'));
  if (Number.isInteger(owner) && isAlive(owner)) {
    throw new EmbeddedPostgresFailed(
      `The data in ${folder} is in use by process ${owner}: stop that one first`,
    );
  }
  await stopServer(earlier.pid);
}

async function isServerOf(pid: number, data: string): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  return commandLine !== undefined && commandLine.includes('postgres') && commandLine.includes(data);
}

async function stopServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (const until = Date.now() + FAST_SHUTDOWN_MS; Date.now() < until; await pause(POLL_MS)) {
    // A process that is dead but not reaped still counts as alive; it has no command line any more.
    if (!isAlive(pid) || (await commandLineOf(pid)) === '') return;
  }
  throw new EmbeddedPostgresFailed(`An earlier PostgreSQL (process ${pid}) does not stop: end it by hand`);
}
