import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { completeMonths, completeYears } from './service-years.js';

export const STATUTORY_NOTICE: Rule = {
  code: 'NOTICE-STATUTORY-WEEKS',
  version: 1,
  title:
    'From the employer: one week after a month of service, one for each complete year from two years, at most twelve',
  source: 'Employment Rights Act 1996 s.86(1)',
  certainty: 'sourced',
};

export const NOTICE_RUNS_FROM_NEXT_DAY: Rule = {
  code: 'NOTICE-RUNS-FROM-NEXT-DAY',
  version: 1,
  title: 'Notice runs from the day after it is given',
  source: 'Pacitti Jones v O’Brien [2005] CSIH 56',
  certainty: 'sourced',
};

const MOST_WEEKS = 12;
const DAYS_IN_WEEK = 7;

/** The least notice that an employer must give. */
export interface StatutoryNotice {
  /** Complete years of service on the day that notice is given. */
  readonly completeYears: number;
  readonly weeks: number;
  /** The last day of the notice if it is given on that day; the same day where the statute asks for none. */
  readonly earliestExpiry: PlainDate;
  readonly basis: Basis;
}

/**
 * The statutory minimum notice from the employer, in weeks, by the service on the day that it is given, which counts as a
 * day of service. A longer notice in the contract wins; it is not looked at here.
 */
export function statutoryNotice(startedOn: PlainDate, givenOn: PlainDate): StatutoryNotice {
  const months = completeMonths(startedOn, givenOn);
  const years = completeYears(startedOn, givenOn);
  const weeks = months < 1 ? 0 : Math.min(MOST_WEEKS, Math.max(1, years));
  const earliestExpiry = addDays(givenOn, weeks * DAYS_IN_WEEK);
  const entitlement = basisOf(STATUTORY_NOTICE, {
    startedOn,
    givenOn,
    completeMonths: months,
    completeYears: years,
    weeks,
  });
  return {
    completeYears: years,
    weeks,
    earliestExpiry,
    basis: basisOf(NOTICE_RUNS_FROM_NEXT_DAY, { givenOn, earliestExpiry }, [entitlement]),
  };
}
