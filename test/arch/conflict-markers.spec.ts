import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

// Formatter and compiler see them in code alone: a page of the documentation is built with them in it.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where git left both sides of a conflict, as `file:line:text`. @param options further ones of `git grep` */
function conflictsIn(folder: string, ...options: string[]): readonly string[] {
  const search = ['grep', '-nI', ...options, '-E', '^(<{7}|[|]{7}|>{7})( |$)'];
  const { status, stdout, stderr } = spawnSync('git', search, { cwd: folder, encoding: 'utf8' });
  // It ends with 1 where it finds nothing.
  if (status !== 0 && status !== 1) throw new Error(`git grep failed: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}

it('No file of the repository holds both sides of a conflict', () => {
  expect(conflictsIn(ROOT)).toEqual([]);
});

it('which would be found, wherever it stands', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handover-conflict-'));
  try {
    const [ours, theirs] = ['<'.repeat(7), '>'.repeat(7)];
    await writeFile(join(folder, 'both.md'), `Text\n${ours} HEAD\none\n=======\nother\n${theirs} branch\n`);
    await writeFile(join(folder, 'heading.md'), 'Heading\n=======\n');
    expect(conflictsIn(folder, '--no-index')).toEqual([
      `both.md:2:${ours} HEAD`,
      `both.md:6:${theirs} branch`,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
