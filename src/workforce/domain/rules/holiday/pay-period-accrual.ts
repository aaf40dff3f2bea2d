import { basisOf, type Basis, type Rule } from '../../../../kernel/basis.js';
import { Fraction } from '../../../../kernel/fraction.js';
import { InvalidValue } from '../../../../kernel/invalid-value.js';
import type { PlainDate } from '../../../../kernel/plain-date.js';
import { exactText } from '../exact-text.js';
import { IRREGULAR_ACCRUAL_RATE, IRREGULAR_METHOD_FROM } from '../leave-accrual.js';

export const PAY_PERIOD_ACCRUAL: Rule = {
  code: 'HOLIDAY-PAY-PERIOD-ACCRUAL',
  version: 1,
  title:
    '12.07% of the hours worked in each pay period, on its last day; a part of an hour counts as an hour from 30 minutes',
  source: 'Working Time Regulations 1998 reg 15B, as described by solicitors and by GOV.UK’s calculator',
  certainty: 'unverified',
};

/** Leave of irregular-hours and part-year workers. */
export interface PayPeriodAccrual {
  /** Whole hours by pay period, as the regulations round them. */
  readonly hoursByPayPeriod: readonly bigint[];
  readonly totalHours: bigint;
  /** What 12.07% comes to before any rounding. */
  readonly exactHours: Fraction;
  /** Why an adviser has to look at it, when one has to. */
  readonly refer?: string;
  readonly basis: Basis;
}

/** True when leave accrues by 12.07%: what counts is the day on which the leave year began, not the day of the work. */
export function accruesByPayPeriod(leaveYearStartsOn: PlainDate): boolean {
  return leaveYearStartsOn >= IRREGULAR_METHOD_FROM;
}

/**
 * Leave, in hours, that irregular-hours and part-year workers accrue over pay periods of a leave year that began on or
 * after 1 April 2024. Each pay period is rounded by itself, half an hour up, so that short pay periods can gain or lose
 * much. The cap of 28 days a year is not applied: no source says how many hours it is.
 *
 * @param hoursWorked the hours worked in each pay period, exact
 * @throws InvalidValue for hours below nothing
 */
export function payPeriodAccrual(hoursWorked: readonly Fraction[]): PayPeriodAccrual {
  if (hoursWorked.some((hours) => hours.isNegative)) throw new InvalidValue('Hours worked are below nothing');
  const exact = hoursWorked.map((hours) => hours.times(IRREGULAR_ACCRUAL_RATE));
  const hoursByPayPeriod = exact.map((hours) => hours.roundedHalfUp());
  const totalHours = hoursByPayPeriod.reduce((total, hours) => total + hours, 0n);
  const exactHours = Fraction.sum(exact);
  const roundedAway = totalHours === 0n && !exactHours.isZero;
  return {
    hoursByPayPeriod,
    totalHours,
    exactHours,
    ...(roundedAway && {
      refer: 'Rounding in each pay period leaves no leave at all for work that was done',
    }),
    basis: basisOf(PAY_PERIOD_ACCRUAL, {
      payPeriods: hoursWorked.length,
      hoursWorked: exactText(Fraction.sum(hoursWorked)),
      rate: exactText(IRREGULAR_ACCRUAL_RATE),
      exactHours: exactText(exactHours),
      accruedHours: Number(totalHours),
    }),
  };
}
