import organisations from './data/organisations.json' with { type: 'json' };
import { importOdsFile, type OdsImport, type OdsKind } from './ods-file.js';
import { createOrganisationDirectory } from './organisation-directory.js';
import { organisationRows } from './organisation-rows.js';

/** The list that the product is delivered with, as it is stored. */
export const deliveredOrganisations: unknown = organisations;

/**
 * Puts a file of the Organisation Data Service into a list of bodies.
 *
 * @throws InvalidValue when the list is none, or would contradict itself with the file in it.
 */
export function importedOdsFile(
  list: unknown,
  lines: readonly (readonly string[])[],
  kind: OdsKind,
): OdsImport {
  const rows = organisationRows(list, '');
  const before = createOrganisationDirectory(rows);
  const imported = importOdsFile(rows, lines, kind, before);
  createOrganisationDirectory(imported.rows);
  return imported;
}
