import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fixtures, reportOn, root } from './on-fixtures.js';

interface Lint {
  filePath: string;
  messages: { ruleId: string | null; line: number }[];
}

const eslint = (args: readonly string[], input?: string): Lint[] =>
  reportOn(
    'node_modules/eslint/bin/eslint.js',
    ['--config', `${root}/eslint.config.js`, '--format', 'json', ...args],
    input,
  ) as Lint[];

/** `file:line rule`, for every `// breaks <rule> <rule>` at the end of a line. */
function seededIn(filePath: string): string[] {
  return readFileSync(filePath, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const broken = /\/\/ breaks (.+)$/.exec(text)?.[1]?.split(' ') ?? [];
      return broken.map((rule) => `${filePath}:${String(index + 1)} ${rule}`);
    });
}

describe('the lint rules of this project', () => {
  const results = eslint(['src']);
  const seeded = results.flatMap(({ filePath }) => seededIn(filePath));

  it('report every seeded violation by name, and nothing else', () => {
    const reported = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId }) => `${filePath}:${String(line)} ${String(ruleId)}`),
    );
    expect(reported.sort()).toEqual(seeded.sort());
  });

  it.each([
    '@typescript-eslint/no-floating-promises',
    '@typescript-eslint/switch-exhaustiveness-check',
    'no-restricted-globals',
    'no-restricted-imports',
    'no-restricted-properties',
    'no-restricted-syntax',
  ])('%s has a seeded violation', (rule) => {
    expect(seeded.filter((line) => line.endsWith(` ${rule}`))).not.toEqual([]);
  });

  it('keep a source file within 400 lines', () => {
    const linesLong = (lines: number) =>
      eslint(['--stdin', '--stdin-filename', `${fixtures}/src/web/page.ts`], 'export {};\n'.repeat(lines))[0]
        ?.messages;
    expect(linesLong(400)).toEqual([]);
    expect(linesLong(401)).toEqual([expect.objectContaining({ ruleId: 'max-lines' })]);
  });
});
