import { sumPence, type Pence } from '../../../kernel/pence.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { Person } from '../../../kernel/event.js';
import { isOneOf } from '../../../kernel/recorded-facts.js';
import type { Acting } from '../acting.js';
import { directionOf, type RechargeRecord } from '../recharge.js';
import type { Direction } from '../rules/joint-package.js';
import { AboveAgreedLimit, OverApprovalLimit, type LimitFigures } from './duties.refusals.js';

/** Days of which what one person approved on a case counts together; see APPROVAL-COUNTED-TOGETHER. */
export const COUNTED_DAYS = 30;

/** What limits an approval: the right of the approver, and the agreement. */
export interface ApprovalLimits {
  /** By the agreement; 0 for none. */
  readonly agreedLimitPence: Pence;
  /** What the same person approved beside this on the case, by the rule APPROVAL-COUNTED-TOGETHER. */
  readonly besidePence: Pence;
}

/** True where a limit applies at all, so that what was approved beside counts. */
export function isLimited({ limitPence }: Acting, { agreedLimitPence }: ApprovalLimits): boolean {
  return limitPence !== undefined || agreedLimitPence > 0;
}

/**
 * Holds a sum to the limit of the approver and to that of the agreement. A credit is as much as the sum that it takes back.
 *
 * @throws OverApprovalLimit when the approver's own right does not reach so far.
 * @throws AboveAgreedLimit when it is above the limit of the agreement, and the approver has no right on record that reaches
 *   so far.
 */
export function refuseOverLimits(totalPence: Pence, acting: Acting, limits: ApprovalLimits): void {
  const { agreedLimitPence, besidePence } = limits;
  const { limitPence, grant } = acting;
  const countedPence = sumPence([totalPence, besidePence]);
  const figures = (limit: Pence): LimitFigures => ({ limitPence: limit, countedPence, besidePence });
  if (limitPence !== undefined && countedPence > limitPence) throw new OverApprovalLimit(figures(limitPence));
  if (agreedLimitPence === 0 || countedPence <= agreedLimitPence) return;
  // A right on record that states no limit, or one that reaches so far, is what the chief finance officer has.
  if (limitPence === undefined && grant === undefined) throw new AboveAgreedLimit(figures(agreedLimitPence));
}

/**
 * What of the other recharges of a case counts together with one that is approved: those of the same direction that the same
 * person approved in the days before, whoever owes them, and that were neither credited nor withdrawn.
 *
 * @param others every other recharge of the case
 */
export function approvedBeside(
  direction: Direction,
  person: Person,
  others: readonly RechargeRecord[],
  today: PlainDate,
): readonly RechargeRecord[] {
  const since = addDays(today, -COUNTED_DAYS);
  return others.filter(
    (each) =>
      each.approval !== undefined &&
      isOneOf([each.approval.approver], person) &&
      each.approval.approvedOn > since &&
      each.stage !== 'credited' &&
      each.stage !== 'withdrawn' &&
      directionOf(each) === direction,
  );
}
