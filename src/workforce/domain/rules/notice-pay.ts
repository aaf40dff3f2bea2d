import { basisOf, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import type { Fraction } from '../../../kernel/fraction.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { daysBetween, latest, type PlainDate } from '../../../kernel/plain-date.js';
import type { JobEnd, NoticePay } from '../workforce.events.js';
import { exactText } from './exact-text.js';
import { statutoryNotice } from './statutory-notice.js';

export const NOTICE_PAY: Rule = {
  code: 'NOTICE-PAY',
  version: 1,
  title: 'A week’s pay, without a cap, for each week of statutory notice that was not served',
  source: 'Employment Rights Act 1996 ss.86, 87-91',
  certainty: 'sourced',
};

export const NO_NOTICE_PAY: Rule = {
  code: 'NOTICE-PAY-NONE',
  version: 1,
  title: 'No notice is due where the contract ended by itself, by its term or by the employee’s own act',
  source:
    'Employment Rights Act 1996 ss.86, 95; frustration of a personal contract by death, as practitioners state it',
  certainty: 'unverified',
};

const NOTICE_NOT_RECORDED: MissingFact = {
  fact: 'notice-given',
  reason: 'Nobody has said whether notice was given, and on which day',
  suppliedBy: 'the employer or payroll, through the council’s direct payment team',
};

const NOTICE_FOR_AN_ADVISER: MissingFact = {
  fact: 'notice-due',
  reason: 'Whether notice was due depends on how the job ended, which an adviser has to say',
  suppliedBy: 'an employment adviser',
};

export interface NoticeFacts {
  readonly status: 'employed' | 'self-employed';
  readonly startedOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly ending: JobEnd;
  /** Exact pence a week. */
  readonly weekPay: Fraction;
}

const DAYS_IN_WEEK = 7;

/**
 * Pay for statutory notice that was not served, in pence, half up: its own figure beside redundancy and leave. None after
 * the employer's death, since nobody gave notice; what is paid then is ex gratia.
 */
export function noticePay(facts: NoticeFacts): Figure<NoticePay> {
  const { status, ending } = facts;
  if (status === 'self-employed') return none('self-employed');
  switch (ending.reason) {
    case 'employer-died':
    case 'resignation':
    case 'fixed-term-ended':
      return none(ending.reason);
    case 'misconduct':
    case 'employer-changed':
    case 'lay-off':
      return pending(NOTICE_FOR_AN_ADVISER);
    case 'redundancy':
    case 'other-dismissal':
    case 'suitable-alternative-refused':
      return unserved(facts);
  }
}

function unserved({ startedOn, lastDay, ending, weekPay }: NoticeFacts): Figure<NoticePay> {
  const givenOn = ending.notice === 'none' ? lastDay : ending.noticeGivenOn;
  if (ending.notice === undefined || givenOn === undefined) return pending(NOTICE_NOT_RECORDED);
  const notice = statutoryNotice(startedOn, givenOn);
  const unservedDays = daysBetween(lastDay, latest(lastDay, notice.earliestExpiry));
  const amountPence = weekPay.times(unservedDays).dividedBy(DAYS_IN_WEEK).toPence();
  const figures = { noticeWeeks: notice.weeks, unservedDays, amountPence };
  const basis = basisOf(NOTICE_PAY, { lastDay, weekPayPence: exactText(weekPay), ...figures }, [
    notice.basis,
  ]);
  return known({ ...figures, basis }, basis);
}

function none(reason: string): Figure<NoticePay> {
  const basis = basisOf(NO_NOTICE_PAY, { reason });
  const amountPence: Pence = ZERO_PENCE;
  return known({ noticeWeeks: 0, unservedDays: 0, amountPence, basis }, basis);
}
