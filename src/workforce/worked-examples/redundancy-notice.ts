import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import type { WeekPayCap } from '../domain/rules/redundancy-week-pay-cap.js';
import { statutoryNotice } from '../domain/rules/statutory-notice.js';
import { unservedNotice } from '../domain/rules/unserved-notice.js';
import { ExampleInputs } from './example-inputs.js';
import { jsonNumber } from './json-number.js';
import { poundsNumber } from './redundancy-figures.js';

/** The least notice from the employer, in weeks, and the day that it expires if it is given on the day stated. */
const statutoryNoticeExample: WorkedExampleKind = {
  kind: 'statutory-notice',
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, ['continuous_start', 'notice_given_on']);
    const notice = statutoryNotice(inputs.day('continuous_start'), inputs.day('notice_given_on'));
    return {
      full_years_service: notice.completeYears,
      statutory_notice_weeks: notice.weeks,
      earliest_expiry: notice.earliestExpiry,
    };
  },
};

const EVENTS = { no_or_short_notice: 'notice', employer_death: 'death', employer_died: 'death' } as const;

/** Service with the statutory notice that was not served, and whether an adviser must choose between two answers. */
const relevantDateExtension: WorkedExampleKind = {
  kind: 'relevant-date-extension',
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, [
      'date_of_birth',
      'continuous_start',
      'notice_given_on',
      'employment_ended_on',
      'event',
    ]);
    const noticeGiven = raw['notice_given_on'] !== undefined && raw['notice_given_on'] !== null;
    const answer = unservedNotice({
      dateOfBirth: inputs.day('date_of_birth'),
      startedOn: inputs.day('continuous_start'),
      lastDay: inputs.day('employment_ended_on'),
      ...(noticeGiven && { noticeGivenOn: inputs.day('notice_given_on') }),
      employerDied: inputs.word('event', EVENTS) === 'death',
    });
    return {
      statutory_notice_weeks: answer.relevantDate.noticeWeeks,
      relevant_date_for_service: answer.relevantDate.forService,
      full_years_at_end: answer.relevantDate.yearsAtEnd,
      full_years_extended: answer.relevantDate.yearsExtended,
      eligible_service: answer.qualifies,
      weeks: jsonNumber(answer.weeks),
      cap_at_end_date: capPounds(answer.capAtLastDay),
      cap_at_extended_date: capPounds(answer.capAtRelevantDate),
      needs_adviser: answer.refer.length > 0,
    };
  },
};

/** Null where no cap is known for the day. */
function capPounds(cap: WeekPayCap | undefined): number | null {
  return cap === undefined ? null : poundsNumber(cap.capPence);
}

export const redundancyNoticeKinds: readonly WorkedExampleKind[] = [
  statutoryNoticeExample,
  relevantDateExtension,
];
