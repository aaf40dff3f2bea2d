import { basisOf, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import { statusForRedundancy, type EmploymentRecord } from '../employment.js';
import type { NoRightReason, RedundancyAssessed } from '../workforce.events.js';
import { ageRange } from './age-range.js';
import { daysToShare } from './redundancy-cost.js';
import { QUALIFYING_YEARS } from './redundancy-right.js';
import { redundancySplit } from './redundancy-split.js';
import { completeYears } from './service-years.js';
import { COMPLETE_YEARS, NO_STATUTORY_RIGHT, paymentForYears } from './statutory-redundancy.js';

export const EXPOSURE: Rule = {
  code: 'REDUNDANCY-EXPOSURE',
  version: 1,
  title:
    'What redundancy would cost if each job that is live on a day ended on it by redundancy with its notice served, from the lowest to the highest that the PAs’ ages allow, before insurance and reserves',
  source: 'Product decision 11: exposure is a range, because no date of birth is kept',
  certainty: 'product-decision',
};

export const EXPOSURE_AGES: Rule = {
  code: 'REDUNDANCY-EXPOSURE-AGES',
  version: 1,
  title:
    'Each counted year weighs half a week to one and a half, narrowed by the ages that an earlier assessment counted',
  source: 'Product decision 11; Employment Rights Act 1996 s.162(1)-(3)',
  certainty: 'product-decision',
};

export const EXPOSURE_WEEK_PAY: Rule = {
  code: 'REDUNDANCY-EXPOSURE-WEEK-PAY',
  version: 1,
  title:
    'A week’s pay is the hours times the hourly rate of the terms in force on the day; without normal hours it is what payroll stated for the last assessment',
  source: 'Product decision 11; Employment Rights Act 1996 ss.221, 224',
  certainty: 'product-decision',
};

/** What of an employment its exposure follows from. */
export interface ExposedJob extends Pick<
  EmploymentRecord,
  'status' | 'startedOn' | 'terms' | 'fundingPeriods' | 'service'
> {
  readonly lastDay?: PlainDate;
  readonly assessment?: Pick<
    RedundancyAssessed,
    'lastDay' | 'serviceTo' | 'yearsByAge' | 'weekPayPence' | 'eligible' | 'reasons' | 'ruling'
  >;
  /** Reasons of which an adviser has not said yet whether they are against a right. */
  readonly doubts: readonly NoRightReason[];
}

/** What a job would cost at one end of its range, in pence, and who would bear it. */
export interface ExposureEnd {
  readonly amountPence: Pence;
  /** They sum to the amount. */
  readonly shares: readonly { readonly funder: string; readonly sharePence: Pence }[];
}

/** The contingent redundancy liability of one job. */
export interface Exposure {
  readonly lowest: ExposureEnd;
  readonly highest: ExposureEnd;
}

/** The reasons against a right that stay, however and whenever the job ends. */
const LASTING: readonly NoRightReason[] = ['relative-of-employer', 'self-employed'];

/** The facts of an employment that its exposure follows from. */
export function exposedJobOf(employment: EmploymentRecord): ExposedJob {
  const { status, startedOn, terms, fundingPeriods, service, end, assessment, referral } = employment;
  const reasons = referral?.candidates.flatMap(({ outcome }) => outcome.reasons) ?? [];
  return {
    status,
    startedOn,
    terms,
    fundingPeriods,
    ...(service && { service }),
    ...(end && { lastDay: end.lastDay }),
    ...(assessment && { assessment: agesAndPayOf(assessment) }),
    doubts: LASTING.filter((reason) => reasons.includes(reason)),
  };
}

function agesAndPayOf(assessment: RedundancyAssessed): NonNullable<ExposedJob['assessment']> {
  const { lastDay, serviceTo, yearsByAge, weekPayPence, eligible, reasons, ruling } = assessment;
  return {
    lastDay,
    ...(serviceTo && { serviceTo }),
    yearsByAge,
    weekPayPence,
    eligible,
    reasons,
    ...(ruling && { ruling }),
  };
}

/**
 * What redundancy would cost if a job ended on a day, from the lowest to the highest that the age of the PA and a service
 * that is not settled allow, and each funder's share of both by the agreement. Insurance and reserves are not taken off:
 * an insurer pays when there is a claim, and no claim is made while the job goes on.
 *
 * @param job one that is live on the day
 * @throws NoKnownCap when the day's cap on a week's pay is not known.
 */
export function redundancyExposure(job: ExposedJob, setting: CaseSetting, day: PlainDate): Figure<Exposure> {
  const { startedOn, service = { earliestStart: startedOn, latestStart: startedOn } } = job;
  const lowest = exposureFrom(service.latestStart, 'youngest', job, setting, day);
  const highest = exposureFrom(service.earliestStart, 'oldest', job, setting, day);
  if (lowest.status === 'pending') return lowest;
  if (highest.status === 'pending') return highest;
  const inputs = {
    day,
    lowestPence: lowest.value.amountPence,
    highestPence: highest.value.amountPence,
  };
  return known(
    { lowest: lowest.value, highest: highest.value },
    basisOf(EXPOSURE, inputs, [lowest.basis, highest.basis]),
  );
}

function exposureFrom(
  startedOn: PlainDate,
  age: 'youngest' | 'oldest',
  job: ExposedJob,
  setting: CaseSetting,
  day: PlainDate,
): Figure<ExposureEnd> {
  const years = completeYears(startedOn, day);
  const service = { startedOn, lastDay: day, completeYears: years };
  const reasons = reasonsAgainst(job, years, age === 'youngest');
  if (reasons.length > 0) {
    return known(
      { amountPence: ZERO_PENCE, shares: [] },
      basisOf(NO_STATUTORY_RIGHT, { reasons: reasons.join(', ') }, [basisOf(COMPLETE_YEARS, service)]),
    );
  }
  const weekPay = weekPayOn(day, job);
  const days = daysToShare(job, { startedOn, lastDay: day }, { years, relevantDate: day }, setting);
  if (weekPay.status === 'pending' || days.status === 'pending') {
    return pending(...[weekPay, days].flatMap((each) => (each.status === 'pending' ? each.missing : [])));
  }
  const byAge = ageRange(day, years, job.startedOn, earlierAges(job))[age];
  const ages = basisOf(EXPOSURE_AGES, { age, ...byAge, ...assessedAt(job) });
  const exact = weekPay.value;
  const { statutoryPence, basis } = paymentForYears(
    { startedOn, lastDay: day, weekPayPence: exact.toPence(), weekPayExact: exact },
    years,
    byAge,
    basisOf(COMPLETE_YEARS, service, [ages, weekPay.basis]),
  );
  const cost = { statutoryPence, insurancePence: ZERO_PENCE, reservesPence: ZERO_PENCE, basis };
  const split = redundancySplit(cost, days.value.pieces, setting.terms, days.value.basis);
  if (split.status === 'pending') return split;
  const shares = split.value.shares.map(({ funder, sharePence }) => ({ funder, sharePence }));
  return known({ amountPence: statutoryPence, shares }, split.basis);
}

/** @param lowest whether a reason that an adviser has not ruled on counts against a right */
function reasonsAgainst(job: ExposedJob, years: number, lowest: boolean): readonly NoRightReason[] {
  const { assessment, doubts } = job;
  // An assessment repeats what the record says of status; only a ruling says more.
  const lasting = (assessment?.reasons ?? []).filter(
    (reason) =>
      reason === 'relative-of-employer' || (reason === 'self-employed' && assessment?.ruling !== undefined),
  );
  const reasons = new Set<NoRightReason>([...lasting, ...(lowest ? doubts : [])]);
  if (statusForRedundancy(job) === 'self-employed') reasons.add('self-employed');
  if (years < QUALIFYING_YEARS) reasons.add('under-two-years');
  return [...reasons];
}

function earlierAges({ assessment }: ExposedJob) {
  if (assessment?.eligible !== true) return undefined;
  const { lastDay, serviceTo = lastDay, yearsByAge } = assessment;
  return { countedTo: serviceTo, yearsByAge };
}

function assessedAt(job: ExposedJob): Record<string, string | number> {
  const earlier = earlierAges(job);
  if (earlier === undefined) return { earlierAssessment: 'none' };
  const { below22, from22, from41 } = earlier.yearsByAge;
  return { earlierAssessment: earlier.countedTo, assessed: `${below22}, ${from22}, ${from41}` };
}

/** A week's pay on a day in pence, exact. */
function weekPayOn(day: PlainDate, { terms, assessment }: ExposedJob): Figure<Fraction> {
  const inForce = terms.findLast(({ from }) => from <= day);
  const hours = Fraction.parse(inForce?.weeklyHours ?? '0');
  if (inForce !== undefined && !hours.isZero) {
    const { from, weeklyHours, hourlyRatePence } = inForce;
    const basis = basisOf(EXPOSURE_WEEK_PAY, { termsFrom: from, weeklyHours, hourlyRatePence });
    return known(hours.times(hourlyRatePence), basis);
  }
  if (assessment === undefined) return pending(noNormalHours(day));
  const { weekPayPence, lastDay } = assessment;
  const basis = basisOf(EXPOSURE_WEEK_PAY, { statedFor: lastDay, weekPayPence });
  return known(Fraction.of(weekPayPence), basis);
}

function noNormalHours(day: PlainDate): MissingFact {
  return {
    fact: 'week-pay',
    reason: `No normal hours are recorded for ${dateInWords(day)}, and payroll has not stated a week’s pay for an assessment`,
    suppliedBy: 'payroll, through the council’s direct payment team',
  };
}
