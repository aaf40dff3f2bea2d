import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { exactText } from './exact-text.js';
import { relevantDate, type EndOfService, type RelevantDate } from './relevant-date.js';
import { QUALIFYING_YEARS } from './redundancy-right.js';
import { NoKnownCap, weekPayCapOn, type WeekPayCap } from './redundancy-week-pay-cap.js';
import { weeksFor, yearsByAge } from './service-years.js';

export const UNSERVED_NOTICE_REFERRAL: Rule = {
  code: 'REDUNDANCY-UNSERVED-NOTICE-REFERRAL',
  version: 1,
  title:
    'Both answers are worked out, and an adviser chooses, where unserved notice crosses a change of the cap, or changes the answer after a death',
  source: 'Employment Rights Act 1996 ss.136(5), 145(5), 227: sources differ or are silent',
  certainty: 'product-decision',
};

/** Why an adviser has to say which of two answers stands. */
export type UnservedNoticeReferral =
  /** The caps on the last day and on the day after the unserved notice differ. */
  | 'cap-changes-with-notice'
  /** No authority says whether unserved notice is added when the employer's death ended the job. */
  | 'notice-after-death-changes-answer'
  /** One of the two days has no known cap. */
  | 'cap-not-known';

export interface UnservedNoticeFacts extends EndOfService {
  readonly dateOfBirth: PlainDate;
  readonly employerDied: boolean;
}

/** Redundancy weeks with the statutory notice that was not served, and what an adviser has to settle. */
export interface UnservedNotice {
  readonly relevantDate: RelevantDate;
  readonly qualifies: boolean;
  /** Weeks of pay with the notice added; none without two years. */
  readonly weeks: Fraction;
  /** The same without the notice. */
  readonly weeksWithoutNotice: Fraction;
  readonly capAtLastDay?: WeekPayCap;
  readonly capAtRelevantDate?: WeekPayCap;
  /** Empty where the engine may decide by itself. */
  readonly refer: readonly UnservedNoticeReferral[];
  readonly basis: Basis;
}

/** Adds unserved statutory notice to service, and says where the answer turns on it so that an adviser must choose. */
export function unservedNotice(facts: UnservedNoticeFacts): UnservedNotice {
  const date = relevantDate(facts);
  const weeks = weeksOn(date.forService, date.yearsExtended, facts.dateOfBirth);
  const weeksAtEnd = weeksOn(facts.lastDay, date.yearsAtEnd, facts.dateOfBirth);
  const caps = { atEnd: knownCapOn(facts.lastDay), extended: knownCapOn(date.forService) };

  const refer: UnservedNoticeReferral[] = [];
  if (!weeks.isZero) {
    if (caps.atEnd === undefined || caps.extended === undefined) refer.push('cap-not-known');
    else if (caps.atEnd.capPence !== caps.extended.capPence) refer.push('cap-changes-with-notice');
    if (facts.employerDied && !weeks.equals(weeksAtEnd)) refer.push('notice-after-death-changes-answer');
  }
  return {
    relevantDate: date,
    qualifies: date.yearsExtended >= QUALIFYING_YEARS,
    weeks,
    weeksWithoutNotice: weeksAtEnd,
    ...(caps.atEnd && { capAtLastDay: caps.atEnd }),
    ...(caps.extended && { capAtRelevantDate: caps.extended }),
    refer,
    basis: basisOf(
      UNSERVED_NOTICE_REFERRAL,
      {
        employerDied: facts.employerDied ? 'yes' : 'no',
        weeks: exactText(weeks),
        weeksWithoutNotice: exactText(weeksAtEnd),
        refer: refer.join(', '),
      },
      [date.basis],
    ),
  };
}

function weeksOn(relevant: PlainDate, years: number, dateOfBirth: PlainDate): Fraction {
  return years < QUALIFYING_YEARS ? Fraction.zero : weeksFor(yearsByAge(relevant, years, dateOfBirth));
}

function knownCapOn(day: PlainDate): WeekPayCap | undefined {
  try {
    return weekPayCapOn(day);
  } catch (fault) {
    if (fault instanceof NoKnownCap) return undefined;
    throw fault;
  }
}
