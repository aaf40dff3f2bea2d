import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { latest, type PlainDate } from '../../../kernel/plain-date.js';
import { completeYears } from './service-years.js';
import { statutoryNotice } from './statutory-notice.js';

export const RELEVANT_DATE_EXTENSION: Rule = {
  code: 'REDUNDANCY-RELEVANT-DATE-EXTENSION',
  version: 1,
  title:
    'Where less than the statutory notice was given, service runs on to the day that it would have expired; longer notice in the contract adds nothing',
  source: 'Employment Rights Act 1996 s.145(5)-(6), as restated by practitioners; its own text was not read',
  certainty: 'unverified',
};

/** How a job ended, for the day that its service is counted to. */
export interface EndOfService {
  readonly startedOn: PlainDate;
  readonly lastDay: PlainDate;
  /** Absent where no notice was given: the statutory notice is then counted from the last day. */
  readonly noticeGivenOn?: PlainDate;
}

/** The day to which service is counted for the two-year test and for the number of years; not for the cap. */
export interface RelevantDate {
  readonly noticeWeeks: number;
  /** The last day, or the later day on which the statutory notice would have expired. */
  readonly forService: PlainDate;
  readonly yearsAtEnd: number;
  readonly yearsExtended: number;
  readonly basis: Basis;
}

/**
 * The relevant date for service: moved later by whatever part of the statutory notice was not served, never earlier. Every
 * year is complete or not; both end days count.
 */
export function relevantDate({ startedOn, lastDay, noticeGivenOn }: EndOfService): RelevantDate {
  const notice = statutoryNotice(startedOn, noticeGivenOn ?? lastDay);
  const forService = latest(lastDay, notice.earliestExpiry);
  const years = {
    yearsAtEnd: completeYears(startedOn, lastDay),
    yearsExtended: completeYears(startedOn, forService),
  };
  const basis = basisOf(RELEVANT_DATE_EXTENSION, { lastDay, forService, ...years }, [notice.basis]);
  return { noticeWeeks: notice.weeks, forService, ...years, basis };
}
