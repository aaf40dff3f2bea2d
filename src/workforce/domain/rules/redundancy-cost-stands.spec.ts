import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pence } from '../../../kernel/pence.js';
import { addDays, addYears, plainDate } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import type { JobEnd, RedundancyAssessed } from '../workforce.events.js';
import {
  ASSESSED,
  COUNCIL,
  EMPLOYED,
  funded,
  NHS_BODY,
  SETTING,
  settingWith,
} from '../workforce.fixtures.js';
import { assessedRedundancy, type AssessmentFacts } from './redundancy-assessment.js';
import { insuranceIsOpen, redundancyCost } from './redundancy-cost.js';
import { NoKnownCap } from './redundancy-week-pay-cap.js';

/** The council funded 1826 days to the end of March 2021, the NHS body 1126 to the last day, 30 April 2024. */
const FUNDED: EmploymentRecord = {
  ...EMPLOYED,
  assessment: ASSESSED.data,
  fundingPeriods: [
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  ],
};
const LAST_DAY = ASSESSED.data.lastDay;
const assessed = (facts: Partial<RedundancyAssessed>): Partial<EmploymentRecord> => ({
  assessment: { ...ASSESSED.data, ...facts },
});
const NO_PAYMENT = { eligible: false, statutoryPence: pence(0) };
const ended = (end: JobEnd, lastDay = LAST_DAY): Partial<EmploymentRecord> => ({
  end: { ...end, lastDay, eventId: 'end' },
});
const noticed = (day: string) =>
  ended({ reason: 'redundancy', notice: 'given', noticeGivenOn: plainDate(day) });
const cost = (facts: Partial<EmploymentRecord> = {}, setting = SETTING) =>
  redundancyCost({ ...FUNDED, ...facts }, setting);
const valueOf = (...of: Parameters<typeof cost>) => {
  const figure = cost(...of);
  if (figure.status !== 'known') throw new Error(`It is ${figure.status}`);
  return figure.value;
};

const NOT_ASSESSED = 'The statutory redundancy payment has not been assessed';
const OTHERWISE =
  'The job ended on another day, for another reason or with other notice than was assessed, or its service was stated otherwise since';

describe('An assessment that still stands', () => {
  const RESIGNED: JobEnd = { reason: 'resignation' };
  const NO_NOTICE: JobEnd = { reason: 'redundancy', notice: 'none' };
  const service = {
    cause: 'break-in-work' as const,
    earliestStart: plainDate('2016-04-01'),
    latestStart: plainDate('2020-04-01'),
  };

  it.each([
    ['goes on', {}],
    ['ended as was expected', ended({ reason: 'redundancy' })],
    ['ended by the employer’s death', ended({ reason: 'employer-died' })],
    // Seven years on the day ask for seven weeks: to 30 April from 12 March.
    ['ended with its notice just served', noticed('2024-03-12')],
    ['ended as was assessed', { ...assessed({ ending: NO_NOTICE }), ...ended(NO_NOTICE) }],
    ['ended without a right, whatever the reason', { ...assessed(NO_PAYMENT), ...ended(RESIGNED) }],
    ['was assessed from the first of two days of service', { service }],
    [
      'was assessed from the second of them',
      { service, ...assessed({ serviceFrom: plainDate('2020-04-01') }) },
    ],
  ])('is that of a job that %s', (_, facts) => {
    expect(cost(facts).status).toBe('known');
  });

  it.each([
    ['ended without the notice', ended(NO_NOTICE)],
    ['ended a day before its notice was served', noticed('2024-03-13')],
    [
      'ended by a death after which the PA was kept on',
      ended({
        reason: 'employer-died',
        reEngagement: { offeredOn: LAST_DAY, startsOn: LAST_DAY, answer: 'accepted' },
      }),
    ],
    [
      'was assessed for an end that was corrected',
      { ...assessed({ ending: NO_NOTICE }), ...noticed('2024-03-12') },
    ],
    [
      'gave no right on another day',
      { ...assessed(NO_PAYMENT), ...ended(RESIGNED, plainDate('2024-05-01')) },
    ],
    [
      'was assessed from a day of service that nobody states',
      assessed({ serviceFrom: plainDate('2020-04-01') }),
    ],
    [
      'was assessed from neither of two days of service',
      { service, ...assessed({ serviceFrom: plainDate('2018-04-01') }) },
    ],
  ])('is not that of a job that %s: it is assessed anew', (_, facts) => {
    expect(cost(facts)).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'redundancy-assessment',
          reason: OTHERWISE,
          suppliedBy: 'the council’s direct payment team, from payroll’s statement',
        },
      ],
    });
  });

  it('is asked of the direct payment team where there is none', () => {
    const { assessment: _, ...unassessed } = FUNDED;
    expect(redundancyCost(unassessed, SETTING)).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'redundancy-assessment',
          reason: NOT_ASSESSED,
          suppliedBy: 'the council’s direct payment team, from payroll’s statement',
        },
      ],
    });
  });
});

