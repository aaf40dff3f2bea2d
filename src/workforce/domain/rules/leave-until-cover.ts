import { known, pending, type Answer, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import type { IrregularLeaveStatement, LeaveStatement } from '../leave-statement.js';
import { AVERAGE_WEEK_MISSING } from './average-week-leave.js';
import { accruesByPayPeriod } from './holiday/pay-period-accrual.js';
import type { StatedLeave } from './irregular-leave.js';
import { irregularAccrual } from './leave-accrual.js';
import { mappedAnswer } from './mapped-answer.js';
import { accrualOnLiability, workedOutAccrual } from './statement-accrual.js';

/** The days that the NHS body is liable for before the budget covers the person. */
export interface Bridging {
  readonly liableFrom: PlainDate;
  readonly coverStartsOn: PlainDate;
}

export const BUDGET_START_MISSING: MissingFact = {
  fact: 'budget-start',
  reason: 'The first day that the personal health budget covers is not known',
  suppliedBy: 'the ICB’s personal health budget team',
};

/** Hours up to the day of liability as the statement has them, and those of bridging by the rules. */
export function accruedUntilCover(
  statement: LeaveStatement,
  { startedOn }: EmploymentRecord,
  { liableFrom, coverStartsOn }: Bridging,
): Answer<StatedLeave> {
  if (coverStartsOn < liableFrom) return workedOutAccrual(statement, startedOn, coverStartsOn);
  if (coverStartsOn === liableFrom) return accrualOnLiability(statement, startedOn, liableFrom);
  const inBridging = accruesByWork(statement)
    ? byWorkInBridging(statement)
    : byDaysInBridging(statement, startedOn, { liableFrom, coverStartsOn });
  if (inBridging.status === 'pending') return inBridging;
  return mappedAnswer(
    accrualOnLiability(statement, startedOn, liableFrom),
    ({ hours, differences }, basis) => ({
      value: { hours: hours.plus(inBridging.value), differences },
      basis: { ...inBridging.basis, from: [...inBridging.basis.from, basis] },
    }),
  );
}

function accruesByWork(statement: LeaveStatement): statement is IrregularLeaveStatement {
  return statement.method !== 'regular' && accruesByPayPeriod(statement.leaveYearFrom);
}

function byWorkInBridging({ hoursByPayPeriodInBridging = [] }: IrregularLeaveStatement): Figure<Fraction> {
  const worked = hoursByPayPeriodInBridging.map((hours) => Fraction.parse(hours));
  const { hours, basis } = irregularAccrual(worked);
  return known(hours, basis);
}

function byDaysInBridging(
  statement: LeaveStatement,
  startedOn: PlainDate,
  { liableFrom, coverStartsOn }: Bridging,
): Figure<Fraction> {
  const before = workedOutAccrual(statement, startedOn, liableFrom);
  const until = workedOutAccrual(statement, startedOn, coverStartsOn);
  if (before.status !== 'known' || until.status !== 'known') return pending(AVERAGE_WEEK_MISSING);
  return known(until.value.hours.minus(before.value.hours), until.basis);
}

/** The facts of bridging that payroll has not stated: leave taken in it, and hours worked where leave follows from work. */
export function missingOfBridging(
  statement: LeaveStatement,
  { liableFrom, coverStartsOn }: Bridging,
): readonly MissingFact[] {
  if (coverStartsOn <= liableFrom) return [];
  const fact = (code: string, what: string): MissingFact => ({
    fact: code,
    reason: `${what} from the day of liability to the day before ${dateInWords(coverStartsOn)} is not stated`,
    suppliedBy: 'payroll, through the direct payment team',
  });
  return [
    ...(statement.takenInBridgingHours === undefined ? [fact('leave-taken-in-bridging', 'Leave taken')] : []),
    ...(accruesByWork(statement) && statement.hoursByPayPeriodInBridging === undefined
      ? [fact('hours-worked-in-bridging', 'What was worked')]
      : []),
  ];
}

/** Leave taken in the leave year up to the first day of the budget. */
export function takenUntilCover({ takenHours, takenInBridgingHours = '0' }: LeaveStatement): Fraction {
  return Fraction.parse(takenHours).plus(Fraction.parse(takenInBridgingHours));
}
