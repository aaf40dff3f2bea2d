import type { MissingFact, Referral } from '../../../kernel/figure.js';
import { dateInWords, daysBetween, type PlainDate } from '../../../kernel/plain-date.js';
import type { ContinuousService, JobEnd, NoRightReason } from '../workforce.events.js';
import type { JobEnding } from './job-ending.js';
import type { EligibilityReferral } from './redundancy-eligibility.js';
import type { UnservedNoticeReferral } from './unserved-notice.js';

const ADVISER = 'an employment adviser';

/** Everything that the engine leaves to an adviser when redundancy is assessed. */
export type RedundancyReferral =
  | EligibilityReferral
  | UnservedNoticeReferral
  | 'status-doubtful'
  | 'fewer-than-twelve-paid-weeks'
  | 'estate-insolvent'
  | ContinuousService['cause'];

const REASONS: Readonly<Record<RedundancyReferral, string>> = {
  'domestic-service-doubtful':
    'The PA is a relative on the list of s.161(1), who has no right if the work is domestic service in a private household; whether personal care is that is not settled',
  're-engagement-near-or-after-eight-weeks':
    'The personal representatives’ offer took effect near day 56 after the death or later, and a day decides whether there was a dismissal (s.174)',
  're-engagement-unclear':
    'The PA went on working after the death without a clear offer, which is not conclusive proof of re-engagement (s.174)',
  'offer-refused-after-death':
    'The PA refused the personal representatives’ offer; the payment is lost only if that was unreasonable (s.141)',
  'employer-may-have-changed':
    'Another employer took over: whether service goes on (s.218) or the job ended by redundancy depends on how',
  'suitable-alternative-disputed':
    'Suitable alternative work was refused; the payment is lost only if that was unreasonable (s.141)',
  'manner-of-ending-disputed':
    'Whether misconduct, a lay-off or the end of a fixed term leaves a right to a payment turns on its facts',
  'cap-changes-with-notice':
    'Unserved notice would have run past a change of the cap, and the sources differ on which cap counts (s.227)',
  'notice-after-death-changes-answer':
    'No authority says whether unserved notice is added to service when the employer’s death ended the job (s.145(5))',
  'cap-not-known': 'Unserved notice would have run to a day whose cap is not known here (s.227)',
  'status-doubtful': 'Whether the PA was an employee is doubtful, and only an employee has a right (s.135)',
  'fewer-than-twelve-paid-weeks':
    'Fewer than twelve weeks were paid, so what fairly represents a week’s pay is for an adviser (s.228)',
  'estate-insolvent':
    'The employer’s estate may not be able to pay its debts, and no authority says whether the National Insurance Fund then pays (ss.166, 182), so who pays is for an adviser; the figure is not changed by it',
  'start-estimated': 'The first day of the job is estimated, so the lowest and the highest figure are shown',
  'break-in-work':
    'There was a break of more than a week, and whether service went on across it needs a typed ruling (ss.210-212)',
  'employer-replaced':
    'The employer was replaced; service starts anew with a new employer unless s.218 keeps it, which needs a typed ruling',
  'became-employee':
    'The day on which self-employment became a contract of employment is not settled (s.210)',
};

/** Who may pay where the employer’s estate cannot pay its debts, as readings say it. */
export const PAYERS_FOR_ESTATE = [
  'the estate pays',
  'the National Insurance Fund pays (ss.166, 182)',
] as const;

/** The referral with its reason and who can settle it. */
export function referralOf(code: RedundancyReferral): Referral {
  const referTo =
    code === 'start-estimated' ? 'payroll, or whoever holds the contract of employment' : ADVISER;
  return { code, reason: REASONS[code], referTo };
}

/** What there is against a right if the adviser finds so. */
export const NO_RIGHT_IF_SO: Readonly<Record<EligibilityReferral, NoRightReason>> = {
  'domestic-service-doubtful': 'relative-of-employer',
  're-engagement-near-or-after-eight-weeks': 're-engaged-within-eight-weeks',
  're-engagement-unclear': 're-engaged-within-eight-weeks',
  'offer-refused-after-death': 'suitable-alternative-refused',
  'employer-may-have-changed': 'not-dismissed-by-redundancy',
  'suitable-alternative-disputed': 'suitable-alternative-refused',
  'manner-of-ending-disputed': 'not-dismissed-by-redundancy',
};

/** The notice matters to the answer, and nobody has said whether there was any. */
export const NOTICE_MISSING: MissingFact = {
  fact: 'notice-given',
  reason:
    'Nobody has said whether notice was given, and statutory notice that was not served would change the payment (s.145(5))',
  suppliedBy: 'the employer or payroll, through the council’s direct payment team',
};

/** The end of a job as the rules of eligibility ask about it; a job that goes on is assessed as if by redundancy. */
export function jobEndingOf(end: JobEnd | undefined, lastDay: PlainDate): JobEnding {
  if (end === undefined) return { how: 'redundancy' };
  switch (end.reason) {
    case 'redundancy':
    case 'resignation':
    case 'suitable-alternative-refused':
    case 'misconduct':
    case 'lay-off':
    case 'fixed-term-ended':
      return { how: end.reason };
    // A dismissal for another reason gives no redundancy right, as a resignation gives none.
    case 'other-dismissal':
      return { how: 'resignation' };
    case 'employer-changed':
      return { how: 'employer-changes' };
    case 'employer-died': {
      const { reEngagement } = end;
      if (reEngagement === undefined) return { how: 'employer-died' };
      const { startsOn, answer } = reEngagement;
      const accepted = answer === 'unclear' ? answer : answer === 'accepted';
      return {
        how: 'employer-died',
        reEngagement: { daysAfterDeath: daysBetween(lastDay, startsOn), accepted },
      };
    }
  }
}

/** Why there is no right where the end of the job settles it by itself. */
export function settledAgainst(ending: JobEnding, dismissed: boolean | undefined): readonly NoRightReason[] {
  if (dismissed !== false) return [];
  return [ending.how === 'employer-died' ? 're-engaged-within-eight-weeks' : 'not-dismissed-by-redundancy'];
}

/** A first day of service in words, for the reading that counts from it. */
export function countedFrom(day: PlainDate): string {
  return `service counted from ${dateInWords(day)}`;
}
