export { RechargeModule } from './recharge.module.js';
export { rechargeCatalogues, rechargeEntities, rechargeProjections } from './recharge.parts.js';
export { liabilitiesThen, rechargesThen } from './api/recharges-then.js';
export type { RechargesOfCaseAnswer } from './api/recharge-answers.js';
export { describeRechargeEvent } from './domain/describe-event.js';
export type { AgedDebtAnswer } from './api/aged-debt.answers.js';
export type { LiabilitiesAnswer } from './api/liability-answers.js';
export type { RechargeAnswer, RechargeLineAnswer, RechargeSummary } from './api/recharge-answers.js';
export type { RechargeReference } from './api/recharge-reference.answer.js';
export { StatementQueryDto, type StatementAnswer } from './api/statement-answers.js';
export type { RechargeEvent, RechargeFact, RechargeLine } from './domain/recharge.events.js';
export type { Recharge, RechargeRecord } from './domain/recharge.js';
export { nextSteps as rechargeNextSteps, type RechargeStatus, type RechargeStep } from './domain/stages.js';
export { bridgingFactsOf } from './domain/case-facts.js';
export { bridgingRecharge, type BridgingRecharge } from './domain/rules/bridging-recharge.js';
export { RECHARGE_RULES as rechargeRules } from './domain/rules/recharge-rules.js';
export { figuresOfCharge } from './projections/figures/figures-of-charge.js';
export { Recharges } from './commands/recharges.js';
export { IDENTITY_CHECK, type IdentityCheck, type KnownToCase } from './commands/identity-check.js';
export type { DocumentText } from './domain/document-texts.js';
export type { FoundIdentifier, Identifier } from './domain/identity.refusals.js';
export {
  BridgingRechargeQuery,
  type BridgingRechargeLineRow,
  type BridgingRechargeRow,
  type BridgingRechargeWithLines,
} from './projections/bridging-recharge/bridging-recharge.query.js';
export {
  RechargesQuery,
  type RechargeLineRow,
  type RechargeRow,
  type RechargeWithLines,
} from './projections/recharges/recharges.query.js';
export { rechargeWorkedExampleKinds } from './worked-examples/index.js';
