import { basisOf, type Basis, type Rule } from '../../../../kernel/basis.js';
import { Fraction } from '../../../../kernel/fraction.js';
import { InvalidValue } from '../../../../kernel/invalid-value.js';
import { daysIn, includes, lastDayOf, periodOfDays, type Period } from '../../../../kernel/period.js';
import type { PlainDate } from '../../../../kernel/plain-date.js';
import { leaveYearHolding, yearFrom } from './leave-year.js';

const CALCULATOR = 'GOV.UK holiday entitlement calculator';

export const PART_OF_YEAR = {
  'full-year': {
    code: 'HOLIDAY-FULL-YEAR',
    version: 1,
    title: 'Somebody employed throughout the leave year has the whole entitlement',
    source: 'Working Time Regulations 1998 regs 13, 13A',
    certainty: 'sourced',
  },
  starting: {
    code: 'HOLIDAY-STARTER-MONTHS',
    version: 1,
    title:
      'A starter has one twelfth for each month from the first day, the month of the start counted whole',
    source: CALCULATOR,
    certainty: 'sourced',
  },
  leaving: {
    code: 'HOLIDAY-LEAVER-DAYS',
    version: 1,
    title: 'A leaver has the days from the start of the leave year to the last day, over 365 or 366',
    source: CALCULATOR,
    certainty: 'sourced',
  },
  'starting-and-leaving': {
    code: 'HOLIDAY-STARTER-AND-LEAVER-DAYS',
    version: 1,
    title:
      'A job within one year has its days, both ends counted, over the days of the year from its first day',
    source: CALCULATOR,
    certainty: 'sourced',
  },
} as const satisfies Record<string, Rule>;

/** How much of a leave year somebody is employed for. `leaveYearStart` gives the day and month; its year does not count. */
export type PartOfYear =
  | { readonly period: 'full-year' }
  | { readonly period: 'starting'; readonly startedOn: PlainDate; readonly leaveYearStart: PlainDate }
  | { readonly period: 'leaving'; readonly lastDay: PlainDate; readonly leaveYearStart: PlainDate }
  | { readonly period: 'starting-and-leaving'; readonly startedOn: PlainDate; readonly lastDay: PlainDate };

export interface FractionOfYear {
  /** Exact, above 0 and at most 1. */
  readonly value: Fraction;
  readonly basis: Basis;
}

/**
 * The fraction of the year's leave that part of a leave year gives. Starters and leavers are worked out by different
 * arithmetic: months for the one, days for the other. The statute speaks of "the proportion of that leave year remaining"
 * (Working Time Regulations 1998 reg 13A(5)); the months are how the official calculator reads it, and an employer may
 * give the first month in proportion instead.
 *
 * @throws InvalidValue when a job within one year ends before it begins, or not within the year from its first day
 */
export function fractionOfYear(part: PartOfYear): FractionOfYear {
  switch (part.period) {
    case 'full-year':
      return { value: Fraction.one, basis: basisOf(PART_OF_YEAR['full-year'], { fractionOfYear: '1' }) };
    case 'starting': {
      const leaveYear = leaveYearHolding(part.startedOn, part.leaveYearStart);
      const months = monthsLeft(part.startedOn, lastDayOf(leaveYear));
      const value = Fraction.of(months, 12);
      const inputs = { startedOn: part.startedOn, leaveYearFrom: leaveYear.from, months };
      return {
        value,
        basis: basisOf(PART_OF_YEAR.starting, { ...inputs, fractionOfYear: value.toString() }),
      };
    }
    case 'leaving': {
      const leaveYear = leaveYearHolding(part.lastDay, part.leaveYearStart);
      return ofDays(PART_OF_YEAR.leaving, leaveYear, part.lastDay);
    }
    case 'starting-and-leaving': {
      const year = yearFrom(part.startedOn);
      if (!includes(year, part.lastDay)) {
        throw new InvalidValue(`${part.lastDay} is not within the year from ${part.startedOn}`);
      }
      return ofDays(PART_OF_YEAR['starting-and-leaving'], year, part.lastDay);
    }
  }
}

function ofDays(rule: Rule, year: Period, lastDay: PlainDate): FractionOfYear {
  const [days, daysInYear] = [daysIn(periodOfDays(year.from, lastDay)), daysIn(year)];
  const value = Fraction.of(days, daysInYear);
  const inputs = { from: year.from, lastDay, days, daysInYear };
  return { value, basis: basisOf(rule, { ...inputs, fractionOfYear: value.toString() }) };
}

/** Calendar months between the two, and one more when the last month reaches the day of the month of the start. */
function monthsLeft(startedOn: PlainDate, lastDay: PlainDate): number {
  const [startYear = 0, startMonth = 0, startDay = 0] = startedOn.split('-').map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = lastDay.split('-').map(Number);
  return (endYear - startYear) * 12 + endMonth - startMonth + (endDay >= startDay ? 1 : 0);
}
