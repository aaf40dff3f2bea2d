import { describe, expect, it } from '@jest/globals';
import type { Basis } from '../../../kernel/basis.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { JobEnd } from '../workforce.events.js';
import { assessedRedundancy, type AssessmentFacts } from './redundancy-assessment.js';

/** Eight complete years, all at 41 or over: twelve weeks of 462.00 come to 5,544.00. */
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
/** Two years complete on 4 May 2024: five days after the last day, within the one week of statutory notice. */
const NEARLY_TWO = { startedOn: plainDate('2022-05-05') };
const UNDER_TWO = { startedOn: plainDate('2023-04-01') };
const ABOVE_THE_CAP = { weekPay: { weekPayPence: pence(90000) } };

const ended = (end: JobEnd, lastDay = '2024-04-30') => ({ end, lastDay: plainDate(lastDay) });
const reEngaged = (startsOn: string, answer: 'accepted' | 'refused' | 'unclear') =>
  ended({
    reason: 'employer-died',
    reEngagement: { offeredOn: plainDate('2024-05-03'), startsOn: plainDate(startsOn), answer },
  });
const servedFrom = (earliest: string, latest: string): Pick<AssessmentFacts, 'service'> => ({
  service: {
    cause: 'break-in-work',
    earliestStart: plainDate(earliest),
    latestStart: plainDate(latest),
  },
});

function known(facts: Partial<AssessmentFacts>) {
  const figure = assessedRedundancy({ ...FACTS, ...facts });
  if (figure.status !== 'known') throw new Error(`It is ${figure.status}`);
  return figure.value;
}
function referred(facts: Partial<AssessmentFacts>) {
  const figure = assessedRedundancy({ ...FACTS, ...facts });
  if (figure.status !== 'refer') throw new Error(`It is ${figure.status}`);
  return {
    refer: figure.referrals.map(({ code }) => code),
    readings: figure.candidates.map(({ reading, value }) => [reading, value.statutoryPence]),
    outcomes: figure.candidates.map(({ value }) => value),
  };
}
const rulesOf = ({ rule, from }: Basis): readonly string[] => [rule, ...from.flatMap(rulesOf)];

const AS_RECORDED = 'the rules as recorded';
const SELF_EMPLOYED = 'no right: a self-employed PA has no right to a redundancy payment (ERA 1996 s135)';
const RE_ENGAGED =
  'no right: the personal representatives re-engaged the PA within eight weeks of the death (ERA 1996 s174)';
const REFUSED = 'no right: suitable alternative work was refused unreasonably (ERA 1996 s141)';
const NO_REDUNDANCY = 'no right: the job did not end by a dismissal for redundancy (ERA 1996 s135)';
const RELATIVE = 'no right: ERA 1996 s161(1), if the work is domestic service in a private household';
const MISCONDUCT = 'no right: the PA was dismissed for misconduct (ERA 1996 s140)';

describe('What an adviser reads beside the payment', () => {
  it.each([
    ['status that is doubtful', { statusDoubtful: true }, SELF_EMPLOYED],
    [
      'a doubt whether a self-employed PA was one',
      { status: 'self-employed', statusDoubtful: true },
      SELF_EMPLOYED,
    ],
    ['a re-engagement on day 56', reEngaged('2024-06-25', 'accepted'), RE_ENGAGED],
    ['work carried on without a clear offer', reEngaged('2024-05-06', 'unclear'), RE_ENGAGED],
    ['an offer refused after a death', reEngaged('2024-05-06', 'refused'), REFUSED],
    ['another employer', ended({ reason: 'employer-changed', notice: 'none' }), NO_REDUNDANCY],
    ['refused work', ended({ reason: 'suitable-alternative-refused', notice: 'none' }), REFUSED],
    ['misconduct', ended({ reason: 'misconduct' }), MISCONDUCT],
    ['a lay-off', ended({ reason: 'lay-off' }), NO_REDUNDANCY],
    ['a fixed term that ended', ended({ reason: 'fixed-term-ended' }), NO_REDUNDANCY],
    ['a child of the employer', { relationship: 'child' }, RELATIVE],
  ] as const)('says for %s why there may be none', (_, facts, noRight) => {
    expect(referred(facts).readings).toEqual([
      [AS_RECORDED, 554400],
      [noRight, 0],
    ]);
  });

  it('names every doubt, and each by itself may be against the right', () => {
    expect(referred({ statusDoubtful: true, relationship: 'child' })).toMatchObject({
      refer: ['status-doubtful', 'domestic-service-doubtful'],
      readings: [
        [AS_RECORDED, 554400],
        [SELF_EMPLOYED, 0],
        [RELATIVE, 0],
      ],
      outcomes: [{ reasons: [] }, { reasons: ['self-employed'] }, { reasons: ['relative-of-employer'] }],
    });
  });

  it('asks who pays for an insolvent estate only in the readings that pay', () => {
    expect(referred({ relationship: 'child', estateInsolvent: true })).toMatchObject({
      refer: ['domestic-service-doubtful', 'estate-insolvent'],
      readings: [
        [`${AS_RECORDED}; the estate pays`, 554400],
        [`${AS_RECORDED}; the National Insurance Fund pays (ss.166, 182)`, 554400],
        [RELATIVE, 0],
      ],
    });
  });

  it('asks what a fair week’s pay is as soon as one reading pays', () => {
    const weekPay = { paidWeeksMostRecentFirst: [46200, 46200].map(pence) };
    expect(referred({ relationship: 'child', weekPay }).refer).toEqual([
      'domestic-service-doubtful',
      'fewer-than-twelve-paid-weeks',
    ]);
    expect(known({ ...UNDER_TWO, weekPay, estateInsolvent: true }).statutoryPence).toBe(0);
  });
});