describe('An assessment from before the end', () => {
  interface Job {
    readonly from: string;
    readonly born?: string;
    readonly to?: string;
    readonly weekPay?: AssessmentFacts['weekPay'];
    readonly status?: 'self-employed';
    /** Where service began before or after the job did. */
    readonly serviceFrom?: string;
    readonly facts?: Partial<RedundancyAssessed>;
  }
  const factsOf = ({ from, born = '1972-01-15', to = '2024-04-30', ...job }: Job): AssessmentFacts => {
    const served = job.serviceFrom === undefined ? undefined : plainDate(job.serviceFrom);
    return {
      status: job.status ?? 'employed',
      statusDoubtful: false,
      startedOn: plainDate(from),
      ...(served && {
        service: { cause: 'break-in-work', earliestStart: served, latestStart: served },
      }),
      lastDay: plainDate(to),
      dateOfBirth: plainDate(born),
      weekPay: job.weekPay ?? { weekPayPence: pence(46_200) },
      relationship: 'none',
      privateHousehold: true,
    };
  };
  /** The job, assessed while it went on and ended since. */
  const endedSince = (job: Job, end: JobEnd): EmploymentRecord => {
    const facts = factsOf(job);
    const figure = assessedRedundancy(facts);
    if (figure.status !== 'known') throw new Error(`It is ${figure.status}`);
    return {
      ...EMPLOYED,
      stage: 'ended',
      status: facts.status,
      startedOn: facts.startedOn,
      ...(facts.service && { service: facts.service }),
      fundingPeriods: [funded(job.serviceFrom ?? job.from, undefined, { [COUNCIL]: '1' })],
      assessment: { ...figure.value, ...job.facts },
      ...ended(end, facts.lastDay),
    };
  };
  const standing = (job: Job, end: JobEnd) => {
    const figure = redundancyCost(endedSince(job, end), SETTING);
    if (figure.status === 'known') return figure.value.statutoryPence;
    return figure.status === 'pending' ? figure.missing.map(({ reason }) => reason) : figure.status;
  };
  const anew = (job: Job, end: JobEnd) => {
    const figure = assessedRedundancy({ ...factsOf(job), end });
    if (figure.status === 'pending') return figure.missing.map(({ fact }) => fact);
    if (figure.status === 'refer') return figure.candidates.map(({ value }) => value.statutoryPence);
    return [figure.value.statutoryPence, figure.value.noticePay?.amountPence ?? 'notice pay not known'];
  };

  const NONE: JobEnd = { reason: 'redundancy', notice: 'none' };
  const UNSAID: JobEnd = { reason: 'redundancy' };
  const DIED: JobEnd = { reason: 'employer-died' };
  const RESIGNED: JobEnd = { reason: 'resignation' };
  const given = (day: string): JobEnd => ({
    reason: 'redundancy',
    notice: 'given',
    noticeGivenOn: plainDate(day),
  });
  const CHANGED: JobEnd = { reason: 'employer-changed', notice: 'none' };

  /** Two years on 4 May 2024, four days after the last. */
  const NEARLY_TWO: Job = { from: '2022-05-05' };
  const ONE_YEAR: Job = { from: '2023-02-01' };
  /** Eight years on 4 May 2024. */
  const NEARLY_EIGHT: Job = { from: '2016-05-05' };
  /** Eight years on 31 March 2024. */
  const EIGHT: Job = { from: '2016-04-01' };
  const RULED_OUT: Pick<Job, 'facts'> = {
    facts: {
      ...NO_PAYMENT,
      reasons: ['relative-of-employer'],
      ruling: { reference: 'COUNSEL-1', reading: 'no right' },
    },
  };
  const RULED: Job = { ...EIGHT, ...RULED_OUT };
  /** In a job since 2023, and ruled to be in service since 2015. */
  const SERVED_LONGER: Job = { from: '2023-01-01', serviceFrom: '2015-04-01', to: '2025-03-20' };
  /** A week's pay between the caps of March and of April 2024, 643.00 and 700.00. */
  const NEAR_APRIL: Job = { ...EIGHT, to: '2024-03-31' };
  const paid = (weekPayPence: number) => ({ weekPay: { weekPayPence: pence(weekPayPence) } });

  it.each<readonly [string, Job, JobEnd, readonly (number | string)[]]>([
    ['a week’s notice that was not given makes two years', NEARLY_TWO, NONE, [138_600, 46_200]],
    ['it may, if a death adds notice', NEARLY_TWO, DIED, [0, 138_600]],
    ['it may, and nobody has said whether it was given', NEARLY_TWO, UNSAID, ['notice-given']],
    [
      'notice was given too late, and its rest makes two years',
      NEARLY_TWO,
      given('2024-04-27'),
      [138_600, 26_400],
    ],
    ['a day of notice pay is due', NEARLY_TWO, given('2024-04-24'), [0, 6_600]],
    ['it may, if another employer took over', NEARLY_TWO, CHANGED, [138_600, 0]],
    ['notice pay is due without two years', ONE_YEAR, NONE, [0, 46_200]],
    [
      'notice pay is due after another dismissal',
      ONE_YEAR,
      { reason: 'other-dismissal', notice: 'none' },
      [0, 46_200],
    ],
    ['notice pay is due to a relative without a right', RULED, NONE, [554_400, 369_600]],
    ['notice may add a year after a death', NEARLY_EIGHT, DIED, [485_100, 554_400]],
    ['notice may add a year, and nobody has said of any', NEARLY_EIGHT, UNSAID, ['notice-given']],
    [
      'notice is nine weeks by the service, not two by the job',
      SERVED_LONGER,
      given('2025-02-27'),
      [693_000, 277_200],
    ],
    [
      'notice pay is due to a relative by the service, not by the job',
      { ...SERVED_LONGER, ...RULED_OUT },
      given('2025-02-27'),
      [693_000, 277_200],
    ],
    [
      'notice may add a year after a death by the service, not by the job',
      { ...SERVED_LONGER, serviceFrom: '2015-05-05' },
      DIED,
      [623_700, 693_000, 693_000],
    ],
    [
      'a PA who is 41 on a day of the notice has more weeks for a year',
      { ...EIGHT, born: '1982-05-20' },
      UNSAID,
      ['notice-given'],
    ],
    [
      'a higher cap holds where a death’s notice ends',
      { ...NEAR_APRIL, ...paid(64_301) },
      DIED,
      [771_600, 771_612],
    ],
    [
      'a higher cap holds where notice would end',
      { ...NEAR_APRIL, ...paid(64_300) },
      UNSAID,
      ['notice-given'],
    ],
    ['the PA resigned', EIGHT, RESIGNED, [0, 0]],
    ['the PA was dismissed for misconduct', EIGHT, { reason: 'misconduct' }, [554_400, 0]],
    [
      'leave is paid too and is shared by service to a later day',
      { ...ONE_YEAR, facts: { untakenLeavePence: pence(100) } },
      CHANGED,
      [0, 'notice pay not known'],
    ],
  ])('does not stand where %s', (_, job, end, assessedAnew) => {
    expect(anew(job, end)).toEqual(assessedAnew);
    expect(standing(job, end)).toEqual([OTHERWISE]);
  });

  it.each<readonly [string, Job, JobEnd, number]>([
    ['notice of a week was served and two years are not complete', NEARLY_TWO, given('2024-04-23'), 0],
    ['a death adds notice that does not make two years', ONE_YEAR, DIED, 0],
    ['notice is not said and would not make two years', ONE_YEAR, UNSAID, 0],
    ['another employer took over and notice does not make two years', ONE_YEAR, CHANGED, 0],
    ['the PA resigned before two years were complete', NEARLY_TWO, RESIGNED, 0],
    ['a self-employed PA has no right with any notice', { ...NEARLY_TWO, status: 'self-employed' }, NONE, 0],
    ['a relative has no right with any notice', RULED, UNSAID, 0],
    ['a relative has no right after a death', RULED, DIED, 0],
    ['a death’s notice adds no year and moves no age', EIGHT, DIED, 554_400],
    ['notice is not said, adds no year and moves no age', EIGHT, UNSAID, 554_400],
    [
      'no year was in a band that a later day can move',
      { from: '2016-04-01', born: '1993-06-01' },
      given('2024-03-05'),
      369_600,
    ],
    [
      'the higher cap is above a week’s pay as the lower is',
      { ...NEAR_APRIL, ...paid(64_300) },
      DIED,
      771_600,
    ],
    ['notice of nine weeks was served by the service', SERVED_LONGER, given('2025-01-16'), 623_700],
  ])('stands where %s', (_, job, end, statutoryPence) => {
    expect(standing(job, end)).toBe(statutoryPence);
  });

  it('is made anew where notice may have moved a year past a birthday, of which no day is kept', () => {
    const at41Already = { ...EIGHT, born: '1981-10-01' };
    for (const end of [UNSAID, DIED]) {
      expect(anew(at41Already, end)[0]).toBe(392_700);
      expect(standing(at41Already, end)).toEqual([OTHERWISE]);
    }
    expect(standing(at41Already, given('2024-03-05'))).toBe(392_700);
  });

  it('is made anew where a right may begin on a day whose cap is not known', () => {
    const job = { from: '2097-05-05', born: '2050-01-15', to: '2099-04-30' };
    expect(() => anew(job, DIED)).toThrow(NoKnownCap);
    expect(standing(job, DIED)).toEqual([OTHERWISE]);
    expect(standing(job, RESIGNED)).toBe(0);
  });

  it('is made anew where an average is above the lower cap by less than a penny', () => {
    const weeks = Array.from({ length: 12 }, (_, week) => pence(week === 0 ? 64_303 : 64_300));
    const job = { ...NEAR_APRIL, weekPay: { paidWeeksMostRecentFirst: weeks } };
    expect(anew(job, DIED)).toEqual([771_600, 771_603]);
    expect(standing(job, DIED)).toEqual([OTHERWISE]);
  });

  it('stands only where the same is assessed on the end, whoever the PA is and however it came', () => {
    const day = (from: string, days: number) =>
      fc.integer({ min: 0, max: days }).map((later) => addDays(plainDate(from), later));
    const ends = fc.constantFrom<JobEnd['reason']>(
      'redundancy',
      'redundancy',
      'employer-died',
      'employer-died',
      'resignation',
      'other-dismissal',
      'employer-changed',
      'suitable-alternative-refused',
    );
    const notices = fc.option(fc.integer({ min: -1, max: 100 }), { nil: undefined });
    const jobs = fc.record({
      years: fc.integer({ min: 1, max: 22 }),
      // Within the notice of an anniversary of the start, and of a birthday.
      short: fc.integer({ min: -10, max: 90 }),
      age: fc.integer({ min: 20, max: 64 }),
      birthday: fc.integer({ min: -10, max: 120 }),
      to: day('2023-01-01', 800),
    });
    let stood = 0;
    let fell = 0;
    fc.assert(
      fc.property(jobs, ends, notices, ({ years, short, age, birthday, to }, reason, days) => {
        const from = addYears(addDays(to, short), -years);
        const born = [addYears(addDays(to, birthday), -age), addYears(from, -16)].sort()[0] ?? from;
        const job: Job = { from, born, to };
        const notice: Partial<JobEnd> =
          days === undefined
            ? {}
            : days < 0 || reason === 'employer-died'
              ? { notice: 'none' }
              : { notice: 'given', noticeGivenOn: addDays(to, -days) };
        const end: JobEnd = { reason, ...(reason !== 'resignation' && notice) };
        const before = endedSince(job, end);
        const figure = redundancyCost(before, SETTING);
        const after = assessedRedundancy({ ...factsOf(job), end });
        if (figure.status !== 'known') {
          fell += 1;
          return;
        }
        stood += 1;
        if (after.status !== 'known') throw new Error(`Assessed anew it is ${after.status}`);
        const { value } = after;
        expect({ noticePence: value.noticePay?.amountPence ?? 0, ...rightOf(value) }).toEqual({
          noticePence: 0,
          ...rightOf(before.assessment ?? value),
        });
      }),
      { numRuns: 200 },
    );
    expect(Math.min(stood, fell)).toBeGreaterThan(10);
  });

  function rightOf({ eligible, statutoryPence, completeYears, yearsByAge, capPence }: RedundancyAssessed) {
    return eligible
      ? { eligible, statutoryPence, completeYears, yearsByAge, capPence }
      : { eligible, statutoryPence };
  }
});

