import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';

const run = promisify(execFile);

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** How programs of PostgreSQL are started, given that they refuse to run as root. */
export interface RunAs {
  /** The user that they run as and that owns the data; absent for the user that we are. */
  readonly owner?: SystemUser;
  /** A command line that goes before the program's own and takes care of becoming the owner. */
  readonly prefix: readonly string[];
}

const USER = 'postgres';

/**
 * Decides who PostgreSQL runs as: ourselves, or where we are root the owner of the data, else the system user `postgres`,
 * who is created when there is none.
 *
 * @param data the folder of the cluster, which need not exist yet
 * @param needed paths that PostgreSQL must be able to reach
 * @throws EmbeddedPostgresFailed when there is no such user or the paths are closed to it.
 */
export async function whoRunsPostgres(data: string, needed: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = (await ownerOf(data)) ?? (await findUser()) ?? (await createUser());
  const asOwner: RunAs = { owner, prefix: [] };
  if (await canReach(asOwner, needed)) return asOwner;
  const throughClosedFolders: RunAs = { owner, prefix: becomingOwnerWithAccess(owner) };
  if (await canReach(throughClosedFolders, needed)) return throughClosedFolders;
  throw new EmbeddedPostgresFailed(
    `PostgreSQL does not run as root, and the user ${USER} cannot reach ${needed.join(' or ')}: open the folders above (chmod o+x)`,
  );
}

/** Starts a program of PostgreSQL with nothing of our environment, so that a stray PGDATA or LANG changes nothing. */
export function launch(
  { owner, prefix }: RunAs,
  program: string,
  args: readonly string[],
  options: { readonly stdio: StdioOptions; readonly detached?: boolean },
): ChildProcess {
  const [first = '', ...rest] = [...prefix, program, ...args];
  const ids = prefix.length === 0 ? owner : {};
  // Our own folder may be closed to the owner; the root folder never is.
  const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  return spawn(first, rest, { ...options, ...ids, cwd: '/', env });
}

/** The owner of the cluster, unless it is root: PostgreSQL starts only for the owner of its data. */
async function ownerOf(data: string): Promise<SystemUser | undefined> {
  const found = await stat(data).catch(() => undefined);
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

async function findUser(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', USER]), run('id', ['-g', USER])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<SystemUser> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', USER]).catch(() => undefined);
  const created = await findUser();
  if (created !== undefined) return created;
  throw new EmbeddedPostgresFailed(
    `PostgreSQL does not run as root, and the user ${USER} is not there and cannot be created: run as another user`,
  );
}

/**
 * Root's own home and temporary folders are closed to everybody else, and a checkout or its data may well be there. The one
 * capability that looks past the modes of files keeps that working; `setpriv` is part of every Linux with util-linux.
 */
function becomingOwnerWithAccess({ uid, gid }: SystemUser): readonly string[] {
  const capabilities = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...capabilities];
}

async function canReach(runAs: RunAs, needed: readonly string[]): Promise<boolean> {
  const script = 'for each; do [ -x "$each" ] || exit 1; done';
  try {
    const shell = launch(runAs, 'sh', ['-c', script, 'sh', ...needed], { stdio: 'ignore' });
    await once(shell, 'exit');
    return shell.exitCode === 0;
  } catch {
    return false;
  }
}
