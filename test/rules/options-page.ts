import type { OptionDescription } from '../../src/agreement/domain/option-descriptions.js';
import { markdownTable } from './markdown-table.js';

const HEAD = `# What a local agreement chooses

Figures of a case are worked out by the local agreement that it is bound to. These are all the options of one, as the code has
them: \`npm run rules:write\` writes this page anew, and a spec fails when it no longer says what the code says. An agreement
that does not choose takes the default. \`GET /v1/agreements/defaults\` gives the same to programs.
`;

const COLUMNS = ['Option', 'Chooses', 'May be', 'Default', 'What it decides'];

/** docs/agreement-options.md: every option in the order in which it is offered. */
export function optionsPage(options: readonly OptionDescription[]): string {
  return [HEAD, ...markdownTable(COLUMNS, options.map(cellsOf)), ''].join('\n');
}

function cellsOf(described: OptionDescription): string[] {
  const { option, explanation, default: value } = described;
  return [`\`${option}\``, ...allowed(described), value === '' ? 'nothing' : `\`${value}\``, explanation];
}

/** What kind of value an option takes, and which. */
function allowed({
  default: value,
  choices,
  limits,
  selection,
  longest,
}: OptionDescription): [string, string] {
  if (choices) return ['one value', inCode(choices)];
  if (limits) {
    const number = typeof value === 'number' ? 'a whole number' : 'an exact number';
    return [number, `${limits.least} to ${limits.most}`];
  }
  if (selection) {
    const always = selection.always.length === 0 ? '' : `; always ${inCode(selection.always)}`;
    return ['some of these, with commas', `${inCode(selection.members)}${always}`];
  }
  if (longest !== undefined) return ['words', `one line of at most ${longest} characters`];
  throw new Error('An option says what it may be');
}

function inCode(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
