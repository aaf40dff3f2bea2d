import type { BodySide } from '../../platform/access/side-of-role.js';
import { organisationDirectory } from '../domain/loaded-organisations.js';
import type { OrganisationKind } from '../domain/organisation.js';

const SIDES: Readonly<Record<OrganisationKind, BodySide | undefined>> = {
  council: 'council',
  'clinical-commissioning-group': 'nhs',
  'integrated-care-board': 'nhs',
  'nhs-england': 'nhs',
  'sub-icb-location': 'nhs',
  // It has no adult social care duty, so it is on neither side and is refused by name.
  'district-council': undefined,
};

/** On which side of a case or an agreement the body with this code stands; nothing when it is not known. */
export function sideOfBody(code: string): BodySide | undefined {
  const found = organisationDirectory.find(code);
  return found && SIDES[found.kind];
}
