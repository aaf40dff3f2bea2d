import { Fraction } from '../../../kernel/fraction.js';
import type { Answer } from '../../../kernel/figure.js';
import { pence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { statusForRedundancy, type EmploymentRecord } from '../employment.js';
import type { JobEnd, RedundancyAssessed } from '../workforce.events.js';
import { bornBetween } from './age-range.js';
import { noticePay } from './notice-pay.js';
import { assessedRedundancy } from './redundancy-assessment.js';
import { NoKnownCap } from './redundancy-week-pay-cap.js';

/**
 * True where an assessment that was made while the job went on, as if it ended by redundancy with its notice served, says
 * what would be assessed on the end that was recorded since: the same right, the same years to the same day, and no pay
 * for notice. False where that cannot be told from what is kept: no date of birth is, so a year that was counted below 41
 * may be in another band on any later day.
 *
 * @param ending the end on the day that was assessed
 */
export function holdsOnceEnded(
  assessment: RedundancyAssessed,
  employment: Pick<EmploymentRecord, 'status' | 'startedOn' | 'service'>,
  ending: JobEnd,
): boolean {
  if (isNoticePayDue(assessment, employment, ending)) return false;
  const { eligible, reasons } = assessment;
  // Only too short a service can be mended by notice; whatever else there is against a right stays, however the job ended.
  if (!eligible && reasons.join() !== 'under-two-years') return true;
  const anew = assessedOn(ending, assessment, employment.startedOn);
  if (anew?.status !== 'known' || anew.value.eligible !== eligible) return false;
  return anew.value.serviceTo === undefined || !isAnythingPaid(assessment);
}

function isNoticePayDue(
  assessment: RedundancyAssessed,
  employment: Pick<EmploymentRecord, 'status' | 'startedOn' | 'service'>,
  ending: JobEnd,
): boolean {
  const { lastDay, serviceFrom: startedOn = employment.startedOn } = assessment;
  const status = statusForRedundancy(employment);
  const due = noticePay({ status, startedOn, lastDay, ending, weekPay: exactWeekPay(assessment) });
  return due.status === 'known' && due.value.unservedDays > 0;
}

/**
 * What would be assessed, if nothing but the end and two years of service decided on the right; absent where the cap of
 * the last day is not known. Notice only ever adds weeks, and most to the oldest that the PA may be: where it adds none
 * to theirs it adds none.
 */
function assessedOn(
  end: JobEnd,
  assessment: RedundancyAssessed,
  jobStartedOn: EmploymentRecord['startedOn'],
): Answer<RedundancyAssessed> | undefined {
  const { lastDay, serviceFrom: startedOn = jobStartedOn, yearsByAge } = assessment;
  const born = bornBetween(jobStartedOn, { countedTo: lastDay, yearsByAge });
  try {
    return assessedRedundancy({
      status: 'employed',
      statusDoubtful: false,
      startedOn,
      lastDay,
      end,
      dateOfBirth: born.earliest ?? born.latest,
      weekPay: { weekPayPence: wholePence(exactWeekPay(assessment)) },
      relationship: 'none',
      privateHousehold: true,
    });
  } catch (fault) {
    if (fault instanceof NoKnownCap) return undefined;
    throw fault;
  }
}

/** A part of a penny above a cap is above it, as a whole one is. */
function wholePence(exact: Fraction): Pence {
  return pence(Number(exact.ceiling()));
}

function exactWeekPay({ weekPayPence, weekPayExactPence }: RedundancyAssessed): Fraction {
  return weekPayExactPence === undefined ? Fraction.of(weekPayPence) : Fraction.parse(weekPayExactPence);
}

/** Something is shared by the days of the service that was counted. */
function isAnythingPaid(assessment: RedundancyAssessed): boolean {
  const { eligible, untakenLeavePence = ZERO_PENCE, aboveStatutoryPence = ZERO_PENCE } = assessment;
  return eligible || untakenLeavePence > 0 || aboveStatutoryPence > 0;
}
