import { Fraction } from '../../../../kernel/fraction.js';
import { CALCULATOR_RULE, type Arithmetic } from './calculator-arithmetic.js';
import { holidayEntitlement, hoursOfAverageDay, type WorkPattern } from './entitlement.js';
import type { PartOfYear } from './part-of-year.js';

/** Hours and minutes of an hour figure that is a whole number of minutes. */
export type HoursAndMinutes = readonly [hours: number, minutes: number];

const HALF = Fraction.of(1, 2);
const TENTH = Fraction.of(1, 10);
const HUNDREDTH = Fraction.of(1, 100);

/** The smallest multiple of a step that is not below the value. An employer may round leave up, and never down. */
export function upTo(step: Fraction, value: Fraction): Fraction {
  return step.times(value.dividedBy(step).ceiling());
}

/**
 * Leave as GOV.UK's calculator shows it: rounded up to one decimal, or to two for a leaver's
 * shifts and for weeks of less than a year. A starter's days and shifts go up to the next half first, and a starter's hours are those of the half days.
 * Decimals that are all 0 are left out; 3.60 keeps its 0.
 *
 * Source: GOV.UK holiday entitlement calculator.
 *
 * @param arithmetic `CALCULATOR_PROGRAM` gives what the calculator's page printed where it departs from its own rule
 * @throws InvalidValue as `holidayEntitlement` does
 */
export function displayedLeave(
  pattern: WorkPattern,
  part: PartOfYear,
  arithmetic: Arithmetic = CALCULATOR_RULE,
): string {
  switch (pattern.basis) {
    case 'days':
      return upToDecimals(daysOrShifts(pattern, part, arithmetic), 1);
    case 'hours':
      return upToDecimals(hoursToShow(pattern, part, arithmetic), 1);
    case 'shifts':
      return upToDecimals(daysOrShifts(pattern, part, arithmetic), isLeaver(part) ? 2 : 1);
    case 'annualised':
      return displayedWeeks(part, arithmetic);
  }
}

/** Weeks of leave as the calculator shows them: up to one decimal for a full year, up to two for a part of one. */
export function displayedWeeks(part: PartOfYear, arithmetic: Arithmetic = CALCULATOR_RULE): string {
  const { amount } = holidayEntitlement({ basis: 'annualised' }, part, arithmetic);
  return upToDecimals(amount, part.period === 'full-year' ? 1 : 2);
}

/** A starter's days of leave, up to the next half day, from which the calculator works out hours. */
export function daysAfterHalfDayRounding(
  { daysPerWeek }: { readonly daysPerWeek: Fraction },
  part: PartOfYear,
): Fraction {
  return daysOrShifts({ basis: 'days', daysPerWeek }, part, CALCULATOR_RULE);
}

/** Hours of leave in hours and minutes, from the figure with one decimal: the minutes are multiples of six. */
export function displayedHoursAndMinutes(
  pattern: Extract<WorkPattern, { basis: 'hours' }>,
  part: PartOfYear,
  arithmetic: Arithmetic = CALCULATOR_RULE,
): HoursAndMinutes {
  return hoursAndMinutes(upTo(TENTH, hoursToShow(pattern, part, arithmetic)));
}

/** The average day of compressed hours, up to the next minute. */
export function displayedAverageDay(
  pattern: Extract<WorkPattern, { basis: 'hours' }>,
  arithmetic: Arithmetic = CALCULATOR_RULE,
): HoursAndMinutes {
  return hoursAndMinutes(hoursOfAverageDay(pattern, arithmetic));
}

/** A number up to so many decimals, as text; decimals that are all 0 are left out. */
export function upToDecimals(value: Fraction, places: 1 | 2): string {
  return upTo(places === 1 ? TENTH : HUNDREDTH, value)
    .toDecimal(places)
    .replace(/\.0+$/, '');
}

function isLeaver({ period }: PartOfYear): boolean {
  return period === 'leaving' || period === 'starting-and-leaving';
}

function daysOrShifts(pattern: WorkPattern, part: PartOfYear, arithmetic: Arithmetic): Fraction {
  // The calculator keeps days to ten decimals, which takes any trace of its program off them again.
  const steps = pattern.basis === 'days' ? CALCULATOR_RULE : arithmetic;
  const { amount } = holidayEntitlement(pattern, part, steps);
  return part.period === 'starting' ? upTo(HALF, amount) : amount;
}

function hoursToShow(
  pattern: Extract<WorkPattern, { basis: 'hours' }>,
  part: PartOfYear,
  arithmetic: Arithmetic,
): Fraction {
  if (part.period === 'starting') {
    return daysAfterHalfDayRounding(pattern, part).times(hoursOfAverageDay(pattern));
  }
  // The program's trace is in the hours of leavers alone; those of a full year and of starters come out by its rule.
  return holidayEntitlement(pattern, part, isLeaver(part) ? arithmetic : CALCULATOR_RULE).amount;
}

function hoursAndMinutes(hours: Fraction): HoursAndMinutes {
  const minutes = hours.times(60).ceiling();
  return [Number(minutes / 60n), Number(minutes % 60n)];
}