describe('What settles that there is no right, whatever else is in doubt', () => {
  it('is work that was self-employed', () => {
    const value = known({ status: 'self-employed' });
    expect(value).toMatchObject({ eligible: false, statutoryPence: 0, reasons: ['self-employed'] });
    expect(rulesOf(value.basis)).toEqual([
      'REDUNDANCY-NO-RIGHT',
      'REDUNDANCY-COMPLETE-YEARS',
      'REDUNDANCY-UNSERVED-NOTICE-REFERRAL',
      'REDUNDANCY-RELEVANT-DATE-EXTENSION',
      'NOTICE-RUNS-FROM-NEXT-DAY',
      'NOTICE-STATUTORY-WEEKS',
      'REDUNDANCY-ELIGIBILITY',
      'WEEK-PAY-STATED',
    ]);
    expect(JSON.stringify(value.basis)).toContain('"status":"self-employed"');
    expect(known({ status: 'self-employed', ...UNDER_TWO }).reasons).toEqual([
      'self-employed',
      'under-two-years',
    ]);
  });

  it('is a service of less than two years', () => {
    expect(known({ statusDoubtful: true, ...UNDER_TWO }).reasons).toEqual(['under-two-years']);
    expect(known({ relationship: 'child', ...UNDER_TWO }).reasons).toEqual(['under-two-years']);
    expect(known({ ...NEARLY_TWO, ...ended({ reason: 'misconduct' }) }).reasons).toEqual(['under-two-years']);
  });

  it('is not a service of two years to the day', () => {
    const exactly = { startedOn: plainDate('2022-05-01'), statusDoubtful: true };
    // Two years at 41 or over: three weeks of 462.00.
    expect(referred(exactly).readings).toEqual([
      [AS_RECORDED, 138600],
      [SELF_EMPLOYED, 0],
    ]);
  });
});

describe('Notice that was not served, in an assessment', () => {
  it('adds only what was not served of a short notice', () => {
    const short = { reason: 'redundancy', notice: 'given', noticeGivenOn: plainDate('2024-04-10') } as const;
    // Seven years on 10 April ask for seven weeks, to 29 May; the eighth year was complete on 9 May.
    const value = known({ startedOn: plainDate('2016-05-10'), ...ended(short) });
    expect(value).toMatchObject({ serviceTo: '2024-05-29', completeYears: 8, statutoryPence: 554400 });
    expect(rulesOf(value.basis)).toEqual([
      'REDUNDANCY-STATUTORY-PAY',
      'REDUNDANCY-WEEKS-BY-AGE',
      'REDUNDANCY-COMPLETE-YEARS',
      'REDUNDANCY-UNSERVED-NOTICE-REFERRAL',
      'REDUNDANCY-RELEVANT-DATE-EXTENSION',
      'NOTICE-RUNS-FROM-NEXT-DAY',
      'NOTICE-STATUTORY-WEEKS',
      'REDUNDANCY-ELIGIBILITY',
      'WEEK-PAY-STATED',
      'REDUNDANCY-WEEK-PAY-CAP',
    ]);
  });

  it.each(['employer-changed', 'suitable-alternative-refused'] as const)(
    'is added to service for %s as well, where the employer had to give it',
    (reason) => {
      const { outcomes } = referred({ ...NEARLY_TWO, ...ended({ reason, notice: 'none' }) });
      expect(outcomes[0]).toMatchObject({
        serviceTo: '2024-05-07',
        completeYears: 2,
        statutoryPence: 138600,
      });
    },
  );

  it('may complete two years after a death, which an adviser settles', () => {
    const { refer, readings } = referred({ ...NEARLY_TWO, ...ended({ reason: 'employer-died' }) });
    expect(refer).toEqual(['notice-after-death-changes-answer']);
    expect(readings).toEqual([
      ['unserved notice not added to service', 0],
      ['unserved notice added to service', 138600],
    ]);
  });

  it('is told in each reading after a death near a year and a change of the cap', () => {
    const { readings, outcomes } = referred(ended({ reason: 'employer-died' }, '2024-03-25'));
    expect(readings).toEqual([
      ['unserved notice not added to service', 485100],
      ['unserved notice added to service', 554400],
      ['unserved notice added to service, and the cap of the day that it would have expired', 554400],
    ]);
    for (const { basis } of outcomes) expect(rulesOf(basis)).toContain('REDUNDANCY-RELEVANT-DATE-EXTENSION');
  });
});

