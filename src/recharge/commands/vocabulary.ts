/** The words in which the commands of recharges are given and answered, for whoever sends them. */
export {
  CREDIT_REASONS,
  QUERY_REASONS,
  SUCCESSOR_REASONS,
  WITHDRAWAL_REASONS,
} from '../domain/recharge.events.js';
export { nextSteps, statusOf, type RechargeStatus, type RechargeStep } from '../domain/stages.js';
export { RECHARGE_DIRECTIONS, type Direction } from '../domain/rules/joint-package.js';
export type { Recharge } from '../domain/recharge.js';
export type { QueryLineTerms } from '../domain/query-line/query-line.decision.js';
export type { CreditTerms } from '../domain/credit/credit.decision.js';
export type { WithdrawTerms } from '../domain/withdraw/withdraw.decision.js';
export type { DocumentTerms } from './issue-recharge.js';
export type { ChosenSuccessor } from './payer-of.js';
export { RECHARGE_PREFIX } from './recharge-ref.js';
