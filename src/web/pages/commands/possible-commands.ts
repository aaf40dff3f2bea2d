import type { Role } from '../../../platform/access/roles.js';
import type { CommandForms } from '../../forms/command-forms.js';
import type { Command } from '../../words/command.js';
import { roleWords } from '../../words/role-words.js';

/** What may be done next, as `components/actions.njk` shows it. */
export interface PossibleCommands {
  readonly yours: readonly { readonly title: string; readonly items: readonly ActionLink[] }[];
  readonly others: readonly { readonly text: string; readonly who: string }[];
}

interface ActionLink {
  readonly text: string;
  readonly href: string;
}

/** Who looks, at which record. */
export interface Looking {
  readonly roles: readonly Role[];
  /** The address of the record's page. */
  readonly page: string;
  readonly routeOf: (path: string) => string;
}

/** @param steps what the record's stage allows */
export function possibleCommands(
  commands: readonly Command[],
  steps: readonly string[],
  forms: Pick<CommandForms, 'rolesOf'>,
  { roles, page, routeOf }: Looking,
): PossibleCommands {
  const possible = commands.filter(({ step }) => step === undefined || steps.includes(step));
  const whoFor = new Map(possible.map(({ path }) => [path, forms.rolesOf(routeOf(path))]));
  const isYours = ({ path }: Command) => whoFor.get(path)?.some((role) => roles.includes(role)) === true;
  const yours = possible.filter(isYours);
  const titles = [...new Set(yours.map(({ group }) => group))];
  return {
    yours: titles.map((title) => ({
      title,
      items: yours
        .filter(({ group }) => group === title)
        .map(({ text, path }) => ({ text, href: `${page}/do/${path}` })),
    })),
    others: possible
      .filter((command) => !isYours(command))
      .map(({ text, path }) => ({ text, who: inWords(whoFor.get(path) ?? []) })),
  };
}

/** `Council finance or NHS finance` */
function inWords(roles: readonly Role[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(roles.map((role) => roleWords[role]));
}

/** What the page says after a command was recorded, by the end of the command's address. */
export function saidDone(
  commands: readonly Pick<Command, 'path' | 'text'>[],
  done: unknown,
): string | undefined {
  const said = commands.find(({ path }) => path === done)?.text;
  return said === undefined ? undefined : `Done: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}
