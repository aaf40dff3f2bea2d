import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Basis } from '../../../kernel/basis.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting, SharingTerms } from '../case-setting.js';
import type { EmploymentRecord, FundingPeriod } from '../employment.js';
import { ASSESSED, COUNCIL, EMPLOYED, funded, NHS_BODY, settingWith } from '../workforce.fixtures.js';
import { redundancyCost, type RedundancyCost } from './redundancy-cost.js';

/** 5,544.00: the council funded 1,826 days and the NHS body 1,126. */
const ENDED: EmploymentRecord = {
  ...EMPLOYED,
  stage: 'ended',
  end: { lastDay: plainDate('2024-04-30'), reason: 'redundancy', eventId: 'end' },
  assessment: ASSESSED.data,
  fundingPeriods: [
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  ],
  insuranceClaim: { claim: 'not-claimed' },
};
const withFunding = (...fundingPeriods: readonly FundingPeriod[]) => ({ ...ENDED, fundingPeriods });
const OTHER_NHS_BODY = 'QJG';

function cost(job: EmploymentRecord, setting: CaseSetting): { value: RedundancyCost; basis: Basis } {
  const figure = redundancyCost(job, setting);
  if (figure.status !== 'known') throw new Error(JSON.stringify(figure));
  return figure;
}
const costBy = (terms: Partial<SharingTerms>, job = ENDED) => cost(job, settingWith(terms)).value;
const sharesBy = (terms: Partial<SharingTerms>, job = ENDED) =>
  Object.fromEntries(costBy(terms, job).shares.map(({ funder, sharePence }) => [funder, sharePence]));
const weightsBy = (terms: Partial<SharingTerms>, job = ENDED) =>
  Object.fromEntries(costBy(terms, job).shares.map(({ funder, weight }) => [funder, String(weight)]));
const rulesOf = ({ rule, from }: Basis): readonly string[] => [rule, ...from.flatMap(rulesOf)];
const rulesBy = (terms: Partial<SharingTerms>, job = ENDED) => rulesOf(cost(job, settingWith(terms)).basis);

describe('Unit and part years', () => {
  it('weighs months and years exactly where parts are kept, and says so in the basis', () => {
    // Five years and 60 months, and three years and a month (30 days of April are one whole month).
    expect(weightsBy({ redundancyUnit: 'months' })).toEqual({ [COUNCIL]: '60', [NHS_BODY]: '37' });
    // Thirty days of the 365 from 1 April 2024.
    expect(weightsBy({ redundancyUnit: 'whole-years' })).toEqual({ [COUNCIL]: '5', [NHS_BODY]: '225/73' });
    expect(rulesBy({ redundancyUnit: 'months' })).toContain('REDUNDANCY-UNIT-MONTHS');
  });

  it('drops the part of a year, or rounds it to the nearest half', () => {
    const years = { redundancyUnit: 'whole-years' } as const;
    expect(weightsBy({ ...years, redundancyPartYears: 'dropped' })).toEqual({
      [COUNCIL]: '5',
      [NHS_BODY]: '3',
    });
    const half = withFunding(
      funded('2016-04-01', '2021-01-15', { [COUNCIL]: '1' }),
      funded('2021-01-15', undefined, { [NHS_BODY]: '1' }),
    );
    // Four years and 289 of 365 days; three years and 107 of 366.
    expect(weightsBy({ ...years, redundancyPartYears: 'nearest-half' }, half)).toEqual({
      [COUNCIL]: '5',
      [NHS_BODY]: '7/2',
    });
  });

  it('weighs the hours or the money that was paid in each period', () => {
    const measured = withFunding(
      {
        ...funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1' }),
        hoursPaid: '6000',
        moneyPaidPence: pence(6_000_000),
      },
      {
        ...funded('2021-04-01', '2024-05-01', { [NHS_BODY]: '1' }),
        hoursPaid: '6000',
        moneyPaidPence: pence(12_000_000),
      },
    );
    expect(sharesBy({ redundancyUnit: 'hours-paid' }, measured)).toEqual({
      [COUNCIL]: 277200,
      [NHS_BODY]: 277200,
    });
    expect(sharesBy({ redundancyUnit: 'money-paid' }, measured)).toEqual({
      [COUNCIL]: 184800,
      [NHS_BODY]: 369600,
    });
    expect(rulesBy({ redundancyUnit: 'hours-paid' }, measured)).toContain('REDUNDANCY-UNIT-HOURS-PAID');
    expect(rulesBy({ redundancyUnit: 'money-paid' }, measured)).toContain('REDUNDANCY-UNIT-MONEY-PAID');
  });

  it.each(['hours-paid', 'money-paid'] as const)(
    'waits for the %s that nobody recorded',
    (redundancyUnit) => {
      expect(redundancyCost(ENDED, settingWith({ redundancyUnit }))).toMatchObject({
        status: 'pending',
        missing: [
          { fact: redundancyUnit, reason: expect.stringMatching(/1 April 2016 to 31 March 2021/) },
          { fact: redundancyUnit, reason: expect.stringMatching(/1 April 2021 to 30 April 2024/) },
        ],
      });
    },
  );
});

