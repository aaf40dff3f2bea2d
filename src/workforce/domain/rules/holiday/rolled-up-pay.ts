import { basisOf, type Basis, type Rule } from '../../../../kernel/basis.js';
import type { Pence } from '../../../../kernel/pence.js';
import { exactText } from '../exact-text.js';
import { IRREGULAR_ACCRUAL_RATE } from '../leave-accrual.js';

export const ROLLED_UP_PAY: Rule = {
  code: 'HOLIDAY-ROLLED-UP-PAY',
  version: 1,
  title: 'Rolled-up holiday pay is 12.07% on top of the pay for work done, half up to the penny',
  source: 'Working Time Regulations 1998 reg 16A(2), (7); the rounding is the product’s',
  certainty: 'sourced',
};

/**
 * Rolled-up holiday pay, in pence, on the pay of one pay period; the payslip shows it on a line of its own. Lawful only for
 * irregular-hours and part-year workers, who must still take their leave.
 *
 * @param payForWorkDone gross pay for the work of the pay period, in pence, without the holiday pay
 */
export function rolledUpPay(payForWorkDone: Pence): { readonly rolledUpPence: Pence; readonly basis: Basis } {
  const rolledUpPence = IRREGULAR_ACCRUAL_RATE.times(payForWorkDone).toPence();
  const inputs = {
    payForWorkDonePence: payForWorkDone,
    rate: exactText(IRREGULAR_ACCRUAL_RATE),
    rolledUpPence,
  };
  return { rolledUpPence, basis: basisOf(ROLLED_UP_PAY, inputs) };
}
