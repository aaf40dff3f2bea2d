import type { EntityTarget, ObjectLiteral } from 'typeorm';
import {
  agreementCatalogues,
  agreementEntities,
  agreementProjections,
  organisationsInUse,
} from '../agreement/index.js';
import { auditEntities, auditProjections } from '../audit/index.js';
import type { EventCatalogue } from '../kernel/event-catalogue.js';
import type { SubjectProjection } from '../platform/projections/projection.js';
import { rechargeCatalogues, rechargeEntities, rechargeProjections } from '../recharge/index.js';
import { staffCatalogues, staffEntities, staffProjections } from '../staff/index.js';
import {
  transferCaseCatalogues,
  transferCaseEntities,
  transferCaseProjections,
} from '../transfer-case/index.js';
import {
  workforceCatalogues,
  workforceEntities,
  workforceProjections,
  workforceReactors,
} from '../workforce/index.js';

// What the product is made of, in the order in which contexts may read each other. A new context adds its line to each list.

/** Every event that the product can read. */
export const allCatalogues: readonly EventCatalogue[] = [
  ...agreementCatalogues,
  ...staffCatalogues,
  ...transferCaseCatalogues,
  ...workforceCatalogues,
  ...rechargeCatalogues,
];

/** Every read model that the worker keeps. What a body owes or may see can follow from the list of bodies in any of them. */
export const allProjections: readonly SubjectProjection[] = [
  ...agreementProjections,
  ...staffProjections,
  ...transferCaseProjections,
  ...workforceProjections,
  ...rechargeProjections,
  ...auditProjections,
].map((projection) => ({ ...projection, goesBy: organisationsInUse }));

/** Every table of a read model. */
export const allEntities: readonly EntityTarget<ObjectLiteral>[] = [
  ...agreementEntities,
  ...staffEntities,
  ...transferCaseEntities,
  ...workforceEntities,
  ...rechargeEntities,
  ...auditEntities,
];

/** Every effect that follows from a fact by itself. */
export const allReactors = [...workforceReactors];
