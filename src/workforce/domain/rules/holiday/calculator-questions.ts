import { Fraction } from '../../../../kernel/fraction.js';
import { includes } from '../../../../kernel/period.js';
import type { PlainDate } from '../../../../kernel/plain-date.js';
import { yearFrom } from './leave-year.js';
import { accruesByPayPeriod } from './pay-period-accrual.js';

/** What somebody has answered so far; a question that was not reached has no answer. Numbers are exact. */
export interface CalculatorAnswers {
  readonly basis?: 'days' | 'hours' | 'shifts' | 'annualised' | 'irregular';
  readonly daysPerWeek?: Fraction;
  readonly hoursPerWeek?: Fraction;
  readonly hoursPerShift?: Fraction;
  readonly shiftsPerPattern?: Fraction;
  readonly daysInPattern?: Fraction;
  readonly hoursInPayPeriod?: Fraction;
  readonly leaveYearStart?: PlainDate;
  readonly employmentStart?: PlainDate;
  readonly employmentEnd?: PlainDate;
}

export type CalculatorOutcome =
  'invalid_input' | 'next_question' | 'result' | 'ask_hours_in_pay_period' | 'ask_basis_of_calculation';

const NEEDED = {
  days: ['daysPerWeek'],
  hours: ['hoursPerWeek', 'daysPerWeek'],
  shifts: ['hoursPerShift', 'shiftsPerPattern', 'daysInPattern'],
  annualised: [],
} as const;

/**
 * What GOV.UK's calculator does with answers: it refuses one, asks on, or gives a result. Here, unlike in the sum itself,
 * the leave year must be the very one that holds the day on which the job begins or ends.
 *
 * Source: GOV.UK holiday entitlement calculator.
 */
export function calculatorOutcome(answers: CalculatorAnswers): CalculatorOutcome {
  if (hasImpossibleNumber(answers) || hasImpossibleDates(answers)) return 'invalid_input';
  const { basis } = answers;
  if (basis === undefined) return 'next_question';
  if (basis === 'irregular') return irregularOutcome(answers);
  return NEEDED[basis].every((answer) => answers[answer] !== undefined) ? 'result' : 'next_question';
}

function irregularOutcome({ leaveYearStart, hoursInPayPeriod }: CalculatorAnswers): CalculatorOutcome {
  if (leaveYearStart === undefined) return 'next_question';
  if (!accruesByPayPeriod(leaveYearStart)) return 'ask_basis_of_calculation';
  return hoursInPayPeriod === undefined ? 'ask_hours_in_pay_period' : 'result';
}

function hasImpossibleNumber(answers: CalculatorAnswers): boolean {
  const { daysPerWeek, hoursPerWeek, hoursPerShift, shiftsPerPattern, daysInPattern } = answers;
  return (
    !(isAtLeast(1, daysPerWeek) && isAtMost(7, daysPerWeek)) ||
    !(isAboveNothing(hoursPerWeek) && isAtMost(168, hoursPerWeek)) ||
    !(isAboveNothing(hoursPerShift) && isAtMost(24, hoursPerShift)) ||
    !(isAboveNothing(shiftsPerPattern) && isAboveNothing(daysInPattern)) ||
    !isAboveNothing(answers.hoursInPayPeriod) ||
    !isAtMost(24, ratio(hoursPerWeek, daysPerWeek)) ||
    !isAtMost(1, ratio(shiftsPerPattern, daysInPattern))
  );
}

function hasImpossibleDates({ leaveYearStart, employmentStart, employmentEnd }: CalculatorAnswers): boolean {
  return (
    !isInYearFrom(leaveYearStart, employmentStart) ||
    !isInYearFrom(leaveYearStart, employmentEnd) ||
    !isInYearFrom(employmentStart, employmentEnd)
  );
}

// What has no answer yet breaks no limit.

function isInYearFrom(firstDay: PlainDate | undefined, day: PlainDate | undefined): boolean {
  return firstDay === undefined || day === undefined || includes(yearFrom(firstDay), day);
}

function isAboveNothing(value: Fraction | undefined): boolean {
  return value === undefined || value.compare(Fraction.zero) > 0;
}

function isAtLeast(least: number, value: Fraction | undefined): boolean {
  return value === undefined || value.compare(Fraction.of(least)) >= 0;
}

function isAtMost(most: number, value: Fraction | undefined): boolean {
  return value === undefined || value.compare(Fraction.of(most)) <= 0;
}

function ratio(top: Fraction | undefined, bottom: Fraction | undefined): Fraction | undefined {
  return top === undefined || bottom === undefined || bottom.isZero ? undefined : top.dividedBy(bottom);
}
