import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runCommandLine } from './command-line.js';

interface Ran {
  readonly code: number;
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}

async function run(...words: readonly string[]): Promise<Ran> {
  const [lines, problems]: [string[], string[]] = [[], []];
  const output = { line: (text: string) => lines.push(text), problem: (text: string) => problems.push(text) };
  return { code: await runCommandLine(words, output), lines, problems };
}

const FIXTURES = 'test/fixtures/worked-examples';
const FIXTURE = `${FIXTURES}/organisations.json`;

describe('rules check', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handover-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const file = async (content: string) => {
    const path = join(folder, 'examples.json');
    await writeFile(path, content);
    return path;
  };
  const example = (asOf: string, board: string) =>
    JSON.stringify({
      examples: [
        {
          id: 'RF-03',
          kind: 'org_succession',
          inputs: { as_of: asOf },
          expected: { rows: [{ ods_ccg_now_sub_icb: '06N', ods_icb: board }] },
        },
      ],
    });

  it('ends with 0 when every figure is right, and prints the counts alone', async () =>
    expect(await run('rules', 'check', FIXTURE)).toEqual({
      code: 0,
      lines: ['1 passed, 0 failed, 0 not understood'],
      problems: [],
    }));

  it.each(readdirSync(FIXTURES).map((name) => [name]))(
    'finds nothing wrong in %s, and leaves no row out',
    async (name) => {
      const { code, lines } = await run('rules', 'check', `${FIXTURES}/${name}`);
      expect(lines).toEqual([expect.stringMatching(/^[1-9]\d* passed, 0 failed, 0 not understood$/)]);
      expect(code).toBe(0);
    },
  );

  it('ends with 1 when a figure is wrong, and names it', async () =>
    expect(await run('rules', 'check', await file(example('2022-07-01', 'QNC')))).toEqual({
      code: 1,
      lines: ['RF-03 rows[0].ods_icb: expected "QNC", got "QM7"', '0 passed, 1 failed, 0 not understood'],
      problems: [],
    }));

  it('holds a file of rates against the product’s own, and fails where these do not cover the day', async () => {
    const rates = {
      meta: {},
      redundancy_week_pay_cap: [
        { from: '2024-04-06', to: '2025-04-05', weekly_cap: 699, source: 'a guess' },
        { from: '2027-04-06', to: null, weekly_cap: 780 },
      ],
      fixed_parameters: [{ key: 'redundancy_max_years', value: 20 }],
    };
    expect(await run('rules', 'check', await file(JSON.stringify(rates)))).toMatchObject({
      code: 1,
      lines: [
        'redundancy_week_pay_cap 2024-04-06 weekly_cap: expected 699, got 700',
        expect.stringMatching(
          /^redundancy_week_pay_cap 2027-04-06: cannot be computed: The statutory cap on a week’s pay on 6 April 2027 is not known here/,
        ),
        '1 passed, 2 failed, 0 not understood',
      ],
    });
  });

  it('ends with 0 when a row is not understood, and says why', async () =>
    expect(await run('rules', 'check', await file(example('2022-06-30', 'QM7')))).toMatchObject({
      code: 0,
      lines: [
        expect.stringMatching(/^RF-03: not understood: 06N is not a sub-ICB location/),
        '0 passed, 0 failed, 1 not understood',
      ],
    }));

  it('answers with JSON when asked to', async () => {
    const { lines } = await run('rules', 'check', '--json', await file(example('2022-07-01', 'QNC')));
    expect(JSON.parse(lines.join('\n'))).toEqual({
      passed: 0,
      failed: 1,
      notUnderstood: 0,
      rows: [
        {
          label: 'RF-03',
          status: 'failed',
          differences: [{ path: 'rows[0].ods_icb', expected: 'QNC', actual: 'QM7' }],
        },
      ],
    });
  });

  it.each([
    ['is not JSON', 'pounds', /^The file is not JSON/],
    ['has no rows', '{"rows":[]}', /^The file has no rows$/],
  ])('ends with 2 and one line when the file %s', async (_, content, words) => {
    const { code, lines, problems } = await run('rules', 'check', await file(content));
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(problems).toEqual([expect.stringMatching(words)]);
  });

  it('ends with 2 and one line when there is no such file', async () =>
    expect(await run('rules', 'check', join(folder, 'none.json'))).toEqual({
      code: 2,
      lines: [],
      problems: [`${join(folder, 'none.json')} cannot be read: there is no such file`],
    }));
});

describe('the command line', () => {
  it.each([
    ['an unknown command', ['rule', 'check']],
    ['a missing argument', ['rules', 'check']],
    ['an unknown option', ['rules', 'check', FIXTURE, '--colour']],
    ['a reference that is none', ['case', 'show', 'TC-1']],
    ['an example user that there is not', ['token', 'nobody']],
  ])('ends with 2 for %s', async (_, words) => {
    const { code, lines, problems } = await run(...words);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(problems).not.toEqual([]);
  });

  it('names its exit codes in its help', async () => {
    const { code, lines } = await run('--help');
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/Exit codes:\n {2}0 {2}done/);
  });
});

describe('config check', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('shows what is set without its passwords, and what is missing', async () => {
    process.env['DATABASE_URL'] = 'postgres://handover:hunter2@db.example:5432/handover';
    process.env['OIDC_ISSUER'] = '';
    const { code, lines } = await run('config', 'check');
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/DATABASE_URL +postgres:\/\/handover:\*\*\*@db\.example:5432\/handover/);
    expect(lines.join('\n')).not.toContain('hunter2');
    expect(lines.at(-1)).toMatch(/^OIDC_ISSUER is not set/);
  });

  it('shows that there is a key and nothing of it, and refuses a file that is not there', async () => {
    process.env['DATABASE_URL'] = 'postgres://handover@db.example/handover';
    process.env['OIDC_ISSUER'] = 'https://sign-in.example';
    process.env['OIDC_AUDIENCE'] = 'https://handover.example/api';
    process.env['PEOPLE_KEY'] = 'd7a4c1f08b3e5296710fbe2d4c8a93e65f1b0d7742ce89a3516f0e4bb2d8c703';
    const { code, lines } = await run('config', 'check');
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/PEOPLE_KEY +\*\*\*/);
    expect(lines.join('\n')).not.toContain('d7a4');
    process.env['PEOPLE_KEY_FILE'] = '/nowhere/people-key';
    const missing = await run('config', 'check');
    expect(missing.code).toBe(1);
    expect(missing.lines.at(-1)).toBe('The file of PEOPLE_KEY_FILE cannot be read (ENOENT)');
  });

  it('says when a process could start', async () => {
    process.env['DATABASE_URL'] = 'postgres://handover@db.example/handover';
    process.env['OIDC_ISSUER'] = 'https://sign-in.example';
    process.env['OIDC_AUDIENCE'] = 'https://handover.example/api';
    expect(await run('config', 'check')).toMatchObject({ code: 0 });
  });
});
