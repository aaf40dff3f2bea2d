export type {
  CaseAgreement,
  CaseRecord,
  EligibilityDecision,
  JointPackage,
  Liability,
  LiabilityRule,
  OneOffPayment,
  Payment,
  Stage,
  Suspension,
  TransferCase,
  WeeklySum,
} from './domain/case-record.js';
export { isBehindCharges } from './domain/charge-facts.js';
export { bodiesToldBy, foldTransferCase } from './domain/transfer-case.js';
export { CaseNotReady, nextSteps, type Step } from './domain/stages.js';
export {
  dayTwentyNine,
  determineLiability,
  liabilityOf,
  type DeterminedLiability,
  type HeldDays,
  type LiabilityFacts,
} from './domain/rules/liability.js';
export { bodiesOfCase, disputedDays, nhsBodiesOf, nhsBodyOn } from './domain/rules/nhs-body-on.js';
export { endOfLiability, isOverturned, type LiabilityEnd } from './domain/rules/end-of-liability.js';
export { refuseUnlessReversalFits } from './domain/record-payment/reversal.js';
export { refuseUnlessSuspends } from './domain/record-suspension/record-suspension.decision.js';
export { refuseUnlessDivides } from './domain/set-joint-package/set-joint-package.decision.js';
export { liabilityLimits } from './domain/rules/liability-limits.js';
export { transferCaseRules } from './domain/rules/transfer-case-rules.js';
export { transferCaseWorkedExampleKinds } from './worked-examples/index.js';
export type { Assistant, TransferCaseEvent, TransferCaseFact } from './domain/transfer-case.events.js';
export type { CaseAnswer, CaseFact } from './api/answers/case.answer.js';
export type { CaseCountsAnswer } from './api/answers/case-counts.answer.js';
export type { CaseSummaryAnswer } from './api/answers/case-summary.answer.js';
export type { DeadlineAnswer, DeadlinesAnswer } from './api/answers/deadline.answer.js';
export type { FundingPeriodAnswer, FundingTimelineAnswer } from './api/answers/funding-period.answer.js';
export { AlertDto, MOST_ASSISTANTS } from './api/requests/alert.dto.js';
export { caseReference, CaseReferenceAnswer } from './api/answers/case-reference.answer.js';
export { CaseCommand } from './commands/case-command.js';
export { MergedCases, type GivenMerger } from './commands/merged-cases.js';
export { CaseMerged, CaseNotFound, TransferCases } from './commands/transfer-cases.js';
export { casesNaming, type CaseNaming } from './projections/case-summary/cases-naming.query.js';
export { figuresOfHospital } from './projections/figures/figures-of-hospital.js';
export { figuresOfBridging } from './projections/figures/figures-of-bridging.js';
export { caseThen, deadlinesThen, fundingTimelineThen } from './api/case-then.js';
export { describeTransferCaseEvent } from './domain/describe-event.js';
export {
  transferCaseCatalogues,
  transferCaseEntities,
  transferCaseProjections,
} from './transfer-case.parts.js';
export { TransferCaseModule } from './transfer-case.module.js';
