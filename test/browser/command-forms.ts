import type { Page } from 'playwright-core';
import type { Role } from '../../src/platform/access/roles.js';
import { caseCommandRoute, caseCommands } from '../../src/web/words/case-commands.js';
import { employmentCommandRoute, employmentCommands } from '../../src/web/words/employment-commands.js';
import { rechargeCommands, rechargeRoute } from '../../src/web/words/recharge-commands.js';
import {
  accountCommandRoute,
  accountCommands,
  rightCommandRoute,
  rightCommands,
} from '../../src/web/words/staff-commands.js';
import { clicked } from '../support/clicked.js';
import type { Stage } from './page-states.js';

/** The page with the form of a command. It is the same at every stage of the record: only the answer to it differs. */
export interface CommandFormPage {
  /** The command in the API description. */
  readonly route: string;
  readonly at: (stage: Stage) => string;
  /** What its last button says. */
  readonly button: string;
  /** Who would send it, of all who may. */
  readonly sender: (roles: readonly Role[]) => Role | undefined;
}

const anybody = ([first]: readonly Role[]) => first;

/** The form of every command that a page offers, from the lists that the pages offer them from. */
export const commandForms: readonly CommandFormPage[] = [
  ...caseCommands.map(({ path }) => ({
    route: caseCommandRoute(path),
    at: ({ bare }: Stage) => `/cases/${bare.caseRef}/do/${path}`,
    ...{ button: 'Record', sender: anybody },
  })),
  ...employmentCommands.map(({ path }) => ({
    route: employmentCommandRoute(path),
    at: ({ whole }: Stage) => `/employments/${whole.employmentIds[0]}/do/${path}`,
    ...{ button: 'Record', sender: anybody },
  })),
  ...rechargeCommands.map(({ path, button, side }) => ({
    route: rechargeRoute(path),
    at: ({ issuedRef }: Stage) => `/recharges/${issuedRef}/do/${path}`,
    button,
    sender: (roles: readonly Role[]) => roles.find((role) => role.startsWith('nhs') === (side === 'debtor')),
  })),
  ...accountCommands.map(({ path, address, button }) => ({
    route: accountCommandRoute(address),
    at: ({ staff }: Stage) => `/staff/${staff[0]?.staff}/do/${path}`,
    ...{ button, sender: anybody },
  })),
  ...rightCommands.map(({ path, address, button }) => ({
    route: rightCommandRoute(address),
    at: ({ staff }: Stage) => `/staff/${staff[1]?.staff}/rights/${staff[1]?.grant}/do/${path}`,
    ...{ button, sender: anybody },
  })),
];

/**
 * What is done when its button is pressed with nothing typed, and why. What else needs nothing typed is refused for the stage
 * of the record, at which it is not offered.
 */
export const doneUntyped: Readonly<Record<string, string>> = {
  [caseCommandRoute('assignments')]: 'whoever looks is chosen already, and the case is given to them',
};

/** A command of a record in the API description. What is done to one line of a recharge is on the page of the line. */
export const COMMAND_OF_RECORD =
  /^\/v1\/(?:transfer-cases|employments|recharges|staff)\/\{\w+\}\/(?!lines\/)/;

/** Opens what is folded away, so that it is looked at as well. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate('document.querySelectorAll("main details").forEach((node) => { node.open = true; })');
}

/** Adds one to the first list of the form that has one; false where the form has no list. */
export async function oneAdded(page: Page): Promise<boolean> {
  const add = page.getByRole('button', { name: /^Add (?:one|another)/ }).first();
  if ((await add.count()) === 0) return false;
  await clicked(add);
  return true;
}
