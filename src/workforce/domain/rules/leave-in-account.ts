import { basisOf, type Rule } from '../../../kernel/basis.js';
import { known, type Figure } from '../../../kernel/figure.js';
import { maxPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import { leaveCutDay } from './leave-cut-off.js';
import { statementHolding } from './statement-for-day.js';

export const LEAVE_IN_ACCOUNT: Rule = {
  code: 'LEAVE-IN-ACCOUNT',
  version: 1,
  title:
    'Money for leave is in the account where the rate holds a reserve for it, or where the agreement keeps there what is owed',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
};

/**
 * How much of the account of the direct payment is for the leave of one PA, in pence. Leave that a body pays from its own
 * money is none of it, and so is leave that the NHS body takes on.
 *
 * @param owed what the council owes for the leave; what waits for it waits here too, unless payroll said that there is no
 *   reserve
 */
export function leaveInAccount(
  owed: Figure<Pence>,
  employment: EmploymentRecord,
  setting: CaseSetting,
): Figure<Pence> {
  const { liability } = setting;
  const cutOn = leaveCutDay(setting);
  const statement =
    cutOn === undefined || liability.status !== 'known'
      ? undefined
      : statementHolding(employment, cutOn, liability.startsOn);
  const { leaveSettlement } = setting.terms;
  const isKept = leaveSettlement === 'retain-in-account';
  const noReserve = statement !== undefined && !statement.rateIncludesLeave;
  if (leaveSettlement === 'nhs-absorbs' || (!isKept && noReserve)) {
    return known(ZERO_PENCE, basisOf(LEAVE_IN_ACCOUNT, { leaveSettlement, inAccountPence: 0 }));
  }
  if (owed.status === 'pending') return owed;
  const inAccountPence = maxPence(ZERO_PENCE, owed.value);
  return known(inAccountPence, basisOf(LEAVE_IN_ACCOUNT, { leaveSettlement, inAccountPence }, [owed.basis]));
}
