import { basisOf, type Rule } from '../../../kernel/basis.js';
import { known, pending, refer, type Answer } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { LeaveStatement, RegularLeaveStatement } from '../leave-statement.js';
import { exactText } from './exact-text.js';
import { firstYearTiming } from './first-year-timing.js';
import {
  HOURS_OF_DAYS_MISSING,
  hoursWorked,
  irregularLeave,
  type IrregularWork,
  type StatedLeave,
} from './irregular-leave.js';
import { regularAccrual } from './leave-accrual.js';
import { mayBeNearCap, referredNearCap } from './leave-cap.js';
import type { LeaveDifference } from './leave-difference.js';
import { yearsLeave } from './leave-entitlement.js';

export const ACCRUAL_STATED: Rule = {
  code: 'LEAVE-ACCRUAL-STATED',
  version: 1,
  title:
    'What had accrued on the day of liability is as payroll states it; a difference from the rules is shown',
  source: 'Local agreement, leave at the transfer: payroll’s figure is followed and a difference is shown',
  certainty: 'product-decision',
};

/**
 * The hours of leave that a statement says had accrued on the day of liability: payroll's own figure where it gives one,
 * and otherwise by the rules of the method. The difference between the two is shown, never dropped.
 */
export function accrualOnLiability(
  statement: LeaveStatement,
  startedOn: PlainDate,
  cutOff: PlainDate,
): Answer<StatedLeave> {
  const byRules = workedOutAccrual(statement, startedOn, cutOff);
  const followed = statement.accruedHours === undefined ? byRules : asStated(statement.accruedHours, byRules);
  return statement.method === 'regular' ? followed : capped(followed, statement);
}

/** The hours of leave that the rules of the statement's method give for the leave year up to a day. */
export function workedOutAccrual(
  statement: LeaveStatement,
  startedOn: PlainDate,
  cutOff: PlainDate,
): Answer<StatedLeave> {
  switch (statement.method) {
    case 'regular':
      return regularLeave(statement, startedOn, cutOff);
    case 'irregular-hours':
    case 'part-year':
      return irregularLeave(statement, startedOn, cutOff);
  }
}

function regularLeave(
  statement: RegularLeaveStatement,
  startedOn: PlainDate,
  cutOff: PlainDate,
): Answer<StatedLeave> {
  const entitlement = yearsLeave(statement);
  const year = period(statement.leaveYearFrom, statement.leaveYearUntil);
  const { hours, basis } = regularAccrual(entitlement, year, startedOn, cutOff);
  const timing = firstYearTiming(statement, startedOn, cutOff);
  return known(
    { hours, differences: [...entitlement.differences, ...timing.differences] },
    timing.basis === undefined ? basis : { ...basis, from: [...basis.from, timing.basis] },
  );
}

/** Payroll's figure settles what the rules leave open, such as a rounding. */
function asStated(accruedHours: string, byRules: Answer<StatedLeave>): Answer<StatedLeave> {
  const hours = Fraction.parse(accruedHours);
  const worked = workedOut(byRules);
  const inputs = {
    accruedHours: exactText(hours),
    ...(worked[0] !== undefined && { workedOutHours: worked[0].value.hours.toDecimal(4) }),
  };
  return known(
    { hours, differences: worked.flatMap(({ value }) => differencesFrom(hours, value)) },
    basisOf(
      ACCRUAL_STATED,
      inputs,
      worked.map(({ basis }) => basis),
    ),
  );
}

function workedOut(byRules: Answer<StatedLeave>) {
  switch (byRules.status) {
    case 'pending':
      return [];
    case 'known':
      return [byRules];
    case 'refer':
      return byRules.candidates;
  }
}

function differencesFrom(stated: Fraction, byRules: StatedLeave): readonly LeaveDifference[] {
  // How the exact hours would have been rounded no longer matters once payroll has said what it came to.
  const kept = byRules.differences.filter(({ code }) => code !== 'whole-hours-differ');
  if (stated.equals(byRules.hours)) return kept;
  const [followed, instead] = [exactText(stated), byRules.hours.toDecimal(4)];
  const reason = `Payroll states ${followed} hours accrued, the rules give ${instead}: payroll’s figure is followed`;
  return [...kept, { code: 'accrual-differs', reason, followed, instead }];
}

/**
 * Near the cap of 28 days the hours are an adviser's to settle. Without hours of the days that were worked there is no
 * average day to count the cap in: the leave is known while the days are too few to come near it, and pending from there.
 */
export function capped(answer: Answer<StatedLeave>, statement: IrregularWork): Answer<StatedLeave> {
  const { daysWorked } = statement;
  if (answer.status !== 'known' || daysWorked === undefined) return answer;
  const worked = hoursWorked(statement);
  if (worked.isZero) return mayBeNearCap(daysWorked) ? pending(HOURS_OF_DAYS_MISSING) : answer;
  const { hours, differences } = answer.value;
  const referred = referredNearCap(hours, answer.basis, { hours: worked, days: daysWorked });
  if (referred === undefined) return answer;
  return refer(
    referred.referrals,
    referred.candidates.map(({ value, ...candidate }) => ({
      ...candidate,
      value: { hours: value, differences },
    })),
  );
}
