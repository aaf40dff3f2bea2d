import { describe, expect, it } from '@jest/globals';
import { basisOf, type Rule } from '../../../kernel/basis.js';
import { known } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { period } from '../../../kernel/period.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import {
  ASSESSED,
  COUNCIL,
  EMPLOYED,
  funded,
  LEAVE_STATEMENT,
  NHS_BODY,
  SETTING,
  settingWith,
} from '../workforce.fixtures.js';
import { firstYearTiming } from './first-year-timing.js';
import { fundedDays } from './funded-days.js';
import { govukRedundancyPay } from './govuk-redundancy-pay.js';
import { holidayEntitlement, hoursOfAverageDay } from './holiday/entitlement.js';
import { NO_PAID_WEEK } from './holiday/paid-weeks.js';
import { fractionOfYear } from './holiday/part-of-year.js';
import { payPeriodAccrual } from './holiday/pay-period-accrual.js';
import { leaveInAccount } from './leave-in-account.js';
import { leavePaidOnTermination } from './leave-paid-on-termination.js';
import { pensionablePayInLieu } from './pension-on-notice.js';
import { adjustmentOf } from './redundancy-adjustment.js';
import { whatIsLeft } from './redundancy-residual.js';
import { serviceThatCounts } from './service-that-counts.js';
import { weekPayOf } from './week-pay.js';

const SAMPLE: Rule = { code: 'SAMPLE', version: 1, title: 'Sample', source: 'spec', certainty: 'sourced' };
const BASIS = basisOf(SAMPLE, {});

describe('What is left of a payment is explained', () => {
  const cost = {
    statutoryPence: pence(1000),
    insurancePence: pence(300),
    reservesPence: pence(100),
    basis: BASIS,
  };
  const inputs = { statutoryPence: 1000, insurancePence: 300, reservesPence: 100, residualPence: 600 };

  it('without what was paid above the statutory sum where nothing was, and with it where it was', () => {
    expect(whatIsLeft(cost, SETTING.terms).basis.inputs).toStrictEqual(inputs);
    const above = { ...cost, aboveStatutoryPence: pence(50) };
    expect(whatIsLeft(above, SETTING.terms).basis.inputs).toStrictEqual({
      ...inputs,
      aboveStatutoryPence: 50,
      residualPence: 650,
    });
  });

  it('by the estate’s part of it', () => {
    const terms = { ...SETTING.terms, redundancyEstatePercent: '25' };
    expect(whatIsLeft({ ...cost, employerDied: true }, terms)).toMatchObject({
      estatePence: 150,
      toSharePence: 450,
      basis: {
        rule: 'REDUNDANCY-ESTATE-CONTRIBUTION',
        inputs: { percent: '25', residualPence: 600, estatePence: 150 },
        from: [{ rule: 'REDUNDANCY-RESIDUAL', from: [BASIS] }],
      },
    });
  });
});

describe('Funded days are explained', () => {
  const service = period(plainDate('2024-01-01'), plainDate('2024-12-31'));
  const textOf = (setting: CaseSetting, shares: Record<string, string>) =>
    JSON.stringify(fundedDays(service, [funded('2024-01-01', undefined, shares)], setting));
  const never: CaseSetting = { ...SETTING, liability: { status: 'never' } };

  it('by each funder’s part, and where the employer paid alone', () => {
    expect(textOf(never, { [COUNCIL]: '0.5', [NHS_BODY]: '0.5' })).toContain(
      `"2024-01-01 to 2024-12-30":"365 days: ${COUNCIL} 0.5, ${NHS_BODY} 0.5"`,
    );
    expect(textOf(never, {})).toContain('"2024-01-01 to 2024-12-30":"365 days: self-funded"');
  });

  it('by what the agreement makes of gaps', () => {
    const charged = { ...never, terms: { ...SETTING.terms, redundancyFundingGap: 'last-funder' } } as const;
    const text = textOf(charged, { [COUNCIL]: '1' });
    expect(text).toContain('"inputs":{"gapCountsFor":"last-funder"},"from":[{"rule":"FUNDING-AS-RECORDED"');
  });

  it('wait for the cause of a delay that holds days of the council, and for no other', () => {
    const held = period(plainDate('2024-06-01'), plainDate('2024-07-01'));
    const liability = { status: 'known', startsOn: plainDate('2024-10-14'), held } as const;
    const recorded = [
      funded('2024-01-01', '2024-03-01', { [COUNCIL]: '1' }),
      funded('2024-03-01', '2024-08-01', { [NHS_BODY]: '1' }),
      funded('2024-08-01', undefined, { [COUNCIL]: '1' }),
    ];
    expect(fundedDays(service, recorded, { ...SETTING, liability }).status).toBe('known');
    const councils = [
      funded('2024-01-01', '2024-03-01', { [COUNCIL]: '1' }),
      funded('2024-03-01', undefined, { [COUNCIL]: '1' }),
    ];
    expect(fundedDays(service, councils, { ...SETTING, liability })).toMatchObject({
      missing: [{ fact: 'delay-classification' }],
    });
  });
});

