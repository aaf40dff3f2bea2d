export { nextSteps as employmentNextSteps } from './domain/stages.js';
export { WorkforceModule } from './workforce.module.js';
export {
  workforceCatalogues,
  workforceEntities,
  workforceProjections,
  workforceReactors,
} from './workforce.parts.js';
export { describeWorkforceEvent } from './domain/describe-event.js';
export { foldEmployments, type EmploymentRecord, type LoadedEmployment } from './domain/employment.js';
export type { WorkforceEvent, WorkforceFact } from './domain/workforce.events.js';
export { workforceRules } from './domain/rules/workforce-rules.js';
export { isRedundancyOpen } from './domain/rules/open-redundancy.js';
export { isBehindLeave } from './domain/leave-facts.js';
export { leaveOwedByCouncil, type LeaveOwed } from './projections/accrued-leave/leave-owed.js';
export { figuresOfEmployments } from './projections/figures/figures-of-employments.js';
export type { EmploymentAnswer } from './api/employment-answers.js';
export type { ExposureAnswer, ExposureLineAnswer } from './api/exposure-answers.js';
export type { AccruedLeaveAnswer, AccruedLeavesAnswer } from './api/leave-answers.js';
export type { RedundanciesAnswer, RedundancyAnswer, SplitAnswer } from './api/redundancy-answers.js';
export { Employments, type Target } from './commands/employments.js';
export { AssessRedundancy } from './commands/assess-redundancy.js';
export { ChangeTerms } from './commands/change-terms.js';
export { EndEmployment } from './commands/end-employment.js';
export { RecordFundingPeriod } from './commands/record-funding-period.js';
export { RecordLeaveStatement } from './commands/record-leave-statement.js';
export { ShareRedundancy } from './commands/share-redundancy.js';
export { StartEmployment } from './commands/start-employment.js';
export { StateContinuousService } from './commands/state-continuous-service.js';
export { UpdateInsuranceClaim } from './commands/update-insurance-claim.js';
export { employmentsThen, exposureThen, leaveThen, redundanciesThen } from './api/figures-then.js';
export { assistantsOfCase } from './projections/employments/assistants-of-case.query.js';
export { EmploymentsQuery, type EmploymentRow } from './projections/employments/employments.query.js';
export { LeaveQuery, type AccruedLeaveRow } from './projections/accrued-leave/leave.query.js';
export {
  RedundanciesQuery,
  type RedundancyCostRow,
  type RedundancyShareRow,
  type RedundancyWithShares,
} from './projections/redundancy-cost-split/redundancies.query.js';
export { workforceWorkedExampleKinds } from './worked-examples/index.js';
