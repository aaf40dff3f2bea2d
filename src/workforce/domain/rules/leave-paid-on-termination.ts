import { apportion } from '../../../kernel/apportion.js';
import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { daysIn, period, periodOfDays, type Period } from '../../../kernel/period.js';
import { earliest, latest, type PlainDate } from '../../../kernel/plain-date.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';

export const LEAVE_PAID_ON_TERMINATION: Rule = {
  code: 'LEAVE-PAID-ON-TERMINATION',
  version: 1,
  title:
    'What payroll paid for untaken leave when the job ended is split by the days of the leave year before the day of liability and from it',
  source:
    'Local agreement, leave at the transfer: payroll’s figure is followed. Pay in lieu: Working Time Regulations 1998 reg 14',
  certainty: 'product-decision',
};

/** Both parts in pence; they sum to what was paid. */
export interface TerminationSplit {
  readonly councilPence: Pence;
  readonly nhsPence: Pence;
  readonly basis: Basis;
}

/**
 * The parts of leave that was paid when a job ended in the leave year which holds the day of liability. The odd penny of a
 * tie goes to the NHS body, who was liable on the last day.
 *
 * @param paidPence payroll's figure
 * @param leaveYear the leave year in which the job ended
 * @param startedOn the first day of the job
 * @param lastDay the last day of the job
 * @param cutOff the first day of liability
 */
export function leavePaidOnTermination(
  paidPence: Pence,
  leaveYear: Period,
  { startedOn, lastDay }: { readonly startedOn: PlainDate; readonly lastDay: PlainDate },
  cutOff: PlainDate,
): TerminationSplit {
  const accrual = periodOfDays(earliest(latest(leaveYear.from, startedOn), lastDay), lastDay);
  const middle = latest(accrual.from, earliest(cutOff, accrual.until));
  const days = {
    council: daysIn(period(accrual.from, middle)),
    nhs: daysIn(period(middle, accrual.until)),
  };
  const shares = apportion(
    paidPence,
    [
      { payer: 'council', weight: Fraction.of(days.council) },
      { payer: 'nhs', weight: Fraction.of(days.nhs) },
    ],
    ['nhs'],
  );
  const shareOf = (payer: 'council' | 'nhs') =>
    shares.find((share) => share.payer === payer)?.sharePence ?? ZERO_PENCE;
  const parts = { councilPence: shareOf('council'), nhsPence: shareOf('nhs') };
  return {
    ...parts,
    basis: basisOf(LEAVE_PAID_ON_TERMINATION, {
      paidPence,
      accruedFrom: accrual.from,
      lastDay,
      cutOff,
      daysBefore: days.council,
      daysFrom: days.nhs,
      ...parts,
    }),
  };
}
