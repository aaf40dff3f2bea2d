import organisations from './data/organisations.json' with { type: 'json' };
import { loadedDirectory } from './organisation-directory.js';
import { organisationRows } from './organisation-rows.js';

const loaded = loadedDirectory(organisationRows(organisations, ''));

/** The bodies that the product goes by: the list that it is delivered with, or the one that was loaded at the start. */
export const organisationDirectory = loaded.directory;

/** The bodies that the product goes by and who took over from them, as one text: it differs where a list says anything else. */
export function organisationsInUse(): string {
  const bodies = organisationDirectory.all();
  return JSON.stringify(bodies.map((body) => [body, organisationDirectory.successionOf(body.code)]));
}

/**
 * Goes by another list from now on. A process does so once, before anything is asked; read models follow the list that they
 * were written by, so they are rebuilt after it changed.
 *
 * @throws InvalidValue when it is no list of bodies, or contradicts itself.
 */
export function loadOrganisations(list: unknown): void {
  loaded.replace(organisationRows(list, ''));
}
