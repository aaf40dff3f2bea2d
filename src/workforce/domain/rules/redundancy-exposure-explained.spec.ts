import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import { ASSESSED, COUNCIL, EMPLOYED, funded, NHS_BODY, SETTING } from '../workforce.fixtures.js';
import { exposedJobOf, redundancyExposure } from './redundancy-exposure.js';

const DAY = plainDate('2024-04-30');
const FUNDED: EmploymentRecord = {
  ...EMPLOYED,
  fundingPeriods: [
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  ],
};
const NO_HOURS = { terms: EMPLOYED.terms.map((each) => ({ ...each, weeklyHours: '0' })) };
const RULING = { reference: 'ADVICE-7', reading: 'no right' };

const exposure = (employment: EmploymentRecord, day = DAY) =>
  redundancyExposure(exposedJobOf(employment), SETTING, day);
const amounts = (employment: EmploymentRecord, day = DAY) => {
  const figure = exposure(employment, day);
  if (figure.status === 'pending') return figure.missing.map(({ fact }) => fact);
  return [figure.value.lowest.amountPence, figure.value.highest.amountPence];
};
const explained = (employment: EmploymentRecord, day = DAY) => {
  const figure = exposure(employment, day);
  return figure.status === 'known' ? JSON.stringify(figure.basis) : figure.status;
};
const assessed = (facts: Partial<typeof ASSESSED.data>): EmploymentRecord => ({
  ...FUNDED,
  assessment: { ...ASSESSED.data, ...facts },
});
const notEligible = (facts: Partial<typeof ASSESSED.data>) => assessed({ eligible: false, ...facts });

/** Eight years at 30 hours of 12.00: half a week to one and a half of 360.00 for each. */
const FULL_RANGE = [144_000, 432_000];

describe('Who has a right to redundancy while the job goes on', () => {
  it('is told by reasons that last and not by those of an assessment’s day', () => {
    expect(amounts(notEligible({ reasons: ['under-two-years'] }))).toEqual(FULL_RANGE);
    expect(amounts(notEligible({ reasons: ['relative-of-employer'] }))).toEqual([0, 0]);
  });

  it('is somebody whom only the record called self-employed, until an adviser rules so', () => {
    expect(amounts(notEligible({ reasons: ['self-employed'] }))).toEqual(FULL_RANGE);
    expect(amounts(notEligible({ reasons: ['self-employed'], ruling: RULING }))).toEqual([0, 0]);
    expect(amounts(notEligible({ reasons: ['under-two-years'], ruling: RULING }))).toEqual(FULL_RANGE);
  });

  it('is doubtful at the lower end alone while an adviser is asked about status', () => {
    const outcome = { ...ASSESSED.data, eligible: false, reasons: ['self-employed' as const] };
    const referral = { lastDay: DAY, referrals: [], candidates: [{ reading: 'no right', outcome }] };
    expect(amounts({ ...FUNDED, referral })).toEqual([0, 432_000]);
    expect(amounts({ ...EMPLOYED, referral })).toEqual(['funding-period']);
    expect(exposedJobOf(FUNDED).doubts).toEqual([]);
  });

  it('is everybody from two complete years, the last day included', () => {
    // Two years on 31 March 2018: one week to three of 360.00.
    expect(amounts(FUNDED, plainDate('2018-03-30'))).toEqual([0, 0]);
    expect(amounts(FUNDED, plainDate('2018-03-31'))).toEqual([36_000, 108_000]);
  });

  it('is told with every reason against it and the years that were counted', () => {
    const day = plainDate('2018-03-30');
    const figure = exposure({ ...FUNDED, status: 'self-employed' }, day);
    expect(figure).toMatchObject({
      value: { lowest: { amountPence: 0, shares: [] } },
      basis: {
        from: [
          {
            rule: 'REDUNDANCY-NO-RIGHT',
            inputs: { reasons: 'self-employed, under-two-years' },
            from: [
              {
                rule: 'REDUNDANCY-COMPLETE-YEARS',
                inputs: { startedOn: '2016-04-01', lastDay: day, completeYears: 1 },
              },
            ],
          },
          { rule: 'REDUNDANCY-NO-RIGHT' },
        ],
      },
    });
  });
});

describe('The week’s pay and the ages that an exposure rests on', () => {
  it('are those of the terms from their first day, and of no assessment', () => {
    const raised = [
      ...EMPLOYED.terms,
      { from: DAY, weeklyHours: '40', hourlyRatePence: pence(1200), eventId: 'raised' },
    ];
    expect(amounts({ ...FUNDED, terms: raised })).toEqual([192_000, 576_000]);
    const text = explained(FUNDED);
    expect(text).toContain('"inputs":{"termsFrom":"2016-04-01","weeklyHours":"30","hourlyRatePence":1200}');
    expect(text).toContain('"earlierAssessment":"none"');
  });

  it('are those that payroll stated for an assessment where there are no normal hours', () => {
    expect(explained({ ...assessed({}), ...NO_HOURS })).toContain(
      '"inputs":{"statedFor":"2024-04-30","weekPayPence":46200}',
    );
  });

  it('are of the day to which the assessment counted service', () => {
    expect(explained(assessed({ serviceTo: plainDate('2024-06-25') }))).toContain(
      '"earlierAssessment":"2024-06-25","assessed":"0, 0, 8"',
    );
  });

  it('are waited for in words, together with whatever else is missing', () => {
    expect(exposure({ ...FUNDED, ...NO_HOURS })).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'week-pay',
          reason:
            'No normal hours are recorded for 30 April 2024, and payroll has not stated a week’s pay for an assessment',
          suppliedBy: 'payroll, through the council’s direct payment team',
        },
      ],
    });
    expect(amounts({ ...FUNDED, terms: [] })).toEqual(['week-pay']);
    expect(amounts({ ...EMPLOYED, ...NO_HOURS })).toEqual(['week-pay', 'funding-period']);
  });

  it('keep of an assessment only what the exposure follows from', () => {
    const { lastDay, yearsByAge, weekPayPence, eligible, reasons } = ASSESSED.data;
    const kept = { lastDay, yearsByAge, weekPayPence, eligible, reasons };
    expect(exposedJobOf(assessed({})).assessment).toStrictEqual(kept);
    const more = { serviceTo: plainDate('2024-06-25'), ruling: RULING };
    expect(exposedJobOf(assessed(more)).assessment).toStrictEqual({ ...kept, ...more });
  });
});
