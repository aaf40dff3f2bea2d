import { basisOf, type Basis, type Rule } from '../../../../kernel/basis.js';
import { Fraction } from '../../../../kernel/fraction.js';
import { ZERO_PENCE, type Pence } from '../../../../kernel/pence.js';
import type { PlainDate } from '../../../../kernel/plain-date.js';
import { exactText } from '../exact-text.js';
import { holidayEntitlement } from './entitlement.js';

export const LEAVER_BALANCE: Rule = {
  code: 'HOLIDAY-LEAVER-BALANCE',
  version: 1,
  title:
    'On leaving, (A × B) − C: the year’s leave times the part of the leave year that has passed, less leave taken',
  source:
    'Working Time Regulations 1998 reg 14, of which the formula was not read; GOV.UK counts the last day as passed',
  certainty: 'unverified',
};

/** What a leaver's job and leave come to. Regular days; leave that was carried over is not in it. */
export interface LeaverFacts {
  readonly daysPerWeek: Fraction;
  /** Its day and month count. */
  readonly leaveYearStart: PlainDate;
  readonly lastDay: PlainDate;
  readonly takenDays: Fraction;
  /** Gross pay for a day of leave, in pence. */
  readonly dailyRatePence: Pence;
}

export interface LeaverBalance {
  /** A: days for the whole leave year, the cap of 28 applied. */
  readonly entitlementDays: Fraction;
  /** B: the part of the leave year that has passed. */
  readonly passed: Fraction;
  /** A × B, exact. */
  readonly accruedDays: Fraction;
  /** (A × B) − C; below zero when more was taken than had accrued. */
  readonly outstandingDays: Fraction;
  readonly isPaymentDue: boolean;
  /** Half up to the penny once, at the end; nothing when no payment is due. */
  readonly inLieuPence: Pence;
  /** Why an adviser has to look at it, when one has to. */
  readonly refer?: string;
  readonly basis: Basis;
}

/**
 * Leave that is outstanding when a job ends, and the pay in lieu of it. Exact: accrued leave is rounded up only where it is
 * shown, and not for pay.
 *
 * @throws InvalidValue for a week that `holidayEntitlement` refuses
 */
export function leaverBalance(facts: LeaverFacts): LeaverBalance {
  const { daysPerWeek, leaveYearStart, lastDay, takenDays, dailyRatePence } = facts;
  const leave = holidayEntitlement(
    { basis: 'days', daysPerWeek },
    { period: 'leaving', lastDay, leaveYearStart },
  );
  const balance = balanceOnLeaving({
    accrued: leave.amount,
    basis: leave.basis,
    taken: takenDays,
    carriedOver: Fraction.zero,
    ratePence: dailyRatePence,
  });
  const { outstanding: outstandingDays, ...money } = balance;
  return {
    entitlementDays: leave.fullYear,
    passed: leave.fractionOfYear,
    accruedDays: leave.amount,
    outstandingDays,
    ...money,
  };
}

/** Leave up to the last day, in days, hours, shifts or weeks, and gross pay for one of them in pence. */
export interface LeaveOnLeaving {
  readonly accrued: Fraction;
  readonly basis: Basis;
  readonly taken: Fraction;
  readonly carriedOver: Fraction;
  readonly ratePence: Pence;
}

export type BalanceOnLeaving = Pick<LeaverBalance, 'isPaymentDue' | 'inLieuPence' | 'refer' | 'basis'> & {
  /** In the unit of the leave; below zero when more was taken than had accrued. */
  readonly outstanding: Fraction;
};

/** What is outstanding of accrued and carried-over leave when a job ends, and the pay in lieu of it. */
export function balanceOnLeaving({
  accrued,
  basis,
  taken,
  carriedOver,
  ratePence,
}: LeaveOnLeaving): BalanceOnLeaving {
  const outstanding = accrued.plus(carriedOver).minus(taken);
  const isPaymentDue = outstanding.compare(Fraction.zero) > 0;
  const inLieuPence = isPaymentDue ? outstanding.times(ratePence).toPence() : ZERO_PENCE;
  const inputs = {
    taken: exactText(taken),
    carriedOver: exactText(carriedOver),
    outstanding: exactText(outstanding),
    ratePence,
    inLieuPence,
  };
  return {
    outstanding,
    isPaymentDue,
    inLieuPence,
    ...(outstanding.isNegative && {
      refer:
        'More leave was taken than had accrued: it can be claimed back only where a written agreement says so',
    }),
    basis: basisOf(LEAVER_BALANCE, inputs, [basis]),
  };
}
