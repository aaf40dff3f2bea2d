import { clocksAnswer } from '../../platform/http/wire/clocks.js';
import { factsThen, todayOf, type KnownHistory } from '../../platform/past/known-history.js';
import { NotThereThen } from '../../platform/past/past-refusals.js';
import { leaveIn } from '../projections/accrued-leave/leave.query.js';
import { employmentsIn } from '../projections/employments/employments.query.js';
import { exposureIn } from '../projections/exposure/exposure.query.js';
import { redundanciesIn } from '../projections/redundancy-cost-split/redundancies.query.js';
import { employmentAnswer, type EmploymentAnswer } from './employment-answers.js';
import { exposureLineAnswer, type ExposureOfCaseAnswer } from './exposure-answers.js';
import { leaveAnswer, type AccruedLeavesAnswer } from './leave-answers.js';
import { payableOn } from './payable-on.js';
import { redundancyAnswer, type RedundanciesAnswer } from './redundancy-answers.js';

/**
 * The jobs of a case by what is asked about, in the order of their ids.
 *
 * @throws NotThereThen when asAt is before the alert of the case.
 */
export function employmentsThen(known: KnownHistory): readonly Readonly<EmploymentAnswer>[] {
  return employmentsIn(factsThen(known)).map(employmentAnswer);
}

/**
 * One of them.
 *
 * @throws NotThereThen when it had not been recorded, or had not begun.
 */
export function employmentThen(known: KnownHistory, employmentId: string): Readonly<EmploymentAnswer> {
  const found = employmentsThen(known).find((each) => each.employmentId === employmentId);
  if (found === undefined) throw new NotThereThen(`${employmentId} was not known by then.`);
  return { ...found, clocks: clocksAnswer(known) };
}

/** What each PA's redundancy cost by what is asked about, and who bore which part. */
export function redundanciesThen(known: KnownHistory): Readonly<RedundanciesAnswer> {
  const today = todayOf(known.clocks);
  const found = redundanciesIn(factsThen(known));
  return {
    items: found.map((each) => redundancyAnswer(each, (funder) => payableOn(funder, today))),
    clocks: clocksAnswer(known),
  };
}

/** The leave that each PA brought along, by what is asked about. */
export function leaveThen(known: KnownHistory): Readonly<AccruedLeavesAnswer> {
  return { items: leaveIn(factsThen(known)).map(leaveAnswer), clocks: clocksAnswer(known) };
}

/**
 * What redundancies would have cost had they come on the day that is asked about. All that was known counts, also what begins
 * later: the day says which jobs are live, and when each is taken to end.
 *
 * @throws NoKnownCap when the day's cap on a week's pay is not known.
 */
export function exposureThen(known: KnownHistory): Readonly<ExposureOfCaseAnswer> {
  const asAt = todayOf(known.clocks);
  const items = exposureIn(known, asAt).map(exposureLineAnswer);
  return { caseRef: known.subject, asAt, items, clocks: clocksAnswer(known) };
}
