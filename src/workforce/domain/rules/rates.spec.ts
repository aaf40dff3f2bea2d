import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { includes, type Period } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import {
  automaticEnrolmentOn,
  employerNationalInsuranceOn,
  employmentAllowanceOn,
  leaveRecordsOn,
  minimumHourlyPence,
  minimumWageOn,
  RATES,
  RATES_VERSION,
  statutorySickPayOn,
  terminationPaymentsOn,
} from './rates.js';
import { NoKnownRate, rateOn, type RateSeries } from './rates-series.js';

type AnySeries = RateSeries<Period & { source: string; certainty: string }>;
const everySeries: [string, AnySeries][] = Object.entries<AnySeries>(RATES);
const days = fc.integer({ min: 0, max: 40 * 365 }).map((offset) => addDays(plainDate('2000-01-01'), offset));

describe('The table of national rates', () => {
  it('says which version it is', () => {
    expect(RATES_VERSION).toBeGreaterThanOrEqual(1);
  });

  it.each(everySeries)('%s has neither a gap nor an overlap from row to row', (_key, { rows }) => {
    rows.slice(1).forEach((row, before) => expect(row.from).toBe(rows[before]?.until));
    rows.forEach(({ from, until }) => expect(from < until).toBe(true));
  });

  it.each(everySeries)('%s says of every row where it was read', (_key, { rows }) => {
    for (const { source } of rows) expect(source).toMatch(/\w{3}/);
  });

  it.each(everySeries)(
    '%s has one row for a day that it covers, and a refusal for any other',
    (_key, series) => {
      const { name, rows } = series;
      fc.assert(
        fc.property(days, (day) => {
          const covering = rows.filter((row) => includes(row, day));
          if (covering.length === 0) {
            expect(() => rateOn(series, day)).toThrow(NoKnownRate);
            expect(() => rateOn(series, day)).toThrow(name);
          } else {
            expect(covering).toEqual([rateOn(series, day)]);
          }
        }),
      );
    },
  );

  it.each(everySeries)('%s ends by 5 April 2027, after which nothing is known', (_key, series) => {
    expect(() => rateOn(series, plainDate('2027-04-06'))).toThrow(/6 April 2027 is not known here/);
    expect(rateOn(series, plainDate('2027-03-31'))).toEqual(series.rows.at(-1));
  });
});

describe('The minimum wage', () => {
  it.each([
    ['2026-04-01', 17, 800],
    ['2026-04-01', 18, 1085],
    ['2026-04-01', 20, 1085],
    ['2026-04-01', 21, 1271],
    ['2026-03-31', 21, 1221],
    ['2023-04-01', 22, 1018],
    ['2023-04-01', 23, 1042],
    ['2016-04-01', 24, 670],
    ['2016-04-01', 25, 720],
  ])('for a pay period from %s at the age of %d is %d pence an hour', (from, age, hourlyPence) => {
    expect(minimumHourlyPence(plainDate(from), age)).toBe(hourlyPence);
  });

  it('never falls with age, nor from one row to the next', () => {
    const bands = RATES.minimumWage.rows.map(
      ({ under18Pence, from18Pence, from21Pence, from23Pence, from25Pence }) => [
        under18Pence,
        from18Pence,
        from21Pence,
        from23Pence,
        from25Pence,
      ],
    );
    bands.forEach((band, place) => {
      expect(band).toEqual([...band].sort((left, right) => left - right));
      const before = bands[place - 1] ?? [];
      before.forEach((pence, age) => expect(band[age]).toBeGreaterThanOrEqual(pence));
    });
  });

  it('is called the National Living Wage from an age at which the top rate is paid', () => {
    for (const row of RATES.minimumWage.rows) {
      if (row.livingWageFromAge === undefined) continue;
      expect(minimumHourlyPence(row.from, row.livingWageFromAge)).toBe(row.from25Pence);
      expect(minimumHourlyPence(row.from, row.livingWageFromAge - 1)).toBeLessThan(row.from25Pence);
    }
  });

  it('changes for the period that begins on the day, whole', () => {
    expect(minimumWageOn(plainDate('2025-04-01'))).toEqual({
      from: '2025-04-01',
      until: '2026-04-01',
      under18Pence: 755,
      from18Pence: 1000,
      from21Pence: 1221,
      from23Pence: 1221,
      from25Pence: 1221,
      apprenticePence: 755,
      accommodationOffsetDailyPence: 1066,
      livingWageFromAge: 21,
      source: expect.stringContaining('GOV.UK minimum wage calculator'),
      certainty: 'sourced',
    });
  });

  it.each([-1, 17.5, Number.NaN])('is refused for the age %d', (age) => {
    expect(() => minimumHourlyPence(plainDate('2026-04-01'), age)).toThrow(/is not an age/);
  });
});

