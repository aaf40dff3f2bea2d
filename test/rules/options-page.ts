import type { OptionDescription } from '../../src/agreement/domain/option-descriptions.js';
import { markdownTable } from './markdown-table.js';

const HEAD = `# What a local agreement chooses

Figures of a case are worked out by the local agreement that it is bound to. These are all the options of one, as the code has
them: \`npm run rules:write\` writes this page anew, and a spec fails when it no longer says what the code says. An agreement
that does not choose takes the default. \`GET /api/agreements/options\` gives the same to programs.
`;

const COLUMNS = ['Option', 'Chooses', 'May be', 'Default', 'What it decides'];

/** docs/agreement-options.md: every option in the order in which it is offered. */
export function optionsPage(options: readonly OptionDescription[]): string {
  return [HEAD, ...markdownTable(COLUMNS, options.map(cellsOf)), ''].join('\n');
}

function cellsOf({ option, explanation, default: value, choices, limits }: OptionDescription): string[] {
  const [chooses, mayBe] = choices
    ? ['one value', choices.map((choice) => `\`${choice}\``).join(', ')]
    : [typeof value === 'number' ? 'a whole number' : 'an exact number', rangeOf(limits)];
  return [`\`${option}\``, chooses, mayBe, `\`${value}\``, explanation];
}

function rangeOf(limits: OptionDescription['limits']): string {
  if (limits === undefined) throw new Error('An option has either choices or limits');
  return `${limits.least} to ${limits.most}`;
}
