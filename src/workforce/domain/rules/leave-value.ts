import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import type { Pence } from '../../../kernel/pence.js';
import type { SharingTerms } from '../case-setting.js';
import { exactText } from './exact-text.js';
import type { AccruedHours } from './leave-accrual.js';

export const LEAVE_OUTSTANDING: Rule = {
  code: 'LEAVE-OUTSTANDING',
  version: 1,
  title: 'Accrued leave and leave carried over, less leave taken',
  source: 'Working Time Regulations 1998 reg 14, applied to the day of the transfer by local agreement',
  certainty: 'product-decision',
};

export const LEAVE_VALUE: Rule = {
  code: 'LEAVE-VALUE',
  version: 1,
  title:
    'Outstanding hours at the hourly rate on the day of liability, with on-costs; a later rise is the NHS body’s',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
};

/** What the employee's leave stands at on the cut-off. */
export interface LeaveAccount {
  readonly accrued: AccruedHours;
  readonly takenHours: Fraction;
  readonly carriedOverHours: Fraction;
  /** Why hours were carried over, and where that is written. */
  readonly carryOver?: { readonly reason: string; readonly evidenceReference: string };
  readonly hourlyRatePence: Pence;
}

export interface LeaveValue {
  /** Exact; below zero when more was taken than had accrued. */
  readonly outstandingHours: Fraction;
  /** Below zero when the NHS body owes the council. */
  readonly owedPence: Pence;
  readonly basis: Basis;
}

/**
 * What the leave that is outstanding at the cut-off is worth, in pence: exact hours times the rate times one plus the
 * on-cost, half up to the penny once, at the end.
 */
export function leaveValue(
  { accrued, takenHours, carriedOverHours, carryOver, hourlyRatePence }: LeaveAccount,
  terms: Pick<SharingTerms, 'leaveNegativeBalance' | 'leaveOnCostPercent'>,
): LeaveValue {
  const outstandingHours = accrued.hours.plus(carriedOverHours).minus(takenHours);
  const floored = outstandingHours.isNegative && terms.leaveNegativeBalance === 'floor-at-zero';
  const settledHours = floored ? Fraction.zero : outstandingHours;
  const owedPence = costOfHours(settledHours, hourlyRatePence, terms);
  const outstanding = basisOf(
    LEAVE_OUTSTANDING,
    {
      carriedOverHours: exactText(carriedOverHours),
      ...(carryOver !== undefined && {
        carryOverReason: carryOver.reason,
        carryOverEvidence: carryOver.evidenceReference,
      }),
      takenHours: exactText(takenHours),
      outstandingHours: outstandingHours.toDecimal(4),
    },
    [accrued.basis],
  );
  return {
    outstandingHours,
    owedPence,
    basis: basisOf(
      LEAVE_VALUE,
      {
        outstandingHours: outstandingHours.toDecimal(4),
        negativeBalance: terms.leaveNegativeBalance,
        hourlyRatePence,
        onCostPercent: terms.leaveOnCostPercent,
        owedPence,
      },
      [outstanding],
    ),
  };
}

/** Exact hours at a rate with on-costs, in pence, half up once. */
export function costOfHours(
  hours: Fraction,
  hourlyRatePence: Pence,
  { leaveOnCostPercent }: Pick<SharingTerms, 'leaveOnCostPercent'>,
): Pence {
  const onCost = Fraction.one.plus(Fraction.parse(leaveOnCostPercent).dividedBy(100));
  return hours.times(hourlyRatePence).times(onCost).toPence();
}
