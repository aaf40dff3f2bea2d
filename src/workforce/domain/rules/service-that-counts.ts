import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { clip, periodOfDays, type Period } from '../../../kernel/period.js';
import { addDays, addYears, type PlainDate } from '../../../kernel/plain-date.js';
import type { SharingTerms } from '../case-setting.js';
import { MOST_YEARS_COUNTED } from './service-years.js';

export const SERVICE_THAT_COUNTS: Rule = {
  code: 'REDUNDANCY-SERVICE-THAT-COUNTS',
  version: 1,
  title: 'Only the last twenty years, or the complete years that earn the payment, are shared over',
  source: 'Local agreement, redundancy sharing: which service counts',
  certainty: 'product-decision',
};

export interface ServiceThatCounts {
  readonly days: Period;
  /** Empty where the whole employment counts. */
  readonly basis: readonly Basis[];
}

/**
 * The days of an employment that its redundancy is shared over. Years are counted back from the relevant date for service,
 * as the payment counts them, and end with the last day of the job.
 *
 * @param years complete years of service
 * @param relevantDate the day to which service is counted; later than the last day where notice was not served
 */
export function serviceThatCounts(
  { startedOn, lastDay }: { readonly startedOn: PlainDate; readonly lastDay: PlainDate },
  { years, relevantDate }: { readonly years: number; readonly relevantDate: PlainDate },
  { redundancyService }: Pick<SharingTerms, 'redundancyService'>,
): ServiceThatCounts {
  const whole = periodOfDays(startedOn, lastDay);
  if (redundancyService === 'whole-employment') return { days: whole, basis: [] };
  const counted =
    redundancyService === 'years-that-count' ? Math.min(years, MOST_YEARS_COUNTED) : MOST_YEARS_COUNTED;
  const from = addYears(addDays(relevantDate, 1), -counted);
  const days = clip(whole, { from }) ?? whole;
  const inputs = { serviceCounted: redundancyService, from: days.from, lastDay };
  return { days, basis: [basisOf(SERVICE_THAT_COUNTS, inputs)] };
}
