import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { sumPence } from '../../../kernel/pence.js';
import type { EmploymentRecord } from '../employment.js';
import {
  ASSESSED,
  COUNCIL,
  EMPLOYED,
  funded,
  NHS_BODY,
  SETTING,
  settingWith,
} from '../workforce.fixtures.js';
import { exposureTotals } from './exposure-totals.js';
import { exposedJobOf, redundancyExposure } from './redundancy-exposure.js';
import { NoKnownCap } from './redundancy-week-pay-cap.js';

const DAY = plainDate('2024-04-30');
const FUNDED: EmploymentRecord = {
  ...EMPLOYED,
  fundingPeriods: [
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  ],
};
const exposure = (employment: EmploymentRecord, day = DAY, setting = SETTING) =>
  redundancyExposure(exposedJobOf(employment), setting, day);
const amounts = (employment: EmploymentRecord, day = DAY) => {
  const figure = exposure(employment, day);
  if (figure.status === 'pending') return figure.missing.map(({ fact }) => fact);
  return [figure.value.lowest.amountPence, figure.value.highest.amountPence];
};
const assessed = (facts: Partial<typeof ASSESSED.data>): EmploymentRecord => ({
  ...FUNDED,
  assessment: { ...ASSESSED.data, ...facts },
});

describe('What the redundancy of a job that goes on would cost', () => {
  it('runs from half a week to one and a half for each year, and is shared at both ends', () => {
    // Eight years at 30 hours of 12.00: 4 to 12 weeks of 360.00, over 1826 and 1126 days.
    expect(exposure(FUNDED)).toEqual({
      status: 'known',
      value: {
        lowest: {
          amountPence: 144_000,
          shares: [
            { funder: COUNCIL, sharePence: 89_073 },
            { funder: NHS_BODY, sharePence: 54_927 },
          ],
        },
        highest: {
          amountPence: 432_000,
          shares: [
            { funder: COUNCIL, sharePence: 267_220 },
            { funder: NHS_BODY, sharePence: 164_780 },
          ],
        },
      },
      basis: expect.objectContaining({
        rule: 'REDUNDANCY-EXPOSURE',
        inputs: { day: DAY, lowestPence: 144_000, highestPence: 432_000 },
      }),
    });
  });

  it('says what ages and what week’s pay it rests on', () => {
    const figure = exposure(assessed({}));
    const text = JSON.stringify(figure.status === 'known' ? figure.basis : undefined);
    expect(text).toContain('"rule":"REDUNDANCY-EXPOSURE-AGES"');
    expect(text).toContain('"earlierAssessment":"2024-04-30","assessed":"0, 0, 8"');
    expect(text).toContain(
      '"rule":"REDUNDANCY-EXPOSURE-WEEK-PAY","version":1,"title":"A week’s pay is the hours times the hourly rate of the terms in force on the day',
    );
  });

  it('is narrowed by the ages that an earlier assessment counted', () => {
    expect(amounts(assessed({}))).toEqual([432_000, 432_000]);
    // Somebody who was 41 or over in all of eight years is so in the ninth.
    expect(amounts(assessed({}), plainDate('2025-04-30'))).toEqual([486_000, 486_000]);
    const young = { yearsByAge: { below22: 4, from22: 4, from41: 0 } };
    expect(amounts(assessed(young))).toEqual([216_000, 216_000]);
    expect(amounts(assessed({ ...young, eligible: false }))).toEqual([144_000, 432_000]);
  });

  it('counts a week’s pay by the terms in force on the day, up to the cap of the day', () => {
    const [first] = EMPLOYED.terms;
    const raised = {
      ...FUNDED,
      terms: [first!, { ...first!, from: plainDate('2024-04-01'), weeklyHours: '70' }],
    };
    expect(amounts(raised, plainDate('2024-03-31'))).toEqual([144_000, 432_000]);
    expect(amounts(raised)).toEqual([280_000, 840_000]);
  });

  it('takes what payroll stated last where there are no normal hours, and waits where it stated nothing', () => {
    const terms = EMPLOYED.terms.map((each) => ({ ...each, weeklyHours: '0' }));
    expect(amounts({ ...FUNDED, terms })).toEqual(['week-pay']);
    expect(amounts({ ...assessed({}), terms })).toEqual([554_400, 554_400]);
  });

  it('waits for who funded the days, and is nothing without asking where there is no right', () => {
    expect(amounts(EMPLOYED)).toEqual(['funding-period']);
    expect(amounts(EMPLOYED, plainDate('2018-03-30'))).toEqual([0, 0]);
    expect(amounts({ ...FUNDED, status: 'self-employed' })).toEqual([0, 0]);
    expect(amounts(assessed({ eligible: false, reasons: ['relative-of-employer'] }))).toEqual([0, 0]);
  });

  it('begins at nothing while an adviser has not said whether there is a right', () => {
    const outcome = { ...ASSESSED.data, eligible: false, reasons: ['relative-of-employer' as const] };
    const referral = { lastDay: DAY, referrals: [], candidates: [{ reading: 'no right', outcome }] };
    expect(amounts({ ...FUNDED, referral })).toEqual([0, 432_000]);
  });

  it('counts a service that is not settled from its latest and its earliest day', () => {
    const service = {
      cause: 'break-in-work' as const,
      earliestStart: plainDate('2016-04-01'),
      latestStart: plainDate('2020-04-01'),
    };
    expect(amounts({ ...FUNDED, service })).toEqual([72_000, 432_000]);
  });

  it('is shared by the options of the agreement', () => {
    const setting = settingWith({ redundancyUnit: 'whole-years', redundancyPartYears: 'dropped' });
    const figure = exposure(FUNDED, DAY, setting);
    expect(figure.status === 'known' && figure.value.highest.shares).toEqual([
      { funder: COUNCIL, sharePence: 270_000 },
      { funder: NHS_BODY, sharePence: 162_000 },
    ]);
  });

  it('is refused for a day whose cap is not known', () => {
    const day = plainDate('2039-04-30');
    expect(() => exposure(FUNDED, day)).toThrow(NoKnownCap);
    expect(() => exposureTotals(day, [])).toThrow(/30 April 2039/);
  });
});