describe('The years that a split counts are explained', () => {
  const of = (redundancyService: 'last-twenty-years' | 'years-that-count') =>
    serviceThatCounts(
      { startedOn: plainDate('1990-01-01'), lastDay: plainDate('2024-04-30') },
      { years: 5, relevantDate: plainDate('2024-04-30') },
      { redundancyService },
    );

  it.each([
    ['last-twenty-years', '2004-05-01'],
    ['years-that-count', '2019-05-01'],
  ] as const)('%s of a service from 1990 begin on %s', (redundancyService, from) => {
    expect(of(redundancyService)).toMatchObject({
      days: { from },
      basis: [{ inputs: { serviceCounted: redundancyService, from, lastDay: '2024-04-30' } }],
    });
  });
});

describe('A difference from a recorded split is explained', () => {
  const recorded = {
    reference: 'SPLIT-1',
    shares: [{ funder: COUNCIL, weight: '365', sharePence: pence(600) }],
  };

  it('by each party, and is none where nothing changed', () => {
    expect(adjustmentOf(recorded, { shares: recorded.shares, basis: BASIS })).toBeUndefined();
    const now = {
      shares: [
        { funder: COUNCIL, sharePence: pence(400) },
        { funder: NHS_BODY, sharePence: pence(200) },
      ],
      basis: BASIS,
    };
    expect(adjustmentOf(recorded, now)?.basis).toMatchObject({
      rule: 'REDUNDANCY-ADJUSTING-CREDIT',
      inputs: {
        adjusts: 'SPLIT-1',
        [`difference for ${COUNCIL}`]: -200,
        [`difference for ${NHS_BODY}`]: 200,
      },
      from: [BASIS],
    });
  });
});

describe('Pay in lieu of notice and the pension', () => {
  it('is for the scheme to say, with both answers explained', () => {
    const notice = {
      noticeWeeks: 8,
      unservedDays: 56,
      amountPence: pence(369_600),
      basis: ASSESSED.data.basis,
    };
    const counted = (pensionablePence: number) => ({ inputs: { noticePence: 369_600, pensionablePence } });
    expect(pensionablePayInLieu(notice)).toMatchObject({
      referrals: [
        {
          code: 'pension-on-pay-in-lieu',
          reason:
            'The law’s list of earnings does not plainly name pay in lieu of notice, so whether contributions are due on it follows from the rules of the pension scheme',
          referTo: 'the pension scheme, through payroll',
        },
      ],
      candidates: [
        { reading: 'the scheme counts pay in lieu', basis: counted(369_600) },
        { reading: 'the scheme does not count pay in lieu', basis: counted(0) },
      ],
    });
  });
});

describe('Leave in the account of the direct payment', () => {
  it('is none where the NHS body takes the leave on, whatever the reserve', () => {
    const statement = { ...LEAVE_STATEMENT, rateIncludesLeave: true, unspentReservePence: pence(20_000) };
    const job = { ...EMPLOYED, leaveStatements: [statement] };
    const figure = leaveInAccount(
      known(pence(20_000), BASIS),
      job,
      settingWith({ leaveSettlement: 'nhs-absorbs' }),
    );
    expect(figure).toMatchObject({
      value: 0,
      basis: { inputs: { leaveSettlement: 'nhs-absorbs', inAccountPence: 0 } },
    });
  });

  it('gives the odd penny of what was paid on termination to the NHS body', () => {
    const year = period(plainDate('2024-04-01'), plainDate('2025-04-01'));
    const job = { startedOn: plainDate('2016-04-01'), lastDay: plainDate('2024-04-02') };
    expect(leavePaidOnTermination(pence(101), year, job, plainDate('2024-04-02'))).toMatchObject({
      councilPence: 50,
      nhsPence: 51,
    });
  });
});

