import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { daysIn, period, type Period } from '../../../kernel/period.js';
import { earliest, latest, plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import { exactText } from './exact-text.js';

export const ACCRUAL_REGULAR: Rule = {
  code: 'LEAVE-ACCRUAL-REGULAR',
  version: 1,
  title:
    'Leave accrues day by day: the year’s entitlement times the days that have passed, over the days of the leave year',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
};

export const ACCRUAL_IRREGULAR: Rule = {
  code: 'LEAVE-ACCRUAL-IRREGULAR',
  version: 1,
  title:
    '12.07% of the hours worked in each pay period, kept exact; payroll’s rounding of an hour may differ',
  source: 'Working Time Regulations 1998 regs 15B-15F, as described by GOV.UK and payroll firms',
  certainty: 'unverified',
};

/** The first day of leave years that the 12.07% method applies to (SI 2023/1426). */
export const IRREGULAR_METHOD_FROM = plainDate('2024-04-01');

/** 5.6 weeks of leave over the other 46.4 weeks of the year, as the regulations round it. */
export const IRREGULAR_ACCRUAL_RATE = Fraction.parse('0.1207');

export interface AccruedHours {
  /** Exact hours; rounded only where they are shown. */
  readonly hours: Fraction;
  readonly basis: Basis;
}

/**
 * Leave of regular hours that has accrued before a day, in hours. It is exactly in proportion to days, so that leave before
 * and after any day sums to the whole.
 *
 * @param yearsLeave the leave of a whole leave year, in hours
 * @param leaveYear all days of the leave year, 365 or 366 for a whole one
 * @param startedOn the job's first day; leave accrues from it when it is in the leave year
 * @param cutOff the first day on which leave no longer accrues to the council
 */
export function regularAccrual(
  yearsLeave: AccruedHours,
  leaveYear: Period,
  startedOn: PlainDate,
  cutOff: PlainDate,
): AccruedHours {
  const from = earliest(latest(leaveYear.from, startedOn), leaveYear.until);
  const elapsed = daysIn(period(from, latest(from, earliest(cutOff, leaveYear.until))));
  const hours = yearsLeave.hours.times(elapsed).dividedBy(daysIn(leaveYear));
  return {
    hours,
    basis: basisOf(
      ACCRUAL_REGULAR,
      {
        yearHours: exactText(yearsLeave.hours),
        leaveYearFrom: leaveYear.from,
        accruesFrom: from,
        cutOff,
        elapsedDays: elapsed,
        daysInLeaveYear: daysIn(leaveYear),
        accruedHours: hours.toDecimal(4),
      },
      [yearsLeave.basis],
    ),
  };
}

/** Leave of irregular hours, in hours: the rate times the hours worked in the pay periods before the cut-off. */
export function irregularAccrual(
  hoursByPayPeriod: readonly Fraction[],
  rate: Fraction = IRREGULAR_ACCRUAL_RATE,
): AccruedHours {
  const worked = Fraction.sum(hoursByPayPeriod);
  const hours = worked.times(rate);
  return {
    hours,
    basis: basisOf(ACCRUAL_IRREGULAR, {
      payPeriods: hoursByPayPeriod.length,
      hoursWorked: exactText(worked),
      rate: exactText(rate),
      accruedHours: hours.toDecimal(4),
    }),
  };
}
