import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import { Fraction } from '../../../kernel/fraction.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { ZERO_PENCE } from '../../../kernel/pence.js';
import { addYears, dateInWords } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { refuseNegative, refuseUnlessPaid } from '../field-checks.js';
import type { IrregularLeaveStatement, LeaveStatement, RegularLeaveStatement } from '../leave-statement.js';
import { holidayEntitlement, type WorkPattern } from '../rules/holiday/entitlement.js';
import { accruesByPayPeriod } from '../rules/holiday/pay-period-accrual.js';
import { IRREGULAR_METHOD_FROM } from '../rules/leave-accrual.js';
import { hoursOfUnit, workPatternOf } from '../rules/statement-pattern.js';

/**
 * @throws FieldRefused for an impossible leave year or work pattern, hours or money below nothing, no pay, or facts that
 * contradict each other.
 */
export function refuseUnlessPossible(statement: LeaveStatement): void {
  refuseUnlessLeaveYear(statement);
  refuseUnlessReference('/statementReference', statement.statementReference);
  refuseUnlessPaid(statement.hourlyRatePence);
  refuseNegativeNumbers('', statement, [
    'takenHours',
    'carriedOverHours',
    'accruedHours',
    'takenInBridgingHours',
  ]);
  refuseNegativeMoney(statement);
  switch (statement.method) {
    case 'regular':
      return refuseUnlessRegular(statement);
    case 'irregular-hours':
    case 'part-year':
      return refuseUnlessIrregular(statement);
  }
}

/**
 * Leave of another year counts only with the reason and the paper that says so.
 *
 * @throws FieldRefused for hours carried over without them, and for them without hours.
 */
export function refuseWithoutEvidence({ carriedOverHours = '0', carryOver }: LeaveStatement): void {
  const carried = !Fraction.parse(carriedOverHours).isZero;
  if (carried && carryOver === undefined) {
    throw new FieldRefused('/carryOver', 'required', 'Hours carried over need their reason and its evidence');
  }
  if (carryOver === undefined) return;
  if (!carried) {
    throw new FieldRefused('/carriedOverHours', 'required', 'A reason to carry leave over needs the hours');
  }
  refuseUnlessReference('/carryOver/evidenceReference', carryOver.evidenceReference);
}

function refuseUnlessLeaveYear({ leaveYearFrom, leaveYearUntil }: LeaveStatement): void {
  if (leaveYearUntil <= leaveYearFrom || leaveYearUntil > addYears(leaveYearFrom, 1)) {
    throw new FieldRefused(
      '/leaveYearLastDay',
      'not-a-leave-year',
      'A leave year has at least a day and at most a year',
    );
  }
}

function refuseUnlessRegular(statement: RegularLeaveStatement): void {
  refuseNegativeNumbers('', statement, ['entitlementWeeks', 'weeklyHours']);
  if (statement.entitlementWeeks === undefined && statement.workPattern === undefined) {
    throw new FieldRefused(
      '/entitlementWeeks',
      'required',
      'Give payroll’s weeks of leave a year, or the work pattern that they follow from',
    );
  }
  const pattern = workPatternOf(statement);
  if (pattern === undefined) return;
  try {
    holidayEntitlement(pattern, { period: 'full-year' });
    refuseUnlessShift(hoursOfUnit(statement), pattern.basis);
  } catch (fault) {
    if (!(fault instanceof InvalidValue)) throw fault;
    throw new FieldRefused('/workPattern', 'not-a-work-pattern', fault.message);
  }
}

function refuseUnlessIrregular(statement: IrregularLeaveStatement): void {
  const { absences = [], daysWorked, leaveYearFrom, rolledUpPay } = statement;
  refuseNegativeNumbers('/hoursByPayPeriod', Object.fromEntries(statement.hoursByPayPeriod.entries()));
  refuseNegativeNumbers(
    '/hoursByPayPeriodInBridging',
    Object.fromEntries((statement.hoursByPayPeriodInBridging ?? []).entries()),
  );
  refuseNegativeNumbers('', statement, ['averageWeeklyHours']);
  absences.forEach(({ accruedHours, evidenceReference }, index) => {
    refuseNegative(`/absences/${index}/accruedHours`, accruedHours);
    refuseUnlessReference(`/absences/${index}/evidenceReference`, evidenceReference);
  });
  if (daysWorked !== undefined) refuseUnlessDays(daysWorked, statement);
  if (rolledUpPay === true && !accruesByPayPeriod(leaveYearFrom)) {
    throw new FieldRefused(
      '/rolledUpPay',
      'not-yet-law',
      `Rolled-up holiday pay is lawful only in leave years that began on or after ${dateInWords(IRREGULAR_METHOD_FROM)}`,
    );
  }
}

function refuseUnlessShift(hours: Fraction, basis: WorkPattern['basis']): void {
  if (basis !== 'shifts') return;
  if (hours.compare(Fraction.zero) > 0 && hours.compare(Fraction.of(24)) <= 0) return;
  throw new FieldRefused('/workPattern/hoursPerShift', 'not-a-work-pattern', 'A shift has at most 24 hours');
}

/** No day has more than 24 hours, so that some hours need a day, and days below zero have no room even for none. */
function refuseUnlessDays(daysWorked: number, { hoursByPayPeriod }: IrregularLeaveStatement): void {
  const worked = Fraction.sum(hoursByPayPeriod.map((hours) => Fraction.parse(hours)));
  if (daysWorked > 366 || worked.compare(Fraction.of(24).times(daysWorked)) > 0) {
    throw new FieldRefused(
      '/daysWorked',
      'not-days-of-these-hours',
      'The hours cannot have been worked on so many days of a leave year',
    );
  }
}

function refuseNegativeMoney({
  unspentReservePence = ZERO_PENCE,
  paidOnTerminationPence = ZERO_PENCE,
  rateIncludesLeave,
}: LeaveStatement): void {
  const money = { unspentReserve: unspentReservePence, paidOnTermination: paidOnTerminationPence };
  for (const [field, amount] of Object.entries(money)) {
    if (amount < 0) throw new FieldRefused(`/${field}`, 'below-zero', 'This cannot be below zero');
  }
  if (unspentReservePence > 0 && !rateIncludesLeave) {
    throw new FieldRefused(
      '/unspentReserve',
      'not-wanted',
      'Only a rate that holds money for leave leaves a reserve of it in the account',
    );
  }
}

function refuseNegativeNumbers<Numbers extends object>(
  pointer: string,
  numbers: Numbers,
  names: readonly (keyof Numbers & string)[] = Object.keys(numbers) as (keyof Numbers & string)[],
): void {
  for (const name of names) {
    const value = numbers[name];
    if (typeof value === 'string') refuseNegative(`${pointer}/${name}`, value);
  }
}