describe('Figures between which an adviser has to choose', () => {
  const { assessment: _, ...unassessed } = FUNDED;
  const referrals = [{ code: 'status-doubtful', reason: 'It is doubtful', referTo: 'an employment adviser' }];
  const candidates = [
    { reading: 'the rules as recorded', outcome: ASSESSED.data },
    {
      reading: 'no right',
      outcome: { ...ASSESSED.data, ...NO_PAYMENT, reasons: ['self-employed' as const] },
    },
  ];
  const referral = { lastDay: LAST_DAY, referrals, candidates };

  it('are each shared', () => {
    expect(redundancyCost({ ...unassessed, referral }, SETTING)).toMatchObject({
      status: 'refer',
      referrals,
      candidates: [
        {
          reading: 'the rules as recorded',
          value: { statutoryPence: 554_400, toSharePence: 554_400 },
          basis: { rule: 'REDUNDANCY-SPLIT' },
        },
        {
          reading: 'no right',
          value: { statutoryPence: 0, shares: [] },
          basis: { rule: 'REDUNDANCY-NOTHING-TO-SHARE', certainty: 'product-decision' },
        },
      ],
    });
  });

  it('are all assessed anew where one of them does not hold for the end', () => {
    // Somebody who was in service a day less has eight years only with notice.
    const facts = { ...unassessed, referral, startedOn: plainDate('2016-05-02') };
    expect(redundancyCost(facts, SETTING).status).toBe('refer');
    expect(redundancyCost({ ...facts, ...ended({ reason: 'employer-died' }) }, SETTING)).toMatchObject({
      status: 'pending',
      missing: [{ reason: OTHERWISE }],
    });
  });

  it('wait together for what one of them waits for', () => {
    expect(redundancyCost({ ...unassessed, fundingPeriods: [], referral }, SETTING)).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'funding-period' }],
    });
  });
});

