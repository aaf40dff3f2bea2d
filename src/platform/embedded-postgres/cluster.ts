import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PostgresBinaries } from './binaries.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { reasonIn } from './postgres-log.js';
import { launch, type RunAs } from './run-as.js';

export const SUPERUSER = 'handover';
const MAJOR_VERSION = '18';

/** A PostgreSQL cluster on disk. */
export interface Cluster {
  /** What PostgreSQL calls PGDATA. */
  readonly data: string;
  /** The password of the superuser. */
  readonly password: string;
}

export const dataFolderOf = (folder: string): string => join(folder, 'data');
const passwordFileOf = (folder: string): string => join(folder, 'password');

/**
 * Opens the cluster in the folder, and makes it on first use: UTF-8, sorted by code point, with a random password.
 *
 * @param durable false where the data may be lost with the machine, as in tests: nothing waits for the disk
 * @throws EmbeddedPostgresFailed when it is of another major version, lacks its password, or cannot be made.
 */
export async function openCluster(
  folder: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
  durable: boolean,
): Promise<Cluster> {
  const data = dataFolderOf(folder);
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await createCluster(folder, binaries, runAs, durable);
  else if (version.trim() !== MAJOR_VERSION) {
    throw new EmbeddedPostgresFailed(
      `${data} holds data of PostgreSQL ${version.trim()}, and this is ${MAJOR_VERSION}: dump and restore it, or use another folder`,
    );
  }
  const password = await readFile(passwordFileOf(folder), 'utf8').catch(() => undefined);
  if (password === undefined) {
    throw new EmbeddedPostgresFailed(`${passwordFileOf(folder)} is missing or closed to us: put it back`);
  }
  return { data, password };
}

async function createCluster(
  folder: string,
  binaries: PostgresBinaries,
  runAs: RunAs,
  durable: boolean,
): Promise<void> {
  // Made aside and renamed when complete: a half-made cluster after a crash is never taken for a whole one.
  const unfinished = join(folder, 'data.unfinished');
  const passwordForInitdb = join(folder, 'password.initdb');
  const password = randomBytes(24).toString('base64url');
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFileOf(folder), password, { mode: 0o600 });
    await writeFile(passwordForInitdb, password, { mode: 0o600 });
    if (runAs.owner !== undefined) {
      await chown(unfinished, runAs.owner.uid, runAs.owner.gid);
      await chown(passwordForInitdb, runAs.owner.uid, runAs.owner.gid);
    }
    await initdb(binaries, runAs, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordForInitdb}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    await rename(unfinished, dataFolderOf(folder));
  } finally {
    await rm(passwordForInitdb, { force: true });
  }
}

async function initdb(binaries: PostgresBinaries, runAs: RunAs, args: readonly string[]): Promise<void> {
  const child = launch(runAs, binaries.initdb, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const [complaints, [code]] = await Promise.all([
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (code !== 0) {
    throw new EmbeddedPostgresFailed(`PostgreSQL cannot make its data folder: ${reasonIn(complaints)}`);
  }
}
