import 'reflect-metadata';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { runCommandLine } from './command-line.js';

/** A line as it is published: 27 columns, text in quotation marks. The code is made up. */
const line = (code: string, name: string, opened: string) =>
  [
    code,
    name,
    'Y61',
    'Q99',
    '1 ROAD',
    '',
    '',
    'TOWN',
    '',
    'ZZ1 1ZZ',
    opened,
    '',
    '',
    'B',
    ...Array.from({ length: 13 }, () => ''),
  ]
    .map((field) => `"${field}"`)
    .join(',');

describe('organisations import', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ods-'));
    await writeFile(join(folder, 'good.csv'), `${line('ZN1', 'NHS MADE-UP NORTH ICB', '20260401')}\n`);
    await writeFile(
      join(folder, 'bad.csv'),
      `${line('ZN1', 'NHS MADE-UP NORTH ICB', '20260401')}\n"ZN2","NHS"\n`,
    );
  });
  const run = async (...words: readonly string[]) => {
    const [lines, problems]: [string[], string[]] = [[], []];
    const output = {
      line: (text: string) => lines.push(text),
      problem: (text: string) => problems.push(text),
    };
    const code = await runCommandLine(['organisations', 'import', ...words], output);
    return { code, lines, problems };
  };
  const kind = ['--kind', 'integrated-care-board'];

  it('says line by line what would change, and writes nothing unless it is told where', async () => {
    expect(await run(join(folder, 'good.csv'), ...kind)).toEqual({
      code: 0,
      lines: ['line 1  ZN1  added', '1 told, 0 as in the list; nothing is written'],
      problems: [],
    });
  });

  it('writes the list with what the file adds', async () => {
    const list = join(folder, 'list.json');
    expect(await run(join(folder, 'good.csv'), ...kind, '--write', list)).toMatchObject({ code: 0 });
    const { organisations } = JSON.parse(await readFile(list, 'utf8')) as { organisations: object[] };
    expect(organisations.at(-1)).toMatchObject({ code: 'ZN1', legal: { from: '2026-04-01' } });
    const again = await run(join(folder, 'good.csv'), ...kind, '--list', list);
    expect(again).toMatchObject({ code: 0, lines: ['0 told, 1 as in the list; nothing is written'] });
  });

  it('writes nothing while a line is refused', async () => {
    const list = join(folder, 'never.json');
    const answer = await run(join(folder, 'bad.csv'), ...kind, '--write', list, '--json');
    expect(answer.code).toBe(1);
    expect(JSON.parse(answer.lines.join('\n'))).toMatchObject({
      written: false,
      results: [
        { line: 1, code: 'ZN1', outcome: 'added' },
        { line: 2, code: 'ZN2', outcome: 'refused', detail: expect.stringMatching(/2 columns/) },
      ],
    });
    await expect(readFile(list)).rejects.toThrow();
  });

  it('cannot go on without a kind or a file', async () => {
    expect((await run(join(folder, 'good.csv'))).code).toBe(2);
    expect((await run(join(folder, 'none.csv'), ...kind)).code).toBe(2);
  });
});
