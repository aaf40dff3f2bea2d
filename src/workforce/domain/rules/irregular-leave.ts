import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import {
  known,
  pending,
  refer,
  type Answer,
  type MissingFact,
  type Referral,
} from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { daysIn, period } from '../../../kernel/period.js';
import { latest, type PlainDate } from '../../../kernel/plain-date.js';
import type { IrregularLeaveStatement } from '../leave-statement.js';
import { AVERAGE_WEEK_MISSING, averageWeekLeave } from './average-week-leave.js';
import { exactText } from './exact-text.js';
import { accruesByPayPeriod, payPeriodAccrual } from './holiday/pay-period-accrual.js';
import { irregularAccrual, regularAccrual } from './leave-accrual.js';
import type { LeaveDifference } from './leave-difference.js';
import type { ExplainedValue } from './mapped-answer.js';

export const LEAVE_IN_ABSENCE: Rule = {
  code: 'LEAVE-IN-ABSENCE',
  version: 1,
  title:
    'Irregular-hours and part-year workers also accrue leave in sickness and statutory leave, as payroll worked it out',
  source: 'Working Time Regulations 1998 reg 15C: by the average hours of the 52 weeks before',
  certainty: 'sourced',
};

/** What the leave of irregular hours follows from. */
export type IrregularWork = Pick<
  IrregularLeaveStatement,
  'leaveYearFrom' | 'leaveYearUntil' | 'hoursByPayPeriod' | 'averageWeeklyHours' | 'daysWorked' | 'absences'
>;

/** Hours of leave with what they were compared with. */
export interface StatedLeave {
  readonly hours: Fraction;
  readonly differences: readonly LeaveDifference[];
}

const ROUNDS_TO_NOTHING: Referral = {
  code: 'rounding-leaves-no-leave',
  reason:
    'Rounded to whole hours in each pay period, as the regulations have it, the work that was done gives no leave at all',
  referTo: 'an employment adviser',
};

export const HOURS_OF_DAYS_MISSING: MissingFact = {
  fact: 'hours-by-pay-period',
  reason:
    'Days of work are stated and no hours that were worked on them, so the leave, or whether it is near the cap of 28 days, cannot be told',
  suppliedBy: 'payroll, through the council’s direct payment team',
};

/** The hours that are stated of all pay periods; none where no pay period is. */
export function hoursWorked({ hoursByPayPeriod }: Pick<IrregularWork, 'hoursByPayPeriod'>): Fraction {
  return Fraction.sum(hoursByPayPeriod.map((hours) => Fraction.parse(hours)));
}

/**
 * Leave of irregular hours and of part of a year that has accrued before a day. What counts is the day on which the leave
 * year began: from 1 April 2024 it is 12.07% of the hours worked, kept exact; before, 5.6 average weeks a year, day by day.
 *
 * @returns pending for an old leave year without the average week, and for a later one with days of work without hours; referred
 *   when rounding leaves nothing of some leave
 */
export function irregularLeave(
  statement: IrregularWork,
  startedOn: PlainDate,
  cutOff: PlainDate,
): Answer<StatedLeave> {
  const { leaveYearFrom, leaveYearUntil, averageWeeklyHours } = statement;
  if (accruesByPayPeriod(leaveYearFrom)) return byPayPeriod(statement, startedOn, cutOff);
  if (averageWeeklyHours === undefined) return pending(AVERAGE_WEEK_MISSING);
  const { hours, basis } = regularAccrual(
    averageWeekLeave(Fraction.parse(averageWeeklyHours)),
    period(leaveYearFrom, leaveYearUntil),
    startedOn,
    cutOff,
  );
  const withAbsences = plusAbsences({ value: hours, basis }, statement);
  return known({ hours: withAbsences.value, differences: [] }, withAbsences.basis);
}

function byPayPeriod(statement: IrregularWork, startedOn: PlainDate, cutOff: PlainDate): Answer<StatedLeave> {
  const { daysWorked = 0 } = statement;
  if (daysWorked > 0 && hoursWorked(statement).isZero) return pending(HOURS_OF_DAYS_MISSING);
  const worked = statement.hoursByPayPeriod.map((hours) => Fraction.parse(hours));
  const exact = irregularAccrual(worked);
  const rounded = payPeriodAccrual(worked);
  const kept = plusAbsences({ value: exact.hours, basis: exact.basis }, statement);
  const whole = plusAbsences({ value: Fraction.of(rounded.totalHours), basis: rounded.basis }, statement);
  if (rounded.refer !== undefined) {
    return refer(
      [ROUNDS_TO_NOTHING],
      [
        { reading: '12.07% kept exact', value: { hours: kept.value, differences: [] }, basis: kept.basis },
        {
          reading: '12.07% rounded to whole hours in each pay period',
          value: { hours: whole.value, differences: [] },
          basis: whole.basis,
        },
      ],
    );
  }
  const differences = [
    ...roundingDifference(kept.value, whole.value),
    ...capNotChecked(statement, startedOn, cutOff),
  ];
  return known({ hours: kept.value, differences }, kept.basis);
}

function roundingDifference(exact: Fraction, whole: Fraction): readonly LeaveDifference[] {
  if (exact.equals(whole)) return [];
  const [followed, instead] = [exactText(exact), exactText(whole)];
  return [
    {
      code: 'whole-hours-differ',
      reason: `12.07% is kept exact at ${followed} hours; rounded to whole hours in each pay period it is ${instead}`,
      followed,
      instead,
    },
  ];
}

// 28 days of leave follow from 232 days of work: 12.07% of fewer is less.
const DAYS_THAT_REACH_THE_CAP = 232;

function capNotChecked(
  { daysWorked, leaveYearFrom }: IrregularWork,
  startedOn: PlainDate,
  cutOff: PlainDate,
): readonly LeaveDifference[] {
  const from = latest(leaveYearFrom, startedOn);
  if (daysWorked !== undefined || cutOff <= from) return [];
  const days = daysIn(period(from, cutOff));
  if (days < DAYS_THAT_REACH_THE_CAP) return [];
  return [
    {
      code: 'cap-not-checked',
      reason:
        'Leave is at most 28 days a year, which needs the days that were worked to be told; they are not stated, so no cap was applied',
      followed: 'no cap',
      instead: '28 days',
    },
  ];
}

function plusAbsences(
  { value, basis }: ExplainedValue<Fraction>,
  { absences = [] }: IrregularWork,
): ExplainedValue<Fraction> {
  if (absences.length === 0) return { value, basis };
  const inAbsence = Fraction.sum(absences.map(({ accruedHours }) => Fraction.parse(accruedHours)));
  const hours = value.plus(inAbsence);
  return { value: hours, basis: absenceBasis(absences, inAbsence, hours, basis) };
}

function absenceBasis(
  absences: NonNullable<IrregularLeaveStatement['absences']>,
  inAbsence: Fraction,
  hours: Fraction,
  from: Basis,
): Basis {
  const inputs = {
    absences: absences.map(({ kind }) => kind).join(', '),
    evidence: absences.map(({ evidenceReference }) => evidenceReference).join(', '),
    accruedInAbsenceHours: exactText(inAbsence),
    accruedHours: hours.toDecimal(4),
  };
  return basisOf(LEAVE_IN_ABSENCE, inputs, [from]);
}
