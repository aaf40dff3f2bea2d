import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { reportOn, root } from './on-fixtures.js';

const SETTINGS = `${root}/.dependency-cruiser.cjs`;
const rules = (createRequire(import.meta.url)(SETTINGS) as { forbidden: { name: string }[] }).forbidden;

/** Every rule of the import table, and the files under fixtures/src that break it. */
const SEEDED: Record<string, readonly string[]> = {
  'no-circular': ['transfer-case/domain/ring-one.ts'],
  'no-ring-of-contexts': ['hospital', 'register'],
  'agreement-knows-nothing-built-on-it': ['agreement/commands/asks-a-case.ts'],
  'staff-knows-nothing-built-on-it': ['staff/commands/asks-a-case.ts'],
  'transfer-case-knows-nothing-built-on-it': ['transfer-case/commands/asks-the-workforce.ts'],
  'workforce-knows-nothing-built-on-it': ['workforce/commands/asks-recharge.ts'],
  'recharge-knows-nothing-built-on-it': ['recharge/commands/asks-audit.ts'],
  'simulation-knows-nothing-built-on-it': ['simulation/commands/asks-audit.ts'],
  'no-unresolvable': ['people/leads-nowhere.ts'],
  'kernel-imports-only-itself': ['kernel/impure.ts', 'kernel/reads-a-file.ts'],
  'domain-imports-only-kernel-and-itself': ['recharge/domain/uses-the-database.ts'],
  'domain-reads-no-clock': ['recharge/domain/reads-the-clock.ts'],
  'commands-imports-only-what-the-table-allows': ['recharge/commands/reads-a-view.ts'],
  'records-imports-only-what-the-table-allows': ['people/records/sends-a-command.ts'],
  'projections-imports-only-what-the-table-allows': ['recharge/projections/owed/sends-a-command.ts'],
  'projections-decide-nothing': ['recharge/projections/owed/decides.ts'],
  'projections-read-no-clock': ['recharge/projections/owed/reads-the-clock.ts'],
  'projections-speak-no-http': ['recharge/projections/owed/serves-http.ts'],
  'reactors-imports-only-what-the-table-allows': ['recharge/reactors/reads-a-view.ts'],
  'api-imports-only-what-the-table-allows': [
    'recharge/api/opens-an-entity.ts',
    'recharge/api/opens-the-domain.ts',
  ],
  'platform-imports-only-kernel': ['platform/knows-a-case.ts'],
  'web-imports-only-the-front-of-contexts': ['web/opens-a-case.ts'],
  'contexts-meet-at-index': ['audit/opens-a-recharge.ts'],
  'contexts-do-not-know-the-web': ['people/draws-a-page.ts'],
  'production-needs-no-development-package': ['main.ts'],
  'nothing-imports-an-entry-point': ['audit/starts-the-service.ts'],
};

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

describe('the import table', () => {
  const { violations } = (
    reportOn('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['--config', SETTINGS, '--output-type', 'json', 'src'],
    ]) as Cruise
  ).summary;

  it.each(rules.map(({ name }) => name))('%s bites on its seeded violation, and on nothing else', (name) => {
    const files = violations
      .filter(({ rule }) => rule.name === name)
      .map(({ from }) => from.replace('src/', ''));
    expect([...new Set(files)].sort()).toEqual(SEEDED[name]);
  });

  it('has a seeded violation for every rule, and none for a rule that is gone', () => {
    expect(Object.keys(SEEDED).sort()).toEqual(rules.map(({ name }) => name).sort());
  });
});