describe('Employer’s National Insurance', () => {
  it.each([
    ['2022-04-05', 17000, '13.8'],
    ['2022-11-05', 17500, '15.05'],
    ['2022-11-06', 17500, '13.8'],
    ['2025-04-06', 9600, '15'],
    ['2027-04-05', 9600, '15'],
  ])('of earnings paid on %s starts above %d pence a week at %s per cent', (paidOn, weekly, percent) => {
    const row = employerNationalInsuranceOn(plainDate(paidOn));
    expect(row.secondaryThresholdWeeklyPence).toBe(weekly);
    expect(row.ratePercent).toBe(percent);
  });

  it('is shown as unverified, since its own text was not read', () => {
    expect(new Set(RATES.employerNationalInsurance.rows.map(({ certainty }) => certainty))).toEqual(
      new Set(['unverified']),
    );
  });
});

describe('The Employment Allowance', () => {
  it.each([
    ['2015-04-05', 200000, false],
    ['2015-04-06', 200000, true],
    ['2020-04-05', 300000, true],
    ['2020-04-06', 400000, true],
    ['2022-04-06', 500000, true],
    ['2025-04-06', 1050000, true],
  ])('on %s is %d pence a year; somebody who employs only PAs may claim: %s', (day, yearlyPence, may) => {
    expect(employmentAllowanceOn(plainDate(day))).toMatchObject({
      yearlyPence,
      personalAssistantEmployers: may,
    });
  });
});

describe('Automatic enrolment', () => {
  it.each([
    ['2018-04-05', 1000000, 587600, 4500000, '1', '2'],
    ['2018-04-06', 1000000, 603200, 4635000, '2', '5'],
    ['2019-04-06', 1000000, 613600, 5000000, '3', '8'],
    ['2026-04-06', 1000000, 624000, 5027000, '3', '8'],
  ])('in a pay period from %s', (from, trigger, lower, upper, employer, total) => {
    expect(automaticEnrolmentOn(plainDate(from))).toMatchObject({
      earningsTriggerYearlyPence: trigger,
      qualifyingFromYearlyPence: lower,
      qualifyingUpToYearlyPence: upper,
      employerPercent: employer,
      totalPercent: total,
    });
  });
});

describe('Statutory sick pay', () => {
  it('does not start the rate of 2015 a year early, as a published table does', () => {
    expect(statutorySickPayOn(plainDate('2015-04-05')).weeklyPence).toBe(8755);
    expect(statutorySickPayOn(plainDate('2015-04-06')).weeklyPence).toBe(8845);
  });

  it('has a lower earnings limit until 5 April 2026, and a part of average earnings from then on', () => {
    expect(statutorySickPayOn(plainDate('2026-04-05'))).toMatchObject({
      weeklyPence: 11875,
      lowerEarningsLimitWeeklyPence: 12500,
    });
    const today = statutorySickPayOn(plainDate('2026-04-06'));
    expect(today).toMatchObject({ weeklyPence: 12325, averageEarningsPercent: '80' });
    expect(today).not.toHaveProperty('lowerEarningsLimitWeeklyPence');
  });
});

describe('A payment for the end of a job', () => {
  it.each([
    ['2020-04-05', false],
    ['2020-04-06', true],
  ])('that is made on %s bears no tax up to 30,000 pounds; Class 1A on the rest: %s', (paidOn, owed) => {
    expect(terminationPaymentsOn(plainDate(paidOn))).toMatchObject({
      taxFreePence: 3_000_000,
      employerClass1A: owed,
      certainty: 'unverified',
    });
  });
});

describe('A record of leave', () => {
  it('is kept for six years from the day on which the duty began, and not guessed before', () => {
    expect(leaveRecordsOn(plainDate('2026-04-06')).keptYears).toBe(6);
    expect(() => leaveRecordsOn(plainDate('2026-04-05'))).toThrow(
      'The time that records of leave are kept on 5 April 2026 is not known here',
    );
  });
});
