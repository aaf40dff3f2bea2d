import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { codeInUse, hashOfFolder } from './code-in-use.js';

describe('The hash of the code', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'code-'));
    await mkdir(join(folder, 'domain'));
    await writeFile(join(folder, 'domain', 'rule.js'), 'half');
    await writeFile(join(folder, 'main.js'), 'run');
  });

  it('is the same as long as nothing changes', async () => {
    expect(await hashOfFolder(folder)).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOfFolder(folder)).toBe(await hashOfFolder(folder));
    expect(await codeInUse()).toBe(await codeInUse());
  });

  it.each([
    ['a rule', () => writeFile(join(folder, 'domain', 'rule.js'), 'third')],
    ['the name of a file', () => rename(join(folder, 'main.js'), join(folder, 'start.js'))],
    ['a file that comes', () => writeFile(join(folder, 'domain', 'list.json'), '[]')],
  ])('changes with %s', async (_, change) => {
    const before = await hashOfFolder(folder);
    await change();
    expect(await hashOfFolder(folder)).not.toBe(before);
  });
});
