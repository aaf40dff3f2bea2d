import { basisOf, type Basis, type Rule } from '../../../../kernel/basis.js';
import { Fraction } from '../../../../kernel/fraction.js';
import { InvalidValue } from '../../../../kernel/invalid-value.js';
import { exactText } from '../exact-text.js';
import { EXACT, type Arithmetic } from './calculator-arithmetic.js';
import { fractionOfYear, type PartOfYear } from './part-of-year.js';

export const HOLIDAY_ENTITLEMENT: Rule = {
  code: 'HOLIDAY-ENTITLEMENT',
  version: 1,
  title: '5.6 weeks of leave a year, at most 28 days, times the part of the leave year',
  source: 'Working Time Regulations 1998 regs 13, 13A; SI 2007/2079 reg 2',
  certainty: 'sourced',
};

export const WEEKS_A_YEAR = Fraction.parse('5.6');

/** 28 days are 5.6 weeks of 5 days: a sixth day of work adds none. */
export const MOST_DAYS_A_WEEK = Fraction.of(5);

/** Regular work. Numbers a week are exact; hours of compressed weeks are hours like others. */
export type WorkPattern =
  | { readonly basis: 'days'; readonly daysPerWeek: Fraction }
  | { readonly basis: 'hours'; readonly daysPerWeek: Fraction; readonly hoursPerWeek: Fraction }
  | { readonly basis: 'shifts'; readonly shiftsPerPattern: Fraction; readonly daysInPattern: Fraction }
  | { readonly basis: 'annualised' };

/** Leave in the unit that the work is counted in: days, hours, shifts, or weeks of annualised hours. */
export interface Entitlement {
  readonly unit: 'days' | 'hours' | 'shifts' | 'weeks';
  readonly amount: Fraction;
  /** The same leave for a whole year. */
  readonly fullYear: Fraction;
  readonly fractionOfYear: Fraction;
  readonly basis: Basis;
}

const UNITS = { days: 'days', hours: 'hours', shifts: 'shifts', annualised: 'weeks' } as const;

/**
 * Paid leave of regular work for a leave year or part of one. Exact: what is shown is rounded where it is shown, up and
 * never down. The entitlement includes bank holidays, and is there from the first day.
 *
 * @param arithmetic how steps are kept; only what reproduces a calculator's display gives another than the exact one
 * @throws InvalidValue for a week or a day that cannot be, or dates that `fractionOfYear` refuses
 */
export function holidayEntitlement(
  pattern: WorkPattern,
  part: PartOfYear,
  arithmetic: Arithmetic = EXACT,
): Entitlement {
  const year = fractionOfYear(part);
  const fraction = arithmetic.quotient(year.value);
  const fullYear = WEEKS_A_YEAR.times(unitsPerWeek(pattern, arithmetic));
  const amount = fullYear.times(fraction);
  const unit = UNITS[pattern.basis];
  return {
    unit,
    amount,
    fullYear,
    fractionOfYear: fraction,
    basis: basisOf(HOLIDAY_ENTITLEMENT, { ...inText(pattern), unit, amount: exactText(amount) }, [
      year.basis,
    ]),
  };
}

/** Days, hours or shifts that count in a week, at most those of five days; one week of annualised hours. */
function unitsPerWeek(pattern: WorkPattern, arithmetic: Arithmetic): Fraction {
  switch (pattern.basis) {
    case 'days':
      return countedDays(pattern.daysPerWeek);
    case 'hours':
      return countedDays(pattern.daysPerWeek).times(hoursOfAverageDay(pattern, arithmetic));
    case 'shifts':
      return least(shiftsPerWeek(pattern, arithmetic), MOST_DAYS_A_WEEK);
    case 'annualised':
      return Fraction.one;
  }
}

/**
 * Hours of a day's leave: the week's hours over the days on which they are worked.
 *
 * @throws InvalidValue for more than 24 hours a day
 */
export function hoursOfAverageDay(
  { daysPerWeek, hoursPerWeek }: Extract<WorkPattern, { basis: 'hours' }>,
  arithmetic: Arithmetic = EXACT,
): Fraction {
  within('Days a week', daysPerWeek, 7);
  const hours = hoursPerWeek.dividedBy(daysPerWeek);
  within('Hours a day', hours, 24);
  return arithmetic.quotient(hours);
}

function countedDays(daysPerWeek: Fraction): Fraction {
  within('Days a week', daysPerWeek, 7);
  return least(daysPerWeek, MOST_DAYS_A_WEEK);
}

function shiftsPerWeek(
  { shiftsPerPattern, daysInPattern }: Extract<WorkPattern, { basis: 'shifts' }>,
  arithmetic: Arithmetic,
): Fraction {
  if (daysInPattern.compare(Fraction.zero) <= 0) throw new InvalidValue('A shift pattern has no days');
  const shiftsADay = shiftsPerPattern.dividedBy(daysInPattern);
  within('Shifts a day', shiftsADay, 1);
  return arithmetic.shiftsPerWeek(shiftsADay.times(7));
}

function within(what: string, value: Fraction, most: number): void {
  if (value.compare(Fraction.zero) > 0 && value.compare(Fraction.of(most)) <= 0) return;
  throw new InvalidValue(`${what} are ${exactText(value)}, which is not above 0 and at most ${most}`);
}

function least(left: Fraction, right: Fraction): Fraction {
  return left.compare(right) <= 0 ? left : right;
}

function inText({ basis, ...numbers }: WorkPattern): Record<string, string> {
  const texts = Object.entries(numbers).map(([name, number]) => [name, exactText(number)]);
  return { workedIn: basis, ...(Object.fromEntries(texts) as Record<string, string>) };
}
