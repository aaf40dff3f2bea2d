import type { MissingFact } from '../../../kernel/figure.js';
import { includes } from '../../../kernel/period.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';

const SUPPLIED_BY = 'payroll, through the council’s direct payment team';

/**
 * The latest statement of the leave year that holds a day. Where it was made for another day of liability, the latest one
 * that was made for the day that stands takes its place, as when a day moves and moves back.
 */
export function statementHolding(
  { leaveStatements }: EmploymentRecord,
  day: PlainDate,
  liableFrom: PlainDate,
): LeaveStatement | undefined {
  const ofYear = leaveStatements.filter(({ leaveYearFrom, leaveYearUntil }) =>
    includes({ from: leaveYearFrom, until: leaveYearUntil }, day),
  );
  const latest = ofYear.at(-1);
  // One that names no day may be older than a statement that took its place, so it stands only as the latest.
  if (latest?.statedForLiabilityOn === undefined) return latest;
  return ofYear.findLast(({ statedForLiabilityOn }) => statedForLiabilityOn === liableFrom) ?? latest;
}

/** What is missing where no statement covers a day. */
export function statementMissing(cutOff: PlainDate): MissingFact {
  return {
    fact: 'leave-statement',
    reason: `No leave statement for the leave year that holds ${dateInWords(cutOff)} is recorded`,
    suppliedBy: SUPPLIED_BY,
  };
}

/**
 * What is missing where the day of liability has moved since a statement was made, whose hours and money are up to the day
 * that stood then. One that names no day is taken as made for the day that stands.
 */
export function statedForAnotherDay(
  { statedForLiabilityOn, statementReference }: LeaveStatement,
  liableFrom: PlainDate,
): MissingFact | undefined {
  if (statedForLiabilityOn === undefined || statedForLiabilityOn === liableFrom) return undefined;
  const [madeFor, standing] = [dateInWords(statedForLiabilityOn), dateInWords(liableFrom)];
  return {
    fact: 'leave-statement',
    reason: `Leave statement ${statementReference} was made for liability from ${madeFor}, and the NHS body is liable from ${standing}; a statement for that day is not recorded`,
    suppliedBy: SUPPLIED_BY,
  };
}
