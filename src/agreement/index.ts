export { DEFAULT_OPTIONS, LEGAL_VEHICLES, OPTION_CHOICES, type AgreementOptions } from './domain/options.js';
export { membersIn } from './domain/options/option-kinds.js';
export { OPTION_DESCRIPTIONS, type OptionDescription } from './domain/option-descriptions.js';
export { completeOptions } from './domain/terms.js';
export { optionDifferences, type OptionDifference } from './domain/option-differences.js';
export { boundOptions, optionsOfCase } from './domain/stored/later-options.js';
export { boundAgreement, type BoundAgreement } from './domain/bound-agreement.js';
export type {
  Organisation,
  OrganisationDirectory,
  OrganisationKind,
  PayableBy,
  Succession,
} from './domain/organisation.js';
export { createOrganisationDirectory } from './domain/organisation-directory.js';
export {
  loadOrganisations,
  organisationDirectory,
  organisationsInUse,
} from './domain/loaded-organisations.js';
export { deliveredOrganisations, importedOdsFile } from './domain/imported-ods-file.js';
export type { OdsImport, OdsKind, OdsRowResult } from './domain/ods-file.js';
export { ORGANISATION_KINDS } from './domain/organisation-rows.js';
export { agreementCatalogue, type AgreementEvent } from './domain/agreement.events.js';
export { describeAgreementEvent } from './domain/describe-event.js';
export { councilOn, nhsBodyOn } from './domain/legal-bodies.js';
export { AgreementOptionsDto } from './api/agreement-options.dto.js';
export {
  AgreementsQuery,
  type AgreementVersionRow,
  type AgreementWithVersions,
} from './projections/agreements/agreements.query.js';
export { Agreements } from './commands/agreements.js';
export { sideOfBody } from './commands/body-side.js';
export { AgreementModule } from './agreement.module.js';
export { agreementProjections, agreementEntities, agreementCatalogues } from './agreement.parts.js';
export { agreementWorkedExampleKinds } from './worked-examples/index.js';
