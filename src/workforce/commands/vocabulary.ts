/** The words in which the commands of employments are given and answered, for whoever sends them. */
export {
  EMPLOYMENT_STATUSES,
  END_REASONS,
  INSURANCE_CLAIMS,
  RE_ENGAGEMENT_ANSWERS,
  SERVICE_CAUSES,
} from '../domain/workforce.events.js';
export type { WeekPayFacts } from '../domain/rules/week-pay.js';
export { pensionablePayInLieu } from '../domain/rules/pension-on-notice.js';
export type { SettlementPayment } from '../domain/rules/redundancy-settlement.js';
export type {
  ContinuousService,
  EndReason,
  FundingShare,
  InsuranceClaim,
  JobEnd,
  NoticePay,
  NoRightReason,
  RedundancyAssessed,
  RedundancyShared,
} from '../domain/workforce.events.js';
export {
  CARRY_OVER_REASONS,
  LEAVE_ABSENCES,
  type LeaveStatement,
  type LeaveWorkPattern,
} from '../domain/leave-statement.js';
export { noRightInWords, RELATIONSHIPS, type Relationship } from '../domain/rules/redundancy-right.js';
export { EmploymentNotFound } from '../domain/refusals.js';
export type { Employment, EmploymentRecord } from '../domain/employment.js';
export type { EmploymentFacts } from '../domain/start-employment/start-employment.decision.js';
export { EMPLOYMENT_PREFIX, employmentIdOf } from './employment-id.js';
export type { AssessmentTerms } from '../domain/assess-redundancy/assess-redundancy.decision.js';