describe('The exposure of many jobs', () => {
  it('adds up what is known by funder, and counts what waits and why', () => {
    const jobs = [FUNDED, assessed({}), EMPLOYED, { ...FUNDED, status: 'self-employed' as const }];
    expect(
      exposureTotals(
        DAY,
        jobs.map((each) => exposure(each)),
      ),
    ).toEqual({
      day: DAY,
      capPence: 70_000,
      capInstrument: 'SI 2024/213',
      live: 4,
      known: 3,
      withoutRight: 1,
      pending: 1,
      lowestPence: 576_000,
      highestPence: 864_000,
      byFunder: [
        { funder: COUNCIL, atLowestPence: 356_293, atHighestPence: 534_440 },
        { funder: NHS_BODY, atLowestPence: 219_707, atHighestPence: 329_560 },
      ],
      missing: [{ fact: 'funding-period', suppliedBy: 'the council’s direct payment team', employments: 1 }],
      basis: expect.objectContaining({ rule: 'REDUNDANCY-EXPOSURE' }),
    });
  });

  it('always gives the total of each end to the funders, to the penny', () => {
    const job = fc
      .record({
        passedOn: fc.integer({ min: 1, max: 2900 }),
        share: fc.integer({ min: 1, max: 99 }),
        hours: fc.integer({ min: 1, max: 60 }),
      })
      .map(({ passedOn, share, hours }): EmploymentRecord => {
        const day = addDays(EMPLOYED.startedOn, passedOn);
        const joint = { [COUNCIL]: `${share}/100`, [NHS_BODY]: `${100 - share}/100` };
        return {
          ...EMPLOYED,
          terms: EMPLOYED.terms.map((each) => ({ ...each, weeklyHours: String(hours) })),
          fundingPeriods: [
            funded(EMPLOYED.startedOn, day, { [COUNCIL]: '1' }),
            funded(day, undefined, joint),
          ],
        };
      });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 5 }), (jobs) => {
        const totals = exposureTotals(
          DAY,
          jobs.map((each) => exposure(each)),
        );
        const atLowest = sumPence(totals.byFunder.map(({ atLowestPence }) => atLowestPence));
        const atHighest = sumPence(totals.byFunder.map(({ atHighestPence }) => atHighestPence));
        expect([atLowest, atHighest]).toEqual([totals.lowestPence, totals.highestPence]);
        expect(totals.lowestPence).toBeLessThanOrEqual(totals.highestPence);
      }),
      { numRuns: 50 },
    );
  });
});
