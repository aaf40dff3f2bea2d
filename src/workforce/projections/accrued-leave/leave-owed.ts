import { known, pending, type Answer, type Figure } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import type { SubjectHistory } from '../../../platform/projections/projection.js';
import type { SharingTerms } from '../../domain/case-setting.js';
import { accruedLeave, type AccruedLeave } from '../../domain/rules/accrued-leave.js';
import { leaveInAccount } from '../../domain/rules/leave-in-account.js';
import { employmentsOfCase } from '../employments-of-case.js';

/** What the council owes the NHS body for the leave of one PA. */
export interface LeaveOwed {
  readonly employmentId: string;
  readonly assistantRef: string;
  /** How the agreement settles it: only `net-off-recharge` makes a credit line on the recharge. */
  readonly settlement: SharingTerms['leaveSettlement'];
  /** Pence at the day of liability; below zero when more leave was taken than had accrued. */
  readonly owed: Figure<Pence>;
  /** What of it is money in the account of the direct payment, in pence: a reserve, or what is kept there by agreement. */
  readonly inAccount: Figure<Pence>;
}

/** The leave that the council owes for, one line per PA of the case, in the order in which they became known. */
export function leaveOwedByCouncil(history: SubjectHistory): readonly LeaveOwed[] {
  const found = employmentsOfCase(history);
  if (found === undefined) return [];
  const { setting, employments } = found;
  return employments.map(({ employment }) => {
    const leave = accruedLeave(employment, setting);
    const owed = owedFigure(leave);
    return {
      employmentId: employment.employmentId,
      assistantRef: employment.assistantRef,
      settlement: setting.terms.leaveSettlement,
      owed,
      inAccount: leaveInAccount(owed, employment, setting),
    };
  });
}

/** Money waits for the adviser where the candidates differ in it; where they do not, the question is about hours alone. */
function owedFigure(leave: Answer<AccruedLeave>): Figure<Pence> {
  switch (leave.status) {
    case 'known':
      return known(leave.value.owedPence, leave.basis);
    case 'pending':
      return leave;
    case 'refer': {
      const [first, ...others] = leave.candidates;
      return first !== undefined && others.every(({ value }) => value.owedPence === first.value.owedPence)
        ? known(first.value.owedPence, first.basis)
        : pending(
            ...leave.referrals.map(({ code, reason, referTo }) => ({
              fact: code,
              reason,
              suppliedBy: referTo,
            })),
          );
    }
  }
}
