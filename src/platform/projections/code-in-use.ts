import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

let hashOfCode: Promise<string> | undefined;

/**
 * A hash of the product's code as it lies on the disk. No version that somebody has to raise would tell a mended rule from the
 * one before for certain; so any other code counts as other code, also where no figure follows from it.
 */
export function codeInUse(): Promise<string> {
  hashOfCode ??= hashOfFolder(fileURLToPath(new URL('../../', import.meta.url)));
  return hashOfCode;
}

/** A hash of the names and the content of all files of a folder, in hexadecimal digits. */
export async function hashOfFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const content = createHash('sha256').update(await readFile(file));
    hash.update(`${relative(folder, file)} ${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}
