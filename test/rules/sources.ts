import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Sources } from './rule-tests.js';

export const root = resolve(import.meta.dirname, '../..');

/** The TypeScript of the product and of its tests; the seeded violations are not part of either. */
export function readSources(): Sources {
  return new Map(
    ['src', 'test']
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path).split(sep).join('/'), path] as const)
      .filter(([path]) => !path.startsWith('test/arch/fixtures/'))
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([path, absolute]) => [path, readFileSync(absolute, 'utf8')]),
  );
}
