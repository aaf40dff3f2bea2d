import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ASSESSED, COUNCIL, funded, NHS_BODY, settingWith } from '../workforce.fixtures.js';
import { redundancyCost } from './redundancy-cost.js';
import { ENDED, rulesBy, sharesBy, weightsBy, withFunding } from './sharing-options.fixtures.js';

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
