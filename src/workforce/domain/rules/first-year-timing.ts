import type { Basis } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { addDays, addYears, monthsBetween, type PlainDate } from '../../../kernel/plain-date.js';
import type { RegularLeaveStatement } from '../leave-statement.js';
import { exactText } from './exact-text.js';
import { firstYearAccrual } from './holiday/first-year-accrual.js';
import type { LeaveDifference } from './leave-difference.js';

/** What the first year of a job says about leave: when it may be taken, and never how much is owed. */
export interface FirstYearTiming {
  readonly basis?: Basis;
  readonly differences: readonly LeaveDifference[];
}

/**
 * Whether more leave was taken by a day in the first year of a job than could be taken by then. Told in days, so only where
 * payroll says on how many days a week the PA works.
 */
export function firstYearTiming(
  statement: RegularLeaveStatement,
  startedOn: PlainDate,
  cutOff: PlainDate,
): FirstYearTiming {
  const { workPattern, weeklyHours, takenHours } = statement;
  if (workPattern === undefined || !('daysPerWeek' in workPattern)) return { differences: [] };
  if (cutOff <= startedOn || cutOff >= addYears(startedOn, 1)) return { differences: [] };
  const daysPerWeek = Fraction.parse(workPattern.daysPerWeek);
  // The first month has begun on the first day.
  const { mayTakeDays, basis } = firstYearAccrual(
    daysPerWeek,
    monthsBetween(startedOn, addDays(cutOff, -1)) + 1,
  );
  const mayTakeHours = mayTakeDays.times(Fraction.parse(weeklyHours)).dividedBy(daysPerWeek);
  const taken = Fraction.parse(takenHours);
  return {
    basis,
    differences: taken.compare(mayTakeHours) > 0 ? [tooEarly(taken, mayTakeHours)] : [],
  };
}

function tooEarly(taken: Fraction, mayTake: Fraction): LeaveDifference {
  const texts = { followed: exactText(taken), instead: exactText(mayTake) };
  return {
    code: 'taken-before-first-year-accrual',
    reason: `${texts.followed} hours of leave were taken where ${texts.instead} could be taken by then in the first year of the job: this limits when leave is taken and not what is owed`,
    ...texts,
  };
}
