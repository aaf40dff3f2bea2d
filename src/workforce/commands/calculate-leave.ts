/** What a calculator of leave asks of the rules: it stores nothing, and nobody has to be let in to it by a command. */
export {
  leaveApportioned,
  leaveDue,
  leaveOfFirstYear,
  leaveOnLeaving,
  type CalculatedLeave,
  type CalculatedWork,
  type LeaveQuestion,
} from '../domain/rules/leave-calculation.js';
export type { WorkPattern } from '../domain/rules/holiday/entitlement.js';
export { holidayWeekPay } from '../domain/rules/holiday/holiday-week-pay.js';
export { accruesByPayPeriod } from '../domain/rules/holiday/pay-period-accrual.js';
export { rolledUpPay } from '../domain/rules/holiday/rolled-up-pay.js';