describe('Which service counts', () => {
  it('shares over the complete years that earn the payment, counted back from the last day', () => {
    // Eight years from 1 May 2016: the council loses the thirty days of April 2016.
    expect(weightsBy({ redundancyService: 'years-that-count' })).toEqual({
      [COUNCIL]: '1796',
      [NHS_BODY]: '1126',
    });
    expect(rulesBy({ redundancyService: 'years-that-count' })).toContain('REDUNDANCY-SERVICE-THAT-COUNTS');
  });

  it('shares over the last twenty years, and asks for no funder before them', () => {
    const long = {
      ...ENDED,
      startedOn: plainDate('1999-01-01'),
      assessment: { ...ASSESSED.data, completeYears: 25 },
      fundingPeriods: [
        funded('2004-05-01', '2014-05-01', { [COUNCIL]: '1' }),
        funded('2014-05-01', undefined, { [NHS_BODY]: '1' }),
      ],
    };
    expect(weightsBy({ redundancyService: 'last-twenty-years' }, long)).toEqual({
      [COUNCIL]: '3652',
      [NHS_BODY]: '3653',
    });
    expect(redundancyCost(long, settingWith({}))).toMatchObject({ status: 'pending' });
  });
});

describe('A gap in funding while the contract goes on', () => {
  const gap = withFunding(
    funded('2016-04-01', '2021-01-01', { [COUNCIL]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  );

  it('is left out, or counts for the last or the next funder', () => {
    expect(weightsBy({}, gap)).toEqual({ [COUNCIL]: '1736', [NHS_BODY]: '1126' });
    expect(weightsBy({ redundancyFundingGap: 'last-funder' }, gap)).toEqual({
      [COUNCIL]: '1826',
      [NHS_BODY]: '1126',
    });
    expect(weightsBy({ redundancyFundingGap: 'next-funder' }, gap)).toEqual({
      [COUNCIL]: '1736',
      [NHS_BODY]: '1216',
    });
    expect(rulesBy({ redundancyFundingGap: 'next-funder' }, gap)).toContain('REDUNDANCY-FUNDING-GAP');
    expect(rulesBy({}, gap)).not.toContain('REDUNDANCY-FUNDING-GAP');
  });
});

describe('A joint period', () => {
  const joint = withFunding(
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1/4', [NHS_BODY]: '3/4' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  );

  it('counts by the day’s shares, equally, or for the lead funder', () => {
    expect(weightsBy({}, joint)).toEqual({ [COUNCIL]: '913/2', [NHS_BODY]: '4991/2' });
    expect(weightsBy({ redundancyJointDays: 'equal' }, joint)).toEqual({
      [COUNCIL]: '913',
      [NHS_BODY]: '2039',
    });
    expect(weightsBy({ redundancyJointDays: 'lead-funder' }, joint)).toEqual({ [NHS_BODY]: '2952' });
    expect(rulesBy({ redundancyJointDays: 'equal' }, joint)).toContain('FUNDING-JOINT-DAYS');
  });
});

describe('Other funders', () => {
  const third = withFunding(
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1/2', 'access-to-work': '1/2' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  );

  it('have a share of their own that nobody recovers, or are left out of the division', () => {
    const { shares, settlement } = costBy({}, third);
    expect(shares.map(({ funder, sharePence }) => [funder, sharePence])).toEqual([
      [COUNCIL, 171466],
      ['access-to-work', 171466],
      [NHS_BODY, 211468],
    ]);
    expect(settlement.leftToEmployerPence).toBe(171466);
    expect(settlement.payments).toEqual([
      { from: NHS_BODY, to: 'assistant', amountPence: 382934 },
      { from: COUNCIL, to: NHS_BODY, amountPence: 171466 },
    ]);
    expect(sharesBy({ redundancyOtherFunders: 'left-out' }, third)).toEqual({
      [COUNCIL]: 248243,
      [NHS_BODY]: 306157,
    });
  });
});

describe('More hours or higher pay under one funder', () => {
  const raised = {
    ...ENDED,
    terms: [
      ...ENDED.terms,
      { from: plainDate('2021-04-01'), weeklyHours: '60', hourlyRatePence: pence(1200), eventId: 't' },
    ],
  };

  it('is ignored, or makes its time weigh by what a week cost', () => {
    expect(sharesBy({}, raised)).toEqual({ [COUNCIL]: 342932, [NHS_BODY]: 211468 });
    // 1,826 days at 360 a week against 1,126 at 720.
    const weighted = { redundancyHoursAndPay: 'weighted-by-cost' } as const;
    expect(sharesBy(weighted, raised)).toEqual({ [COUNCIL]: 248243, [NHS_BODY]: 306157 });
    expect(rulesBy(weighted, raised)).toContain('FUNDING-WEIGHTED-BY-COST');
  });

  it('does not break the months of a funder where its terms changed', () => {
    const midMonth = {
      ...ENDED,
      terms: [
        ...ENDED.terms,
        { from: plainDate('2018-04-16'), weeklyHours: '30', hourlyRatePence: pence(1200), eventId: 't' },
      ],
    };
    const months = { redundancyUnit: 'months', redundancyPartYears: 'dropped' } as const;
    expect(sharesBy({ ...months, redundancyHoursAndPay: 'weighted-by-cost' }, midMonth)).toEqual(
      sharesBy(months),
    );
  });
});

describe('Redundancy pay above the statutory sum', () => {
  const above = (approvedOn?: string) => ({
    ...ENDED,
    assessment: {
      ...ASSESSED.data,
      aboveStatutoryPence: pence(100000),
      ...(approvedOn !== undefined && { aboveStatutoryApprovedOn: plainDate(approvedOn) }),
    },
  });

  it('is not shared, or shared where both bodies approved it by the last day', () => {
    const shared = { redundancyAboveStatutory: 'shared-if-approved-before' } as const;
    expect(costBy({}, above('2024-03-01')).residualPence).toBe(554400);
    expect(costBy(shared, above('2024-03-01')).residualPence).toBe(654400);
    expect(costBy(shared, above('2024-05-01')).residualPence).toBe(554400);
    expect(costBy(shared, above()).residualPence).toBe(554400);
    expect(rulesBy(shared, above('2024-03-01'))).toContain('REDUNDANCY-ABOVE-STATUTORY');
  });
});

describe('Statutory notice and untaken leave', () => {
  const withNotice = {
    ...ENDED,
    assessment: {
      ...ASSESSED.data,
      noticePay: { noticeWeeks: 8, unservedDays: 56, amountPence: pence(369600), basis: ASSESSED.data.basis },
      untakenLeavePence: pence(30400),
      exGratiaNoticePence: pence(12345),
    },
  };

  it('fall on the current funder, or are shared as the redundancy is; what is ex gratia is in neither', () => {
    expect(costBy({}, withNotice).noticeAndLeave).toMatchObject({
      noticePence: 369600,
      leavePence: 30400,
      shares: [{ funder: NHS_BODY, sharePence: 400000 }],
      basis: { rule: 'REDUNDANCY-NOTICE-AND-LEAVE' },
    });
    const alike = costBy({ redundancyNoticeAndLeave: 'same-split' }, withNotice).noticeAndLeave.shares;
    expect(alike).toEqual([
      { funder: COUNCIL, sharePence: 247425 },
      { funder: NHS_BODY, sharePence: 152575 },
    ]);
  });

  it('are the employer’s own where no public body funds the job', () => {
    const own = {
      ...withNotice,
      ...withFunding(funded('2016-04-01', undefined, {})),
      assessment: { ...withNotice.assessment, eligible: false, statutoryPence: pence(0) },
    };
    expect(costBy({}, own).noticeAndLeave.shares).toEqual([{ funder: 'employer', sharePence: 400000 }]);
  });
});

describe('Insurance, reserves and the estate', () => {
  const insured = {
    ...ENDED,
    assessment: { ...ASSESSED.data, reservesPence: pence(300000) },
    insuranceClaim: { claim: 'paid', amountPence: pence(400000) } as const,
  };

  it('takes reserves after insurance or before it, and never shares less than nothing', () => {
    expect(costBy({}, insured)).toMatchObject({
      insuranceUsedPence: 400000,
      reservesUsedPence: 154400,
      residualPence: 0,
    });
    const before = { redundancyReserves: 'before-insurance' } as const;
    expect(costBy(before, insured)).toMatchObject({
      insuranceUsedPence: 254400,
      reservesUsedPence: 300000,
      residualPence: 0,
    });
    expect(rulesBy(before, insured)).toContain('REDUNDANCY-RESERVES-FIRST');
  });

  it('has the estate of an employer who died contribute its part of what is left', () => {
    const died = {
      ...ENDED,
      end: { lastDay: plainDate('2024-04-30'), reason: 'employer-died', eventId: 'end' } as const,
    };
    const estate = { redundancyEstatePercent: '12.5' };
    expect(costBy(estate, died)).toMatchObject({
      residualPence: 554400,
      estatePence: 69300,
      toSharePence: 485100,
    });
    expect(sumPence(costBy(estate, died).shares.map(({ sharePence }) => sharePence))).toBe(485100);
    expect(rulesBy(estate, died)).toContain('REDUNDANCY-ESTATE-CONTRIBUTION');
    expect(costBy(estate).estatePence).toBe(0);
  });
});

describe('Limits to a share', () => {
  it('leaves a cost below the minimum with the current funder', () => {
    expect(sharesBy({ redundancyMinimumPence: 554401 })).toEqual({ [COUNCIL]: 0, [NHS_BODY]: 554400 });
    expect(sharesBy({ redundancyMinimumPence: 554400 })).toEqual({ [COUNCIL]: 342932, [NHS_BODY]: 211468 });
    expect(rulesBy({ redundancyMinimumPence: 554401 })).toContain('REDUNDANCY-MINIMUM');
  });

  it('moves what is above the cap of a past funder to the current one, in pounds or in per cent of the payment', () => {
    const pounds = { redundancyCap: 'amount', redundancyCapPence: 300000 } as const;
    expect(sharesBy(pounds)).toEqual({ [COUNCIL]: 300000, [NHS_BODY]: 254400 });
    const percent = { redundancyCap: 'percent-of-payment', redundancyCapPercent: '50' } as const;
    expect(sharesBy(percent)).toEqual({ [COUNCIL]: 277200, [NHS_BODY]: 277200 });
    expect(rulesBy(pounds)).toContain('REDUNDANCY-CAP-ON-A-PARTY');
  });

  it('lets a body that last funded before the time bar owe nothing, and the others bear it', () => {
    expect(sharesBy({ redundancyTimeBarYears: 3 })).toEqual({ [NHS_BODY]: 554400 });
    expect(sharesBy({ redundancyTimeBarYears: 4 })).toEqual({ [COUNCIL]: 342932, [NHS_BODY]: 211468 });
    expect(rulesBy({ redundancyTimeBarYears: 3 })).toContain('FUNDING-TIME-BAR');
  });

  it('bars a body on the last day of its years and not a day before', () => {
    const until = (day: string) =>
      withFunding(funded('2016-04-01', day, { [COUNCIL]: '1' }), funded(day, undefined, { [NHS_BODY]: '1' }));
    // The council's last day is 30 April 2021 or the day before; three years before the last day is 30 April 2021.
    expect(Object.keys(sharesBy({ redundancyTimeBarYears: 3 }, until('2021-05-01')))).toEqual([
      COUNCIL,
      NHS_BODY,
    ]);
    expect(Object.keys(sharesBy({ redundancyTimeBarYears: 3 }, until('2021-04-30')))).toEqual([NHS_BODY]);
  });
});

describe('Who pays whom', () => {
  const twoNhsBodies = withFunding(
    funded('2016-04-01', '2018-04-01', { [COUNCIL]: '1' }),
    funded('2018-04-01', '2021-04-01', { [OTHER_NHS_BODY]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  );
  const bodies: CaseSetting['bodies'] = {
    successionsBetween: () => [],
    bodyOn: (code) => ({ code, kind: code === COUNCIL ? 'council' : 'integrated-care-board' }),
  };
  const paymentsBy = (terms: Partial<SharingTerms>) =>
    cost(twoNhsBodies, { ...settingWith(terms), bodies }).value.settlement.payments.map(
      ({ from, to, amountPence }) => `${from} pays ${to} ${amountPence}`,
    );

  it('is the current funder first, who recovers from the others; or each of them directly', () => {
    expect(paymentsBy({})).toEqual([
      'QM7 pays assistant 554400',
      'E10000015 pays QM7 137098',
      'QJG pays QM7 205834',
    ]);
    expect(paymentsBy({ redundancyPaidFirstBy: 'each-direct' })).toEqual([
      'E10000015 pays assistant 137098',
      'QJG pays assistant 205834',
      'QM7 pays assistant 211468',
    ]);
  });

  it('lets the last of several NHS bodies settle for all of them and collect', () => {
    expect(
      paymentsBy({
        redundancyPaidFirstBy: 'each-direct',
        redundancySeveralNhsBodies: 'last-settles-and-collects',
      }),
    ).toEqual(['E10000015 pays assistant 137098', 'QM7 pays assistant 417302', 'QJG pays QM7 205834']);
  });
});

describe('Suspension, hospital and unpaid leave', () => {
  it('count for the funder of that day’s award, even at nil pay', () => {
    const unpaid = {
      ...ENDED,
      terms: [
        ...ENDED.terms,
        { from: plainDate('2022-01-01'), weeklyHours: '0', hourlyRatePence: pence(1200), eventId: 'ward' },
        { from: plainDate('2022-07-01'), weeklyHours: '30', hourlyRatePence: pence(1200), eventId: 'home' },
      ],
    };
    expect(sharesBy({}, unpaid)).toEqual({ [COUNCIL]: 342932, [NHS_BODY]: 211468 });
  });
});

describe('Whatever an agreement chooses', () => {
  const pick = <Choice>(...choices: readonly Choice[]) => fc.constantFrom(...choices);
  const anyTerms = fc.record({
    redundancyUnit: pick('days', 'months', 'whole-years'),
    redundancyPartYears: pick('kept', 'nearest-half'),
    redundancyService: pick('whole-employment', 'last-twenty-years', 'years-that-count'),
    redundancyFundingGap: pick('left-out', 'last-funder', 'next-funder'),
    redundancyJointDays: pick('share-of-the-day', 'equal', 'lead-funder'),
    redundancyOtherFunders: pick('own-share-not-recovered', 'left-out'),
    redundancyHoursAndPay: pick('service-only', 'weighted-by-cost'),
    redundancyReserves: pick('after-insurance', 'before-insurance'),
    redundancyCap: pick('none', 'amount', 'percent-of-payment'),
    redundancyCapPence: fc.nat(600_000),
    redundancyCapPercent: fc.nat(100).map(String),
    redundancyMinimumPence: fc.nat(600_000),
    redundancySeveralNhsBodies: pick('each-its-own-days', 'last-settles-and-collects'),
    redundancyPaidFirstBy: pick('current-funder-then-recovers', 'each-direct'),
    redundancySelfFundedTime: pick('left-out', 'employers-own-share'),
    redundancyPennyTie: pick('funder-on-last-day', 'earlier-funder'),
  }) as fc.Arbitrary<Partial<SharingTerms>>;
  const MIXES = [
    { [COUNCIL]: '1' },
    { [NHS_BODY]: '1' },
    { [COUNCIL]: '1/3', [NHS_BODY]: '2/3' },
    { [COUNCIL]: '1/2', 'access-to-work': '1/4' },
    { [OTHER_NHS_BODY]: '1' },
  ];
  const anyFunding = fc
    .array(fc.tuple(fc.integer({ min: 20, max: 900 }), fc.nat(MIXES.length - 1), fc.nat(40)), {
      minLength: 1,
      maxLength: 6,
    })
    .map((spans) => {
      let from = plainDate('2016-04-01');
      const periods = spans.map(([days, mix, gap], index): FundingPeriod => {
        const until = addDays(from, days);
        const each = funded(from, index === spans.length - 1 ? undefined : until, MIXES[mix]!);
        from = addDays(until, gap);
        return each;
      });
      // The last period is open, so it has to begin before the last day of the job.
      return periods
        .filter((each) => each.from <= '2024-04-01')
        .map((each, index, all) => {
          const { until: _, ...open } = each;
          return index === all.length - 1 ? open : each;
        });
    });

  it('sums to the whole, and the payments settle exactly what the public bodies bear', () =>
    fc.assert(
      fc.property(anyTerms, anyFunding, fc.nat(700_000), (terms, periods, paid) => {
        const job: EmploymentRecord = {
          ...withFunding(...periods),
          insuranceClaim: paid === 0 ? { claim: 'not-claimed' } : { claim: 'paid', amountPence: pence(paid) },
        };
        const figure = redundancyCost(job, settingWith(terms));
        if (figure.status !== 'known') return figure.status === 'pending';
        const {
          shares,
          toSharePence,
          estatePence,
          residualPence,
          settlement,
          insuranceUsedPence,
          reservesUsedPence,
        } = figure.value;
        expect(sumPence(shares.map(({ sharePence }) => sharePence))).toBe(toSharePence);
        expect(residualPence).toBe(Math.max(0, 554400 - paid));
        expect(sumPence([toSharePence, estatePence, insuranceUsedPence, reservesUsedPence])).toBe(554400);
        expect(shares.every(({ sharePence }) => sharePence >= 0)).toBe(true);
        const toAssistant = settlement.payments.filter(({ to }) => to === 'assistant');
        const paidOut = sumPence(toAssistant.map(({ amountPence }) => amountPence));
        expect(sumPence([paidOut, settlement.leftToEmployerPence])).toBe(toSharePence);
        return true;
      }),
      { numRuns: 150 },
    ));

  it('gives the same shares in whatever order the funding was recorded', () =>
    fc.assert(
      fc.property(
        anyTerms,
        anyFunding.chain((periods) =>
          fc.tuple(fc.constant(periods), fc.shuffledSubarray(periods, { minLength: periods.length })),
        ),
        (terms, [periods, shuffled]) => {
          // What is recorded is kept in date order, whatever order it came in.
          const inOrder = [...shuffled].sort((a, b) => (a.from < b.from ? -1 : 1));
          const setting = settingWith(terms);
          expect(redundancyCost(withFunding(...inOrder), setting)).toEqual(
            redundancyCost(withFunding(...periods), setting),
          );
        },
      ),
      { numRuns: 60 },
    ));

  it('changes nothing when the pay of all weeks is scaled alike', () =>
    fc.assert(
      fc.property(anyTerms, anyFunding, fc.integer({ min: 2, max: 9 }), (terms, periods, factor) => {
        const setting = settingWith({ ...terms, redundancyHoursAndPay: 'weighted-by-cost' });
        const job = withFunding(...periods);
        const scaled = {
          ...job,
          terms: job.terms.map((each) => ({
            ...each,
            hourlyRatePence: pence(each.hourlyRatePence * factor),
          })),
        };
        const shares = (of: EmploymentRecord) => {
          const figure = redundancyCost(of, setting);
          return figure.status === 'known'
            ? figure.value.shares.map(({ sharePence }) => sharePence)
            : figure.status;
        };
        expect(shares(scaled)).toEqual(shares(job));
      }),
      { numRuns: 60 },
    ));
});
