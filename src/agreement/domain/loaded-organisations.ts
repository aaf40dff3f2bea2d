import organisations from './data/organisations.json' with { type: 'json' };
import { createOrganisationDirectory } from './organisation-directory.js';
import { organisationRows } from './organisation-rows.js';

/** The bodies that the product is delivered with: loaded data, read through its shape and checked on start. */
export const organisationDirectory = createOrganisationDirectory(organisationRows(organisations, ''));