describe('A first day of service that is not settled', () => {
  it('gives the figure from either day, and says from which', () => {
    // Eight years from April 2016, four from April 2020: twelve weeks and six.
    const { refer, readings, outcomes } = referred(servedFrom('2016-04-01', '2020-04-01'));
    expect(refer).toEqual(['break-in-work']);
    expect(readings).toEqual([
      ['service counted from 1 April 2016', 554400],
      ['service counted from 1 April 2020', 277200],
    ]);
    expect(outcomes[0]).not.toHaveProperty('serviceFrom');
    expect(outcomes[1]).toMatchObject({ serviceFrom: '2020-04-01', completeYears: 4 });
  });

  it('asks nothing once both days are one', () => {
    expect(known(servedFrom('2020-04-01', '2020-04-01'))).toMatchObject({
      serviceFrom: '2020-04-01',
      statutoryPence: 277200,
    });
  });

  it('may leave less than two years', () => {
    const { readings, outcomes } = referred(servedFrom('2016-04-01', '2023-04-01'));
    expect(readings).toEqual([
      ['service counted from 1 April 2016', 554400],
      ['service counted from 1 April 2023', 0],
    ]);
    expect(outcomes[1]?.reasons).toEqual(['under-two-years']);
  });

  it('is joined with every other doubt', () => {
    const related = referred({ ...servedFrom('2016-04-01', '2020-04-01'), relationship: 'child' });
    expect(related.refer).toEqual(['domestic-service-doubtful', 'break-in-work']);
    expect(related.readings).toEqual([
      ['service counted from 1 April 2016', 554400],
      [`service counted from 1 April 2016; ${RELATIVE}`, 0],
      ['service counted from 1 April 2020', 277200],
      [`service counted from 1 April 2020; ${RELATIVE}`, 0],
    ]);
    const crossing = referred({
      ...servedFrom('2016-04-01', '2020-04-01'),
      ...ended({ reason: 'redundancy', notice: 'none' }, '2025-04-04'),
      ...ABOVE_THE_CAP,
    });
    // 13.5 and 7.5 weeks at the caps of 700.00 and, from 6 April 2025, 719.00.
    expect(crossing.readings).toEqual([
      ['service counted from 1 April 2016; unserved notice added to service', 945000],
      [
        'service counted from 1 April 2016; unserved notice added to service, and the cap of the day that it would have expired',
        970650,
      ],
      ['service counted from 1 April 2020; unserved notice added to service', 525000],
      [
        'service counted from 1 April 2020; unserved notice added to service, and the cap of the day that it would have expired',
        539250,
      ],
    ]);
  });

  it('waits for the notice where it would change the figure from one of the days', () => {
    const { end: _, ...goesOn } = FACTS;
    const facts = {
      ...goesOn,
      ...servedFrom('2016-04-01', '2022-05-05'),
      end: { reason: 'redundancy' },
    } as const;
    expect(assessedRedundancy(facts)).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'notice-given' }],
    });
  });
});

describe('A job that goes on', () => {
  it('is assessed as if it ended by redundancy with its notice served', () => {
    const { end: _, ...goesOn } = FACTS;
    const figure = assessedRedundancy(goesOn);
    const value = figure.status === 'known' ? figure.value : undefined;
    expect(value).toMatchObject({ statutoryPence: 554400, completeYears: 8 });
    for (const absent of ['ending', 'noticePay', 'serviceTo', 'serviceFrom']) {
      expect(value).not.toHaveProperty(absent);
    }
  });
});
