import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, type Answer, type Figure } from '../../../kernel/figure.js';
import type { Fraction } from '../../../kernel/fraction.js';
import { includes, type Period } from '../../../kernel/period.js';
import { addDays, monthsBetween, type PlainDate } from '../../../kernel/plain-date.js';
import type { Pence } from '../../../kernel/pence.js';
import { exactText } from './exact-text.js';
import {
  displayedAverageDay,
  displayedHoursAndMinutes,
  displayedLeave,
  type HoursAndMinutes,
} from './holiday/calculator-display.js';
import { holidayEntitlement, type WorkPattern } from './holiday/entitlement.js';
import { firstYearAccrual, type FirstYearAccrual } from './holiday/first-year-accrual.js';
import { balanceOnLeaving } from './holiday/leaver-balance.js';
import type { PartOfYear } from './holiday/part-of-year.js';
import { irregularLeave, type IrregularWork } from './irregular-leave.js';
import { regularAccrual } from './leave-accrual.js';
import { mappedAnswer } from './mapped-answer.js';
import { capped } from './statement-accrual.js';

export const LEAVE_APPORTIONED: Rule = {
  code: 'LEAVE-APPORTIONED',
  version: 1,
  title: 'Leave before and from a cut-off is in proportion to days, and both parts sum to the whole',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
};

export type CalculatedWork =
  | { readonly regular: WorkPattern }
  | { readonly irregular: Omit<IrregularWork, 'leaveYearFrom' | 'leaveYearUntil'> };

/** A leave year of somebody, with what is asked about it. Amounts are in the unit that the work is counted in. */
export interface LeaveQuestion {
  readonly work: CalculatedWork;
  readonly leaveYear: Period;
  readonly startedOn?: PlainDate;
  readonly lastDay?: PlainDate;
}

export interface CalculatedLeave {
  readonly unit: 'days' | 'hours' | 'shifts' | 'weeks';
  readonly amount: Fraction;
  /** What GOV.UK's calculator shows for it. */
  readonly govUk?: {
    readonly shown: string;
    readonly inHoursAndMinutes?: HoursAndMinutes;
    readonly averageDay?: HoursAndMinutes;
  };
}

/** Leave that is due for the leave year or the part of it that somebody is employed for. */
export function leaveDue({ work, leaveYear, startedOn, lastDay }: LeaveQuestion): Answer<CalculatedLeave> {
  const part = partOf(leaveYear, startedOn, lastDay);
  if ('irregular' in work) {
    const facts = { ...work.irregular, leaveYearFrom: leaveYear.from, leaveYearUntil: leaveYear.until };
    const until = lastDay === undefined ? leaveYear.until : addDays(lastDay, 1);
    const accrued = capped(irregularLeave(facts, startedOn ?? leaveYear.from, until), facts);
    return mappedAnswer(accrued, ({ hours }, basis) => ({ value: { unit: 'hours', amount: hours }, basis }));
  }
  const { unit, amount, basis } = holidayEntitlement(work.regular, part);
  return known({ unit, amount, govUk: displayOf(work.regular, part) }, basis);
}

/** Days that may be taken by a day in the first year of a job; nothing for work that is not counted in days of a week. */
export function leaveOfFirstYear(
  { work }: LeaveQuestion,
  startedOn: PlainDate,
  asAt: PlainDate,
): FirstYearAccrual | undefined {
  if (!('regular' in work) || !('daysPerWeek' in work.regular)) return undefined;
  return firstYearAccrual(work.regular.daysPerWeek, Math.min(12, monthsBetween(startedOn, asAt) + 1));
}

export interface LeaveParts {
  readonly unit: CalculatedLeave['unit'];
  readonly before: Fraction;
  readonly from: Fraction;
}

/** The leave of the days before a cut-off and of those from it. The two sum to the leave of all the days, exactly. */
export function leaveApportioned(
  pattern: WorkPattern,
  { leaveYear, startedOn = leaveYear.from, lastDay }: LeaveQuestion,
  cutOff: PlainDate,
): Figure<LeaveParts> {
  const { unit, fullYear, basis } = holidayEntitlement(pattern, { period: 'full-year' });
  const accruedBefore = (day: PlainDate) =>
    regularAccrual({ hours: fullYear, basis }, leaveYear, startedOn, day);
  const until = lastDay === undefined ? leaveYear.until : addDays(lastDay, 1);
  const whole = accruedBefore(until);
  const before = accruedBefore(cutOff < until ? cutOff : until);
  const parts = { unit, before: before.hours, from: whole.hours.minus(before.hours) };
  const inputs = { unit, cutOff, before: exactText(parts.before), from: exactText(parts.from) };
  return known(parts, basisOf(LEAVE_APPORTIONED, inputs, [whole.basis]));
}

export interface LeaveOnLast {
  readonly unit: CalculatedLeave['unit'];
  readonly accrued: Fraction;
  readonly outstanding: Fraction;
  readonly inLieuPence: Pence;
  /** Why an adviser has to look at it, when one has to. */
  readonly refer?: string;
}

/** What is outstanding on the last day, with what was carried over, and the pay in lieu of it. */
export function leaveOnLeaving(
  due: Answer<CalculatedLeave>,
  facts: { readonly taken: Fraction; readonly carriedOver: Fraction; readonly ratePence: Pence },
): Answer<LeaveOnLast> {
  return mappedAnswer(due, ({ unit, amount }, from: Basis) => {
    const { outstanding, inLieuPence, refer, basis } = balanceOnLeaving({
      ...facts,
      accrued: amount,
      basis: from,
    });
    return {
      value: { unit, accrued: amount, outstanding, inLieuPence, ...(refer !== undefined && { refer }) },
      basis,
    };
  });
}

function partOf(leaveYear: Period, startedOn?: PlainDate, lastDay?: PlainDate): PartOfYear {
  const starts = startedOn !== undefined && startedOn > leaveYear.from && includes(leaveYear, startedOn);
  const leaveYearStart = leaveYear.from;
  if (starts) {
    return lastDay === undefined
      ? { period: 'starting', startedOn, leaveYearStart }
      : { period: 'starting-and-leaving', startedOn, lastDay };
  }
  return lastDay === undefined ? { period: 'full-year' } : { period: 'leaving', lastDay, leaveYearStart };
}

function displayOf(pattern: WorkPattern, part: PartOfYear): NonNullable<CalculatedLeave['govUk']> {
  const shown = displayedLeave(pattern, part);
  return pattern.basis === 'hours'
    ? {
        shown,
        inHoursAndMinutes: displayedHoursAndMinutes(pattern, part),
        averageDay: displayedAverageDay(pattern),
      }
    : { shown };
}
