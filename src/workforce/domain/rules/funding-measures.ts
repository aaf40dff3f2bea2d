import type { MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { clip, daysIn, periodInWords, type Period } from '../../../kernel/period.js';
import type { SharingTerms } from '../case-setting.js';
import type { FundingPeriod } from '../employment.js';

type Unit = SharingTerms['redundancyUnit'];

/**
 * What each day of a funding period weighs where an agreement weighs hours or money: what was paid in the whole period,
 * spread evenly over its days. Nothing for the units of time.
 */
export function dayOf(recorded: FundingPeriod, unit: Unit): { readonly dayWeighs?: Fraction } {
  const { from, until } = recorded;
  const measure = measureOf(recorded, unit);
  if (measure === undefined || until === undefined) return {};
  return { dayWeighs: measure.dividedBy(daysIn({ from, until })) };
}

/** The hours or the money that the agreement's unit needs and that nobody has recorded. */
export function notMeasured(
  service: Period,
  recorded: readonly FundingPeriod[],
  unit: Unit,
): readonly MissingFact[] {
  if (!isMeasured(unit)) return [];
  return recorded.flatMap((each) => {
    const days = clip(service, each);
    if (days === undefined) return [];
    if (each.until !== undefined && measureOf(each, unit) !== undefined) return [];
    const what = unit === 'hours-paid' ? 'hours' : 'money';
    return [
      {
        fact: unit,
        reason: `The agreement shares by the ${what} paid, which nobody has recorded for ${periodInWords(days)}`,
        suppliedBy: 'payroll, through the council’s direct payment team',
      },
    ];
  });
}

/** True for a unit that is paid for, and false for a unit of time. */
export function isMeasured(unit: Unit): boolean {
  return unit === 'hours-paid' || unit === 'money-paid';
}

function measureOf({ hoursPaid, moneyPaidPence }: FundingPeriod, unit: Unit): Fraction | undefined {
  if (unit === 'hours-paid' && hoursPaid !== undefined) return Fraction.parse(hoursPaid);
  if (unit === 'money-paid' && moneyPaidPence !== undefined) return Fraction.of(moneyPaidPence);
  return undefined;
}
