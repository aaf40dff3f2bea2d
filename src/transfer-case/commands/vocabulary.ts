/** The words in which the commands of a transfer case are given and answered, for whoever sends them. */
export type { CaseRecord, CaseAgreement, Payment, WeeklySum } from '../domain/case-record.js';
export { COMPLETION_ITEMS, LIABILITY_RULES, type Assistant } from '../domain/transfer-case.events.js';
export { DELAY_JUDGES, type DelayJudge } from '../domain/classify-delay/delay-reason.js';
export { liabilityOf, type DeterminedLiability } from '../domain/rules/liability.js';
export { nextSteps, STEPS, type Step } from '../domain/stages.js';
export { waitingOn } from '../domain/waiting-on.js';
export { CASE_PREFIX } from './raise-alert.js';
