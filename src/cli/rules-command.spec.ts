import { describe, expect, it } from '@jest/globals';
import { runCommandLine } from './command-line.js';

async function linesOf(...words: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  const output = { line: (text: string) => lines.push(text), problem: (text: string) => lines.push(text) };
  expect(await runCommandLine(words, output)).toBe(0);
  return lines;
}

describe('rules list', () => {
  it('names every rule with its version, its source and how sure that is', async () => {
    const lines = await linesOf('rules', 'list');
    const at = lines.indexOf(
      'LIABILITY-R1 version 1: The NHS body is liable from the day on which it decided that the person is eligible',
    );
    expect(lines[at + 1]).toMatch(/^ {2}sourced: National Framework for NHS Continuing Healthcare/);
    for (const code of ['REDUNDANCY-SPLIT', 'BRIDGING-DAYS'])
      expect(lines).toContainEqual(expect.stringMatching(`^${code} version 1: `));
  });

  it('answers with the rules themselves as JSON', async () => {
    const rules = JSON.parse((await linesOf('rules', 'list', '--json')).join('\n'));
    expect(rules[0]).toEqual({
      code: 'LIABILITY-R1',
      version: 1,
      title: 'The NHS body is liable from the day on which it decided that the person is eligible',
      source: expect.stringContaining('Annex F'),
      certainty: 'sourced',
    });
  });
});
