/** The words in which the commands of a transfer case are given and answered, for whoever sends them. */
export type {
  CaseRecord,
  CaseAgreement,
  JointPackage,
  OneOffPayment,
  Payment,
  Suspension,
  WeeklySum,
} from '../domain/case-record.js';
export {
  AREA_REASONS,
  ASSIGNMENT_REASONS,
  BUDGET_FORMS,
  COMPLETION_ITEMS,
  JOINT_PARTS,
  LIABILITY_RULES,
  ONE_OFF_KINDS,
  SUSPENSION_PAYMENTS,
  SUSPENSION_REASONS,
  type Assistant,
} from '../domain/transfer-case.events.js';
export { SHARED_ELSEWHERE } from '../domain/record-one-off/record-one-off.decision.js';
export { DELAY_JUDGES, type DelayJudge } from '../domain/classify-delay/delay-reason.js';
export { liabilityOf, type DeterminedLiability } from '../domain/rules/liability.js';
export { nextSteps, STEPS, type Step } from '../domain/stages.js';
export { waitingOn } from '../domain/waiting-on.js';
export { CASE_PREFIX } from './raise-alert.js';
