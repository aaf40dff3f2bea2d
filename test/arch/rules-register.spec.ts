import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Rule } from '../../src/kernel/basis.js';
import { currentRegister } from '../rules/current-register.js';
import { ruleRegister } from '../rules/rule-register.js';
import { rulesPage } from '../rules/rules-page.js';
import { root } from '../rules/sources.js';

describe('docs/rules.md', () => {
  const { rules, faults } = currentRegister();

  it('can be written: every rule has a code of its own, a list and a test', () => {
    expect(faults).toEqual([]);
  });

  it('says what the code says; `npm run rules:write` writes it anew', () => {
    expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(rulesPage(rules));
  });
});

const LATE: Rule = {
  code: 'LATE-FEE',
  version: 1,
  title: 'Late | paid',
  source: 'Act s.1',
  certainty: 'sourced',
};
const FILE = 'src/recharge/domain/rules/late-fee.ts';
const SPEC = 'src/recharge/domain/rules/late-fee.spec.ts';

const declared = (code: string, version = 1) =>
  `export const LATE: Rule = { code: '${code}', version: ${version}, title: '', source: '', certainty: 'sourced' };`;
const NAMES_IT = "expect(basis.rule).toBe('LATE-FEE')";

const registerOf = (rules: readonly Rule[], files: Record<string, string>) =>
  ruleRegister([{ context: 'recharge', rules }], new Map(Object.entries(files)));
const faultsOf = (rules: readonly Rule[], files: Record<string, string>) => registerOf(rules, files).faults;

describe('The register of rules', () => {
  it('finds where a rule is declared and the spec that names it', () => {
    const { rules, faults } = registerOf([LATE], { [FILE]: declared('LATE-FEE'), [SPEC]: NAMES_IT });
    expect(faults).toEqual([]);
    expect(rules).toEqual([
      { context: 'recharge', rule: LATE, file: FILE, test: { file: SPEC, naming: true } },
    ]);
  });

  it('takes the nearest spec that names a rule', () => {
    const { rules } = registerOf([LATE], {
      [FILE]: declared('LATE-FEE'),
      'src/agreement/domain/rules/a.spec.ts': NAMES_IT,
      'src/recharge/domain/pay/a.spec.ts': NAMES_IT,
      [SPEC]: NAMES_IT,
    });
    expect(rules[0]?.test?.file).toBe(SPEC);
  });

  it('takes the spec of the file that works by the rule where none names it, and says which it is', () => {
    const { rules, faults } = registerOf([LATE], {
      [FILE]: declared('LATE-FEE'),
      'src/recharge/domain/rules/fees.ts': "import {\n  OTHER,\n  LATE,\n} from './late-fee.js';",
      'src/recharge/domain/rules/fees.spec.ts': "import { fees } from './fees.js';",
    });
    expect(faults).toEqual([]);
    expect(rules[0]?.test).toEqual({ file: 'src/recharge/domain/rules/fees.spec.ts', naming: false });
    expect(rulesPage(rules)).toContain(
      '[fees.spec.ts](../src/recharge/domain/rules/fees.spec.ts), by its file',
    );
  });

  it('reports a rule without a test, and does not take a longer code for its name', () => {
    expect(faultsOf([LATE], { [FILE]: declared('LATE-FEE'), [SPEC]: "'LATE-FEE-CAP' 'X-LATE-FEE'" })).toEqual(
      [`LATE-FEE version 1 in ${FILE} has no test`],
    );
  });

  it('reports a rule in the sources that no list has', () => {
    expect(faultsOf([], { [FILE]: declared('LATE-FEE'), [SPEC]: NAMES_IT })).toEqual([
      `LATE-FEE version 1 in ${FILE} is in no list of rules`,
    ]);
  });

  it('reports a rule that is listed and stands nowhere, or not in its context', () => {
    const nowhere = ['LATE-FEE version 1 is listed and not declared in src/recharge/domain'];
    expect(faultsOf([LATE], {})).toEqual(nowhere);
    expect(faultsOf([LATE], { 'src/agreement/domain/late-fee.ts': declared('LATE-FEE') })).toEqual(nowhere);
  });

  it('reports a rule that is listed twice', () => {
    expect(faultsOf([LATE, LATE], { [FILE]: declared('LATE-FEE'), [SPEC]: NAMES_IT })).toEqual([
      'LATE-FEE version 1 is listed twice',
    ]);
  });

  it('reports two rules with one code, in one context or in two', () => {
    const twin = 'src/recharge/domain/rules/twin.ts';
    expect(
      faultsOf([LATE], { [FILE]: declared('LATE-FEE'), [SPEC]: NAMES_IT, [twin]: declared('LATE-FEE') }),
    ).toEqual([`LATE-FEE is the code of a rule in ${FILE} and in ${twin}`]);
    const elsewhere = 'src/workforce/domain/rules/late.ts';
    expect(
      faultsOf([LATE, { ...LATE, version: 2 }], {
        [FILE]: declared('LATE-FEE'),
        [SPEC]: NAMES_IT,
        [elsewhere]: declared('LATE-FEE', 2),
      }),
    ).toContain(`LATE-FEE is the code of a rule in ${FILE} and in ${elsewhere}`);
  });

  it('takes two versions of one rule for what they are', () => {
    const second = { ...LATE, version: 2 };
    const files = { [FILE]: `${declared('LATE-FEE')}\n${declared('LATE-FEE', 2)}`, [SPEC]: NAMES_IT };
    expect(faultsOf([LATE, second], files)).toEqual([]);
  });

  it('refuses a rule whose code nobody could look for', () => {
    const hidden = 'const rule = (code: string) => ({ code, version: 1, title, source, certainty });';
    expect(() => faultsOf([], { [FILE]: hidden })).toThrow(/late-fee\.ts: the code and the version/);
  });

  it('leaves out the samples of specs and fixtures', () => {
    const files = {
      [SPEC]: declared('LATE-FEE'),
      'src/recharge/domain/late.fixtures.ts': declared('LATE-FEE'),
    };
    expect(faultsOf([], files)).toEqual([]);
  });

  it('is written as a table whose cells cannot break it', () => {
    const { rules } = registerOf([LATE], { [FILE]: declared('LATE-FEE'), [SPEC]: NAMES_IT });
    expect(rulesPage(rules).split('\n').slice(-4)).toEqual([
      expect.stringMatching(/^\| Code {7}\| Version \| Rule {9}\| Source {2}\| How sure {2}\| File/),
      expect.stringMatching(/^\| -{10} \| -{7} \|/),
      '| `LATE-FEE` | 1       | Late \\| paid | Act s.1 | `sourced` ' +
        `| [late-fee.ts](../${FILE}) | [late-fee.spec.ts](../${SPEC}) |`,
      '',
    ]);
  });
});
