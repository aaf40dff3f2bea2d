import { describe, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { employment } from '../employment.js';
import { NothingToCorrect } from '../refusals.js';
import { COUNCIL, NHS_BODY, STARTED } from '../workforce.fixtures.js';
import { FundingOverlaps, recordFundingPeriod, type FundingFacts } from './record-funding-period.decision.js';

const council: FundingFacts = {
  from: plainDate('2016-04-01'),
  until: plainDate('2021-04-01'),
  shares: [{ funder: COUNCIL, share: '1' }],
};
const recorded = (data: FundingFacts) =>
  ({ type: 'workforce.funding-period-recorded', occurredOn: data.from, data }) as const;

describe('Recording who funded the employment', () => {
  it('takes a period with its funders, one that goes on, and one that the employer paid alone', () => {
    for (const facts of [
      council,
      { ...council, shares: [] },
      { from: council.from, shares: council.shares },
    ]) {
      scenario(employment)
        .given(STARTED)
        .when(recordFundingPeriod(facts))
        .thenEvents([recorded(facts)]);
    }
  });

  it('is silent when the same period comes again, in another order or notation', () => {
    const joint = {
      ...council,
      shares: [
        { funder: COUNCIL, share: '1/2' },
        { funder: NHS_BODY, share: '1/2' },
      ],
    };
    const again = {
      ...council,
      shares: [
        { funder: NHS_BODY, share: '0.5' },
        { funder: COUNCIL, share: '0.50' },
      ],
    };
    scenario(employment).given(STARTED, recorded(joint)).when(recordFundingPeriod(again)).thenNothing();
  });

  it.each([
    ['hours paid', { hoursPaid: '1501' }],
    ['no hours paid', { hoursPaid: undefined }],
    ['money paid', { moneyPaidPence: pence(1800001) }],
    ['a later last day', { until: plainDate('2021-04-02') }],
    ['an earlier first day', { from: plainDate('2016-03-31') }],
    ['a funder less', { shares: [{ funder: COUNCIL, share: '1/2' }] }],
    ['no funder', { shares: [] }],
    [
      'a funder more',
      {
        shares: [
          { funder: COUNCIL, share: '1/2' },
          { funder: NHS_BODY, share: '1/4' },
          { funder: 'access-to-work', share: '1/4' },
        ],
      },
    ],
    [
      'another funder',
      {
        shares: [
          { funder: COUNCIL, share: '1/2' },
          { funder: 'access-to-work', share: '1/4' },
        ],
      },
    ],
    [
      'other shares',
      {
        shares: [
          { funder: COUNCIL, share: '1/4' },
          { funder: NHS_BODY, share: '1/2' },
        ],
      },
    ],
  ])('is refused for the same days with %s, and silent with the same', (_, other) => {
    const measured: FundingFacts = {
      ...council,
      shares: [
        { funder: COUNCIL, share: '1/2' },
        { funder: NHS_BODY, share: '1/4' },
      ],
      hoursPaid: '1500',
      moneyPaidPence: pence(1800000),
    };
    const given = scenario(employment).given(STARTED, recorded(measured));
    given.when(recordFundingPeriod({ ...measured, hoursPaid: '1500.0' })).thenNothing();
    given.when(recordFundingPeriod({ ...measured, ...other } as FundingFacts)).thenRefused(FundingOverlaps);
  });

  it('takes the next period from the day on which the last one ended', () => {
    const next = { from: plainDate('2021-04-01'), shares: [{ funder: NHS_BODY, share: '1' }] };
    scenario(employment)
      .given(STARTED, recorded(council))
      .when(recordFundingPeriod(next))
      .thenEvents([recorded(next)]);
  });

  it('is refused for a day that has a record, unless it corrects that record', () => {
    const overlapping = { ...council, from: plainDate('2021-03-31'), until: plainDate('2022-04-01') };
    scenario(employment)
      .given(STARTED, recorded(council))
      .when(recordFundingPeriod(overlapping))
      .thenRefused(FundingOverlaps, /days from 31 March 2021 is recorded already/);
    const correction = { ...overlapping, corrects: numberedUuid(2) };
    scenario(employment)
      .given(STARTED, recorded(council))
      .when(recordFundingPeriod(correction))
      .thenEvents([recorded(correction)]);
  });

  it('does not correct the same record twice', () => {
    const correction = { ...council, until: plainDate('2020-04-01'), corrects: numberedUuid(2) };
    scenario(employment)
      .given(STARTED, recorded(council), recorded(correction))
      .when(recordFundingPeriod({ ...correction, until: plainDate('2019-04-01') }))
      .thenRefused(NothingToCorrect);
  });

  it.each([
    ['an empty period', { until: plainDate('2016-04-01') }, /last day is before/],
    ['a share of nothing', { shares: [{ funder: COUNCIL, share: '0' }] }, /above 0/],
    ['a negative share', { shares: [{ funder: COUNCIL, share: '-1/2' }] }, /above 0/],
    [
      'shares above the whole day',
      {
        shares: [
          { funder: COUNCIL, share: '2/3' },
          { funder: NHS_BODY, share: '1/2' },
        ],
      },
      /7\/6, above 1/,
    ],
    [
      'a funder named twice',
      {
        shares: [
          { funder: COUNCIL, share: '1/3' },
          { funder: COUNCIL, share: '1/3' },
        ],
      },
      /named twice/,
    ],
  ])('refuses %s', (_, wrong, words) => {
    scenario(employment)
      .given(STARTED)
      .when(recordFundingPeriod({ ...council, ...wrong }))
      .thenRefused(FieldRefused, words);
  });
});
