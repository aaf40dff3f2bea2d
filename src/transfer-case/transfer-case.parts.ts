import { caseRegisterCatalogue } from './domain/case-register/case-register.events.js';
import { transferCaseCatalogue } from './domain/transfer-case.events.js';
import { CaseSummaryRow } from './projections/case-summary/case-summary.entity.js';
import { caseSummaryProjection } from './projections/case-summary/project.js';
import { FundingPeriodRow } from './projections/funding-timeline/funding-period.entity.js';
import { fundingTimelineProjection } from './projections/funding-timeline/project.js';

/** What the context brings to the processes that read the whole store. */
export const transferCaseProjections = [caseSummaryProjection, fundingTimelineProjection];
export const transferCaseEntities = [CaseSummaryRow, FundingPeriodRow];
export const transferCaseCatalogues = [transferCaseCatalogue, caseRegisterCatalogue];
