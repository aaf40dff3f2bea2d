import { describe, expect, it } from '@jest/globals';
import { pence, sumPence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting, SharingTerms } from '../case-setting.js';
import { ASSESSED, COUNCIL, funded, NHS_BODY, settingWith } from '../workforce.fixtures.js';
import {
  cost,
  costBy,
  ENDED,
  OTHER_NHS_BODY,
  rulesBy,
  sharesBy,
  withFunding,
} from './sharing-options.fixtures.js';

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
