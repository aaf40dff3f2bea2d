import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import type { RegularLeaveStatement } from '../leave-statement.js';
import { exactText } from './exact-text.js';
import { holidayEntitlement } from './holiday/entitlement.js';
import type { LeaveDifference } from './leave-difference.js';
import { hoursOfUnit, workPatternOf } from './statement-pattern.js';

export const ENTITLEMENT_STATED: Rule = {
  code: 'LEAVE-ENTITLEMENT-STATED',
  version: 1,
  title: 'The hours of leave in a year are payroll’s weeks of leave times the contract hours a week',
  source: 'Local agreement, leave at the transfer: payroll’s figure is followed and a difference is shown',
  certainty: 'product-decision',
};

export const ENTITLEMENT_BY_PATTERN: Rule = {
  code: 'LEAVE-ENTITLEMENT-BY-PATTERN',
  version: 1,
  title: 'The hours of leave in a year are the statutory entitlement of the work pattern, in hours',
  source: 'Working Time Regulations 1998 regs 13, 13A; SI 2007/2079 reg 2',
  certainty: 'sourced',
};

/** The leave of a whole leave year, in exact hours. */
export interface YearsLeave {
  readonly hours: Fraction;
  readonly basis: Basis;
  readonly differences: readonly LeaveDifference[];
}

/**
 * The hours of leave in a whole year of regular work: what payroll says, and otherwise what the work pattern gives. Where
 * both are known and differ, payroll's figure is followed and the difference is shown, and said so when it is too low.
 *
 * @throws InvalidValue for a work pattern that cannot be, or without weeks and pattern; neither is ever recorded
 */
export function yearsLeave(statement: RegularLeaveStatement): YearsLeave {
  const byPattern = entitlementByPattern(statement);
  if (statement.entitlementWeeks === undefined) {
    if (byPattern === undefined) throw new TypeError('A statement has weeks of leave or a work pattern');
    return { ...byPattern, differences: [] };
  }
  const stated = statedEntitlement(
    Fraction.parse(statement.entitlementWeeks),
    Fraction.parse(statement.weeklyHours),
    byPattern,
  );
  return byPattern === undefined || byPattern.hours.equals(stated.hours)
    ? { ...stated, differences: [] }
    : { ...stated, differences: [difference(stated.hours, byPattern.hours)] };
}

/** Weeks of leave times hours a week. */
export function statedEntitlement(
  weeks: Fraction,
  hoursAWeek: Fraction,
  byPattern?: Omit<YearsLeave, 'differences'>,
): Omit<YearsLeave, 'differences'> {
  const hours = weeks.times(hoursAWeek);
  const inputs = {
    entitlementWeeks: exactText(weeks),
    weeklyHours: exactText(hoursAWeek),
    yearHours: exactText(hours),
  };
  return { hours, basis: basisOf(ENTITLEMENT_STATED, inputs, byPattern && [byPattern.basis]) };
}

function entitlementByPattern(statement: RegularLeaveStatement): Omit<YearsLeave, 'differences'> | undefined {
  const pattern = workPatternOf(statement);
  if (pattern === undefined) return undefined;
  const entitlement = holidayEntitlement(pattern, { period: 'full-year' });
  const hoursEach = hoursOfUnit(statement);
  const hours = entitlement.amount.times(hoursEach);
  const inputs = {
    workedIn: statement.workPattern?.kind ?? pattern.basis,
    hoursEach: exactText(hoursEach),
    yearHours: exactText(hours),
  };
  return { hours, basis: basisOf(ENTITLEMENT_BY_PATTERN, inputs, [entitlement.basis]) };
}

function difference(stated: Fraction, byPattern: Fraction): LeaveDifference {
  const texts = { followed: exactText(stated), instead: exactText(byPattern) };
  const figures = `Payroll gives ${texts.followed} hours of leave a year, the work pattern ${texts.instead} by the regulations`;
  return stated.compare(byPattern) < 0
    ? {
        code: 'entitlement-below-minimum',
        reason: `${figures}: payroll’s figure is followed though it is below the statutory minimum`,
        ...texts,
      }
    : { code: 'entitlement-differs', reason: `${figures}: payroll’s figure is followed`, ...texts };
}
