import { workforceCatalogue } from './domain/workforce.events.js';
import { AccruedLeaveRow } from './projections/accrued-leave/accrued-leave.entity.js';
import { accruedLeaveProjection } from './projections/accrued-leave/project.js';
import { EmploymentRow } from './projections/employments/employment.entity.js';
import { employmentsProjection } from './projections/employments/project.js';
import { ExposedEmploymentRow } from './projections/exposure/exposed-employment.entity.js';
import { exposureProjection } from './projections/exposure/project.js';
import { redundancyCostSplitProjection } from './projections/redundancy-cost-split/project.js';
import { RedundancyCostRow } from './projections/redundancy-cost-split/redundancy-cost.entity.js';
import { RedundancyShareRow } from './projections/redundancy-cost-split/redundancy-share.entity.js';
import { WhenAlertRaisedStartEmployments } from './reactors/when-alert-raised-start-employments.js';

/** What the context brings to the processes that read the whole store. */
export const workforceProjections = [
  employmentsProjection,
  redundancyCostSplitProjection,
  accruedLeaveProjection,
  exposureProjection,
];
export const workforceEntities = [
  EmploymentRow,
  RedundancyCostRow,
  RedundancyShareRow,
  AccruedLeaveRow,
  ExposedEmploymentRow,
];
export const workforceCatalogues = [workforceCatalogue];
export const workforceReactors = [WhenAlertRaisedStartEmployments];
