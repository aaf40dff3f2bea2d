import { describe, expect, it } from '@jest/globals';
import type { Basis } from '../../../kernel/basis.js';
import { pence, type Pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { JobEnd } from '../workforce.events.js';
import { assessedRedundancy, type AssessmentFacts } from './redundancy-assessment.js';
import { NoKnownCap } from './redundancy-week-pay-cap.js';

const FACTS: AssessmentFacts = {
  status: 'employed',
  statusDoubtful: false,
  startedOn: plainDate('2016-04-01'),
  lastDay: plainDate('2024-04-30'),
  end: { reason: 'redundancy', notice: 'given', noticeGivenOn: plainDate('2024-03-05') },
  dateOfBirth: plainDate('1972-01-15'),
  weekPay: { weekPayPence: pence(46200) },
  relationship: 'none',
  privateHousehold: true,
};

/** The figure in pence, or the codes that an adviser has to settle with the figure of each reading, or what is missing. */
function answer(facts: Partial<AssessmentFacts>) {
  const figure = assessedRedundancy({ ...FACTS, ...facts });
  switch (figure.status) {
    case 'known':
      return figure.value.statutoryPence;
    case 'pending':
      return figure.missing.map(({ fact }) => fact);
    case 'refer':
      return {
        refer: figure.referrals.map(({ code }) => code),
        pence: figure.candidates.map(({ value }) => value.statutoryPence),
      };
  }
}
const known = (facts: Partial<AssessmentFacts>) => {
  const figure = assessedRedundancy({ ...FACTS, ...facts });
  if (figure.status !== 'known') throw new Error(`It is ${figure.status}`);
  return figure.value;
};
const ended = (end: JobEnd, lastDay = '2024-04-30') => ({ end, lastDay: plainDate(lastDay) });

describe('A redundancy that the rules settle', () => {
  it('is the statutory payment, with the end that it was assessed for', () => {
    expect(known({})).toMatchObject({ statutoryPence: 554400, ending: FACTS.end, completeYears: 8 });
  });

  it('carries a PA over two years by a week of notice that was not served', () => {
    const nearly = { startedOn: plainDate('2022-05-05'), ...ended({ reason: 'redundancy', notice: 'none' }) };
    expect(known(nearly)).toMatchObject({ completeYears: 2, serviceTo: '2024-05-07', eligible: true });
    expect(known({ ...nearly, end: { reason: 'resignation' } })).toMatchObject({
      completeYears: 1,
      eligible: false,
    });
  });

  it('takes a week’s pay from twelve weeks, exact until the end, without the weeks that were not paid', () => {
    const weeks = [
      46200, 46100, 0, 46200, 46200, 46200, 46200, 46200, 46200, 46200, 46200, 46200, 46200, 99900,
    ];
    const average = known({ weekPay: { paidWeeksMostRecentFirst: weeks.map(pence) } });
    // 554,300 / 12 pence a week, twelve times over: the rounded week's pay of 461.92 would give 5,543.04.
    expect(average).toMatchObject({
      weekPayPence: 46192,
      weekPayExactPence: '138575/3',
      statutoryPence: 554300,
    });
  });

  it('shows GOV.UK’s figure beside it where the birthday is the day after the last day, and only there', () => {
    const eve = known({ dateOfBirth: plainDate('1979-05-01') });
    // Forty-one at the start of four counted years by the statute, of three by the calculator.
    expect(eve).toMatchObject({ statutoryPence: 462 * 1000, govukPence: 46200 * 9.5 });
    expect(known({})).not.toHaveProperty('govukPence');
  });

  it('has no right after a resignation, a dismissal for another reason, or a clear re-engagement in seven weeks', () => {
    const reEngagement = {
      offeredOn: plainDate('2024-05-03'),
      startsOn: plainDate('2024-06-18'),
      answer: 'accepted',
    } as const;
    expect(known(ended({ reason: 'resignation' })).reasons).toEqual(['not-dismissed-by-redundancy']);
    expect(known(ended({ reason: 'other-dismissal' })).reasons).toEqual(['not-dismissed-by-redundancy']);
    expect(known(ended({ reason: 'employer-died', reEngagement })).reasons).toEqual([
      're-engaged-within-eight-weeks',
    ]);
  });

  it('refuses a last day with no known cap in words', () => {
    expect(() => answer({ ...ended({ reason: 'redundancy', notice: 'none' }, '2027-04-06') })).toThrow(
      NoKnownCap,
    );
  });

  it('names in its explanation where the week’s pay is from', () => {
    const rules = ({ rule, from }: Basis): readonly string[] => [rule, ...from.flatMap(rules)];
    expect(rules(known({}).basis)).toContain('WEEK-PAY-STATED');
    const average = known({ weekPay: { paidWeeksMostRecentFirst: Array<Pence>(12).fill(pence(46200)) } });
    expect(rules(average.basis)).toContain('WEEK-PAY-OF-TWELVE-WEEKS');
  });

  it('waits where no week was ever paid', () => {
    expect(answer({ weekPay: { paidWeeksMostRecentFirst: [pence(0)] } })).toEqual(['paid-weeks']);
  });
});

describe('A redundancy that an adviser has to settle', () => {
  const offer = (startsOn: string, given: 'accepted' | 'refused' | 'unclear') =>
    ended({
      reason: 'employer-died',
      reEngagement: { offeredOn: plainDate('2024-05-03'), startsOn: plainDate(startsOn), answer: given },
    });

  it.each([
    ['a relative inside s.161(1)', { relationship: 'child' }, 'domestic-service-doubtful'],
    ['status that is doubtful', { statusDoubtful: true }, 'status-doubtful'],
    [
      'a re-engagement near day 56',
      offer('2024-06-25', 'accepted'),
      're-engagement-near-or-after-eight-weeks',
    ],
    [
      'a re-engagement after eight weeks',
      offer('2024-06-26', 'accepted'),
      're-engagement-near-or-after-eight-weeks',
    ],
    ['work carried on without a clear offer', offer('2024-05-06', 'unclear'), 're-engagement-unclear'],
    ['an offer refused after a death', offer('2024-05-06', 'refused'), 'offer-refused-after-death'],
    ['another employer', ended({ reason: 'employer-changed', notice: 'none' }), 'employer-may-have-changed'],
    [
      'suitable alternative work that was refused',
      ended({ reason: 'suitable-alternative-refused', notice: 'none' }),
      'suitable-alternative-disputed',
    ],
    ['misconduct', ended({ reason: 'misconduct' }), 'manner-of-ending-disputed'],
    ['a lay-off', ended({ reason: 'lay-off' }), 'manner-of-ending-disputed'],
    ['a fixed term that ended', ended({ reason: 'fixed-term-ended' }), 'manner-of-ending-disputed'],
  ] as const)('gives the payment and no payment for %s', (_, facts, code) => {
    expect(answer(facts)).toEqual({ refer: [code], pence: [554400, 0] });
  });

  it('leaves spouses, in-laws and cousins outside s.161(1)', () => {
    expect(answer({ relationship: 'spouse-or-partner' })).toBe(554400);
    expect(answer({ relationship: 'other-relative' })).toBe(554400);
    expect(answer({ relationship: 'brother-or-sister', privateHousehold: false })).toBe(554400);
  });

  it('gives the average of fewer than twelve paid weeks, for an adviser to judge', () => {
    expect(answer({ weekPay: { paidWeeksMostRecentFirst: [46200, 46200].map(pence) } })).toEqual({
      refer: ['fewer-than-twelve-paid-weeks'],
      pence: [554400],
    });
  });

  it('gives both figures where unserved notice after a death would complete a year, or change the cap', () => {
    // Dead on 25 March 2024, a week before the eighth year was complete and two before the cap rose.
    const nearYear = ended({ reason: 'employer-died' }, '2024-03-25');
    expect(answer(nearYear)).toEqual({
      refer: ['cap-changes-with-notice', 'notice-after-death-changes-answer'],
      pence: [46200 * 10.5, 554400, 554400],
    });
  });

  it('gives both figures where unserved notice crosses a change of the cap that bites, and does not ask where it does not', () => {
    const crossing = ended({ reason: 'redundancy', notice: 'none' }, '2025-04-04');
    expect(answer({ ...crossing, weekPay: { weekPayPence: pence(90000) } })).toEqual({
      refer: ['cap-changes-with-notice'],
      pence: [70000 * 13.5, 71900 * 13.5],
    });
    expect(answer(crossing)).toBe(46200 * 13.5);
  });

  it('refers where unserved notice would run to a day whose cap is not known', () => {
    const crossing = ended({ reason: 'redundancy', notice: 'none' }, '2027-04-02');
    expect(answer(crossing)).toMatchObject({ refer: ['cap-not-known'] });
  });

  it('explains every reading', () => {
    const figure = assessedRedundancy({ ...FACTS, relationship: 'child' });
    expect(figure).toMatchObject({
      candidates: [
        { reading: 'the rules as recorded', basis: { rule: 'REDUNDANCY-STATUTORY-PAY' } },
        {
          reading: 'no right: ERA 1996 s161(1), if the work is domestic service in a private household',
          basis: { rule: 'REDUNDANCY-NO-RIGHT', inputs: { reasons: 'relative-of-employer' } },
        },
      ],
    });
  });
});

describe('Notice pay beside it', () => {
  const noticeOf = (facts: Partial<AssessmentFacts>) => known(facts).noticePay;

  it('is a week’s pay without a cap for each week that was not served', () => {
    const none = {
      ...ended({ reason: 'redundancy', notice: 'none' }),
      weekPay: { weekPayPence: pence(90000) },
    };
    expect(noticeOf(none)).toMatchObject({
      noticeWeeks: 8,
      unservedDays: 56,
      amountPence: 720000,
      basis: { rule: 'NOTICE-PAY', from: [{ rule: 'NOTICE-RUNS-FROM-NEXT-DAY' }] },
    });
  });

  it('is for the part of the notice that was not served, to the day', () => {
    const short = { reason: 'redundancy', notice: 'given', noticeGivenOn: plainDate('2024-04-10') } as const;
    // Eight weeks from 10 April end on 5 June: 36 days after the last day.
    expect(noticeOf(ended(short))).toMatchObject({ unservedDays: 36, amountPence: 237600 });
    expect(noticeOf({})).toMatchObject({ unservedDays: 0, amountPence: 0 });
  });

  it('is none after a death, for nobody gave notice', () => {
    expect(noticeOf(ended({ reason: 'employer-died' }, '2024-04-30'))).toMatchObject({
      amountPence: 0,
      basis: { rule: 'NOTICE-PAY-NONE', certainty: 'unverified' },
    });
  });

  it('is not told while nobody has said whether notice was given', () => {
    expect(noticeOf(ended({ reason: 'redundancy' }))).toBeUndefined();
  });
});
