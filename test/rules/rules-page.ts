import { basename } from 'node:path/posix';
import { markdownTable } from './markdown-table.js';
import type { RegisteredRule } from './rule-register.js';

const HEAD = `# The rules

Every figure carries the rules that it was worked out by. These are all of them, as the code has them: \`npm run rules:write\`
writes this page anew, and a spec fails when it no longer says what the code says. A changed rule is a new version, never an
edit of the old one.

How sure: \`sourced\`, the rule was read in law, in guidance or in an official calculator; \`unverified\`, a national rule whose
own text was not read; \`local-practice\`, one area's published practice; \`product-decision\`, decided here since no source
settles it. The local agreement can choose otherwise for the last two.

Test: the spec that names the code or, marked "by its file", the spec of the file that works by the rule.
`;

const COLUMNS = ['Code', 'Version', 'Rule', 'Source', 'How sure', 'File', 'Test'];

/** docs/rules.md: one table for each context, in the order of its list. */
export function rulesPage(rules: readonly RegisteredRule[]): string {
  const contexts = [...new Set(rules.map(({ context }) => context))];
  const sections = contexts.map((context) =>
    [`## ${context}`, '', ...tableOf(rules.filter((rule) => rule.context === context))].join('\n'),
  );
  return [HEAD, ...sections.map((section) => `${section}\n`)].join('\n');
}

const tableOf = (rules: readonly RegisteredRule[]) => markdownTable(COLUMNS, rules.map(cellsOf));

function cellsOf({ rule, file, test }: RegisteredRule): string[] {
  return [
    `\`${rule.code}\``,
    String(rule.version),
    rule.title,
    rule.source,
    `\`${rule.certainty}\``,
    file === undefined ? '' : linkTo(file),
    test === undefined ? '' : `${linkTo(test.file)}${test.naming ? '' : ', by its file'}`,
  ];
}

const linkTo = (path: string) => `[${basename(path)}](../${path})`;