describe('What is shared beside the statutory payment', () => {
  const ABOVE = { aboveStatutoryPence: pence(100_000) };
  const SHARED = settingWith({ redundancyAboveStatutory: 'shared-if-approved-before' });
  const approved = (day: string) => assessed({ ...ABOVE, aboveStatutoryApprovedOn: plainDate(day) });

  it.each([
    ['approved on the last day', approved('2024-04-30'), SHARED, 654_400],
    ['approved the day after', approved('2024-05-01'), SHARED, 554_400],
    ['never approved', assessed(ABOVE), SHARED, 554_400],
    ['approved, by an agreement that shares none of it', approved('2024-04-30'), SETTING, 554_400],
  ])('is what was paid above it if it was %s', (_, facts, setting, toSharePence) => {
    expect(valueOf(facts, setting)).toMatchObject({
      statutoryPence: 554_400,
      aboveStatutoryPence: toSharePence - 554_400,
      toSharePence,
    });
  });

  it.each([
    [approved('2024-04-30'), '2024-04-30', 'yes'],
    [assessed(ABOVE), 'not approved', 'no'],
  ])('is explained by the approval', (facts, approvedOn, shared) => {
    const figure = cost(facts, SHARED);
    const text = JSON.stringify(figure.status === 'known' && figure.basis);
    expect(text).toContain('"rule":"REDUNDANCY-ABOVE-STATUTORY"');
    expect(text).toContain(
      `"inputs":{"aboveStatutoryPence":100000,"agreement":"shared-if-approved-before","approvedOn":"${approvedOn}","shared":"${shared}"},"from":[{"rule":"REDUNDANCY-STATUTORY-PAY"`,
    );
    expect(JSON.stringify(cost())).not.toContain('REDUNDANCY-ABOVE-STATUTORY');
  });

  it('is asked for where nothing statutory is due but something else is', () => {
    const notice = {
      noticeWeeks: 7,
      unservedDays: 49,
      amountPence: pence(323_400),
      basis: ASSESSED.data.basis,
    };
    const unfunded = (facts: Partial<RedundancyAssessed>) => ({
      ...assessed({ ...NO_PAYMENT, ...facts }),
      fundingPeriods: [],
    });
    expect(cost(unfunded({})).status).toBe('known');
    expect(cost(unfunded({ noticePay: { ...notice, amountPence: pence(0) } })).status).toBe('known');
    expect(cost(unfunded({ noticePay: notice })).status).toBe('pending');
    expect(cost(unfunded({ untakenLeavePence: pence(1) })).status).toBe('pending');
    expect(cost(unfunded({ ...ABOVE, aboveStatutoryApprovedOn: LAST_DAY }), SHARED).status).toBe('pending');
  });

  it('is less what the insurer paid and what is left of the reserves', () => {
    const paid = { insuranceClaim: { claim: 'paid' as const, amountPence: pence(300_000) } };
    expect(valueOf({ ...paid, ...assessed({ reservesPence: pence(54_400) }) })).toMatchObject({
      statutoryPence: 554_400,
      insurancePence: 300_000,
      reservesPence: 54_400,
      toSharePence: 200_000,
    });
    expect(valueOf()).toMatchObject({ insurancePence: 0, reservesPence: 0, aboveStatutoryPence: 0 });
  });

  it.each([
    [undefined, true],
    [{ claim: 'pending' }, true],
    [{ claim: 'not-claimed' }, false],
    [{ claim: 'declined' }, false],
    [{ claim: 'paid' }, false],
  ] as const)('is interim while the insurer has not answered: %j, %s', (claim, isOpen) => {
    expect(insuranceIsOpen(claim)).toBe(isOpen);
  });
});