describe('Leave that is taken too early in the first year', () => {
  const STARTED = plainDate('2024-07-01');
  const timing = (takenHours: string, cutOff: string) =>
    firstYearTiming(
      {
        ...LEAVE_STATEMENT,
        takenHours,
        workPattern: { kind: 'hours', daysPerWeek: '5' },
      },
      STARTED,
      plainDate(cutOff),
    ).differences;

  it('is told in words, from the second day of the job to the end of its first year', () => {
    // One month of twelve: 28 / 12 is 2.5 days up to the half, of six hours.
    expect(timing('15', '2024-07-02')).toEqual([]);
    expect(timing('16', '2024-07-02')).toEqual([
      {
        code: 'taken-before-first-year-accrual',
        reason:
          '16 hours of leave were taken where 15 could be taken by then in the first year of the job: this limits when leave is taken and not what is owed',
        followed: '16',
        instead: '15',
      },
    ]);
    expect(timing('200', '2024-07-01')).toEqual([]);
    expect(timing('200', '2024-06-01')).toEqual([]);
    expect(timing('200', '2025-06-30')).toHaveLength(1);
    expect(timing('200', '2025-07-01')).toEqual([]);
  });
});

describe('What the holiday rules refuse or name', () => {
  const full = { period: 'full-year' } as const;

  it('is work that cannot be', () => {
    const eightDays = { basis: 'hours', daysPerWeek: Fraction.of(8), hoursPerWeek: Fraction.of(30) } as const;
    expect(() => hoursOfAverageDay(eightDays)).toThrow(
      'Days a week are 8, which is not above 0 and at most 7',
    );
    const shifts = (shiftsPerPattern: number, daysInPattern: number) =>
      holidayEntitlement(
        {
          basis: 'shifts',
          shiftsPerPattern: Fraction.of(shiftsPerPattern),
          daysInPattern: Fraction.of(daysInPattern),
        },
        full,
      );
    expect(() => shifts(4, 0)).toThrow('A shift pattern has no days');
    expect(() => shifts(9, 8)).toThrow('Shifts a day are 1.125, which is not above 0 and at most 1');
    expect(() => payPeriodAccrual([Fraction.of(-1)])).toThrow('Hours worked are below nothing');
    const startedOn = plainDate('2024-07-01');
    expect(() =>
      fractionOfYear({ period: 'starting-and-leaving', startedOn, lastDay: plainDate('2025-07-01') }),
    ).toThrow('2025-07-01 is not within the year from 2024-07-01');
  });

  it('is the months of a starter and whoever supplies a week of pay', () => {
    const starting = { startedOn: plainDate('2024-07-15'), leaveYearStart: plainDate('2024-04-01') };
    expect(fractionOfYear({ period: 'starting', ...starting }).basis).toMatchObject({
      rule: 'HOLIDAY-STARTER-MONTHS',
      inputs: {
        startedOn: '2024-07-15',
        leaveYearFrom: '2024-04-01',
        months: 9,
        fractionOfYear: '3/4',
      },
    });
    expect(NO_PAID_WEEK.suppliedBy).toBe('payroll, or an employment adviser where nothing was ever paid');
    expect(weekPayOf({ weekPayPence: pence(46200) })).toMatchObject({
      basis: { inputs: { weekPayPence: 46200 } },
    });
  });
});

describe('GOV.UK’s figure for a redundancy', () => {
  it.each([
    ['2022-05-01', 138_600],
    ['2022-05-02', 0],
  ])('of a job from %s that ended on 30 April 2024 is %d pence', (startedOn, sum) => {
    const facts = {
      lastDay: plainDate('2024-04-30'),
      dateOfBirth: plainDate('1972-01-15'),
      weekPayPence: pence(46200),
    };
    expect(govukRedundancyPay({ ...facts, startedOn: plainDate(startedOn) })).toBe(sum);
  });
});
