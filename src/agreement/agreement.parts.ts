import { agreementCatalogue } from './domain/agreement.events.js';
import { AgreementVersionRow } from './projections/agreements/agreement-version.entity.js';
import { AgreementRow } from './projections/agreements/agreement.entity.js';
import { agreementsProjection } from './projections/agreements/project.js';

/** What the context brings to the processes that read the whole store. */
export const agreementProjections = [agreementsProjection];
export const agreementEntities = [AgreementRow, AgreementVersionRow];
export const agreementCatalogues = [agreementCatalogue];
