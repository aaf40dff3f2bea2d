import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSources } from '../rules/sources.js';
import { fixtures, reportOn, root } from './on-fixtures.js';

/** Where numbers are divided or read in a money path, and why no money can come of it. */
const EXCEPTIONS = [
  'src/kernel/bank-holidays.ts: whole days of the week',
  'src/kernel/bank-holidays.ts: whole numbers of years and days, and no money',
  'src/kernel/plain-date.ts: milliseconds of days, which no money is',
  'src/kernel/plain-date.ts: milliseconds of hours, which no money is',
  'src/workforce/worked-examples/json-number.ts: read from its decimal text to be compared, and not counted with',
  "src/workforce/worked-examples/redundancy-govuk-float-display.ts: emulates the floating point of GOV.UK's calculator, to show what its page shows",
];

/** Where a pattern is made of a text, and why of none that somebody sent. */
const MADE_PATTERNS: readonly string[] = [];

interface Lint {
  filePath: string;
  messages: { ruleId: string | null; messageId?: string; line: number }[];
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
    'handover/exact-money',
    'no-eval',
    'no-new-func',
  ])('%s has a seeded violation', (rule) => {
    expect(seeded.filter((line) => line.endsWith(` ${rule}`))).not.toEqual([]);
  });

  it('see each way in which a float gets among money', () => {
    const ways = results
      .flatMap(({ messages }) => messages)
      .filter(({ ruleId }) => ruleId === 'handover/exact-money')
      .map(({ messageId }) => messageId);
    expect(new Set(ways)).toEqual(new Set(['division', 'decimal', 'fromText', 'rounding', 'pence']));
  });

  it('make the exceptions of exact money that are named here, each with its reason, and no other', () => {
    const exceptions = [...readSources()].flatMap(([path, content]) =>
      [...content.matchAll(/eslint-disable[-\w]* handover\/exact-money(?: -- (.+))?$/gm)].map(
        ([, reason]) => `${path}: ${reason ?? 'no reason'}`,
      ),
    );
    expect(exceptions.map((each) => each.replace(/ \*\/$/, ''))).toEqual(EXCEPTIONS);
  });

  it('make the exceptions of patterns that are named here, each with its reason, and no other', () => {
    const exceptions = [...readSources()].flatMap(([path, content]) =>
      [...content.matchAll(/eslint-disable[-\w]* no-restricted-syntax(?: -- (.+))?$/gm)].map(
        ([, reason]) => `${path}: ${reason ?? 'no reason'}`,
      ),
    );
    expect(exceptions).toEqual(MADE_PATTERNS);
  });

  it('keep a source file within 400 lines', () => {
    const linesLong = (lines: number) =>
      eslint(['--stdin', '--stdin-filename', `${fixtures}/src/web/page.ts`], 'export {};\n'.repeat(lines))[0]
        ?.messages;
    expect(linesLong(400)).toEqual([]);
    expect(linesLong(401)).toEqual([expect.objectContaining({ ruleId: 'max-lines' })]);
  });
});
