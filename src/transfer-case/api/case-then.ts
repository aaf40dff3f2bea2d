import { clocksAnswer } from '../../platform/http/wire/clocks.js';
import { factsThen, todayOf, type KnownHistory } from '../../platform/past/known-history.js';
import { caseIn } from '../projections/case-summary/case-summary.query.js';
import { fundingPeriodsIn } from '../projections/funding-timeline/funding-timeline.query.js';
import { caseAnswer, type CaseAnswer } from './answers/case.answer.js';
import { deadlineAnswer, type DeadlinesAnswer } from './answers/deadline.answer.js';
import { fundingPeriodAnswer, type FundingTimelineAnswer } from './answers/funding-period.answer.js';

// Names of staff are kept outside of the events and may be erased, so no answer about the past has them.
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * The case as it stood by what is asked about.
 *
 * @throws NotThereThen when asAt is before its alert.
 */
export function caseThen(known: KnownHistory): Readonly<CaseAnswer> {
  const { record, listed } = caseOn(known);
  return { ...caseAnswer(record, listed.waitingOn, NO_NAMES), clocks: clocksAnswer(known) };
}

/** What was due, the first due standing first. */
export function deadlinesThen(known: KnownHistory): Readonly<DeadlinesAnswer> {
  const today = todayOf(known.clocks);
  const items = caseOn(known).listed.deadlines.map((deadline) => deadlineAnswer(deadline, today));
  return { caseRef: known.subject, items, clocks: clocksAnswer(known) };
}

/** Who was liable and who paid on which days. */
export function fundingTimelineThen(known: KnownHistory): Readonly<FundingTimelineAnswer> {
  const periods = fundingPeriodsIn(factsThen(known)).map(fundingPeriodAnswer);
  return { caseRef: known.subject, periods, clocks: clocksAnswer(known) };
}

function caseOn(known: KnownHistory) {
  const found = caseIn(factsThen(known));
  if (found === undefined) throw new TypeError(`${known.subject} has a history and no alert`);
  return found;
}