describe('The days that a cost is shared over', () => {
  it('are those of the service that was assessed', () => {
    const later = {
      service: {
        cause: 'break-in-work' as const,
        earliestStart: plainDate('2016-04-01'),
        latestStart: plainDate('2021-04-01'),
      },
      ...assessed({ serviceFrom: plainDate('2021-04-01') }),
    };
    expect(valueOf(later).shares).toMatchObject([{ funder: NHS_BODY, sharePence: 554_400 }]);
  });

  it('are the counted years alone where the agreement says so, back from the day to which service was counted', () => {
    const counted = settingWith({ redundancyService: 'years-that-count' });
    // Two years back from 30 April 2024 reach no day of the council.
    const twoYears = assessed({ completeYears: 2 });
    expect(valueOf(twoYears, counted).shares).toMatchObject([{ funder: NHS_BODY, sharePence: 554_400 }]);
    // Eight years back from 30 April 2024 begin on 1 May 2016: the council has 1796 days of 2922.
    expect(valueOf({}, counted).shares).toMatchObject([
      { funder: COUNCIL, sharePence: 340_761 },
      { funder: NHS_BODY, sharePence: 213_639 },
    ]);
    // Back from 31 May 2024, with a month of unserved notice, they begin on 1 June 2016: 1765 days of 2891.
    expect(valueOf(assessed({ serviceTo: plainDate('2024-05-31') }), counted).shares).toMatchObject([
      { funder: COUNCIL, sharePence: 338_470 },
      { funder: NHS_BODY, sharePence: 215_930 },
    ]);
  });
});
