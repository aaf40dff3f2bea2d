import { Fraction } from '../../../../kernel/fraction.js';
import type { MissingFact } from '../../../../kernel/figure.js';
import { sumPence, type Pence } from '../../../../kernel/pence.js';
import type { Basis } from '../../../../kernel/basis.js';

/** A week's pay as an average of weeks that were paid. */
export interface AverageWeekPay {
  readonly weeksUsed: number;
  /** Exact pence a week, so that nothing is lost before it is multiplied. */
  readonly exactPence: Fraction;
  /** Half up to the penny, to be shown. */
  readonly weekPayPence: Pence;
  /** Why an adviser has to look at it, when one has to. */
  readonly refer?: string;
  readonly basis: Basis;
}

/** The most recent weeks in which anything was paid, at most so many. */
export function lastPaidWeeks(weeksMostRecentFirst: readonly Pence[], most: number): readonly Pence[] {
  return weeksMostRecentFirst.filter((paid) => paid > 0).slice(0, most);
}

/** The exact average, in pence a week, of at least one week. */
export function averageOf(weeks: readonly Pence[]): Fraction {
  return Fraction.of(sumPence(weeks), weeks.length);
}

export const NO_PAID_WEEK: MissingFact = {
  fact: 'paid-weeks',
  reason: 'No week with pay is recorded, so a week’s pay has no average',
  suppliedBy: 'payroll, or an employment adviser where nothing was ever paid',
};
