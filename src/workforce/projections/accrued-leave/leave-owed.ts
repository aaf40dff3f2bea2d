import { known, type Figure } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import type { SubjectHistory } from '../../../platform/projections/projection.js';
import type { SharingTerms } from '../../domain/case-setting.js';
import { accruedLeave } from '../../domain/rules/accrued-leave.js';
import { employmentsOfCase } from '../employments-of-case.js';

/** What the council owes the NHS body for the leave of one PA. */
export interface LeaveOwed {
  readonly employmentId: string;
  readonly assistantRef: string;
  /** How the agreement settles it: only `net-off-recharge` makes a credit line on the recharge. */
  readonly settlement: SharingTerms['leaveSettlement'];
  /** Pence at the day of liability; below zero when more leave was taken than had accrued. */
  readonly owed: Figure<Pence>;
}

/** The leave that the council owes for, one line per PA of the case, in the order in which they became known. */
export function leaveOwedByCouncil(history: SubjectHistory): readonly LeaveOwed[] {
  const found = employmentsOfCase(history);
  if (found === undefined) return [];
  const { setting, employments } = found;
  return employments.map(({ employment }) => {
    const leave = accruedLeave(employment, setting);
    return {
      employmentId: employment.employmentId,
      assistantRef: employment.assistantRef,
      settlement: setting.terms.leaveSettlement,
      owed: leave.status === 'known' ? known(leave.value.owedPence, leave.basis) : leave,
    };
  });
}
