import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { pounds, useWorkforceApi } from '../../../../test/support/workforce-api.js';

const JOB = {
  startedOn: '2016-04-01',
  lastDay: '2024-04-30',
  dateOfBirth: '1972-01-15',
  weekPay: pounds('462.00'),
};
const SPLIT = {
  startedOn: '2016-04-01',
  lastDay: '2024-04-30',
  statutory: pounds('5544.00'),
  council: 'E10000015',
  nhsBody: 'QM7',
  liableFrom: '2024-10-14',
  fundingPeriods: [
    { from: '2016-04-01', lastDay: '2021-03-31', shares: [{ funder: 'E10000015', share: '1' }] },
    { from: '2021-04-01', shares: [{ funder: 'QM7', share: '1' }] },
  ],
};

describe('the calculators of notice and redundancy', () => {
  const api = useWorkforceApi();
  const ask = (calculator: string, body: object) =>
    api.post('herts-auditor', `/v1/calculations/${calculator}`, body);
  const sharesOf = async (facts: object) => {
    const { body } = await ask('redundancy-split', { ...SPLIT, ...facts });
    return body.shares?.map((each: { funder: string; share: { amount: string } }) => [
      each.funder,
      each.share.amount,
    ]);
  };

  it('tell the statutory notice of a job', async () => {
    const answer = await ask('notice', { startedOn: '2016-04-01', givenOn: '2024-03-05' });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        weeks: 7,
        completeYears: 7,
        earliestExpiry: '2024-04-23',
        basis: expect.objectContaining({ rule: 'NOTICE-RUNS-FROM-NEXT-DAY' }),
      }),
    ]);
  });

  it('tell the statutory payment with its explanation, and do not give back the date of birth', async () => {
    const { status, body } = await ask('redundancy', JOB);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'known',
      value: {
        statutory: pounds('5544.00'),
        weeks: '12',
        yearsByAge: { below22: 0, from22: 0, from41: 8 },
        cap: pounds('700.00'),
        noRight: [],
      },
      basis: { rule: 'REDUNDANCY-STATUTORY-PAY' },
    });
    expect(JSON.stringify(body)).not.toContain('1972-01-15');
  });

  it('show GOV.UK’s figure beside where the birthday is the day after the last day', async () => {
    const { body } = await ask('redundancy', { ...JOB, dateOfBirth: '1980-05-01' });
    expect(body.value).toMatchObject({ statutory: pounds('4389.00'), govukFigure: pounds('4158.00') });
  });

  it('say why there is no right', async () => {
    const { body } = await ask('redundancy', { ...JOB, status: 'self-employed' });
    expect(body.value).toMatchObject({
      statutory: pounds('0.00'),
      noRight: [{ code: 'self-employed' }],
    });
  });

  it('leave to an adviser what the rules leave open, with the figure of each reading', async () => {
    const { body } = await ask('redundancy', {
      ...JOB,
      lastDay: '2024-04-01',
      reason: 'redundancy',
      notice: 'none',
      weekPay: pounds('800.00'),
    });
    expect(body).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'cap-changes-with-notice', referTo: 'an employment adviser' }],
      candidates: [
        { value: { statutory: pounds('7716.00'), cap: pounds('643.00') } },
        { value: { statutory: pounds('8400.00'), cap: pounds('700.00') } },
      ],
    });
  });

  it('leave to the pension scheme whether notice pay counts, and to an adviser who pays for an insolvent estate', async () => {
    const lieu = await ask('redundancy', { ...JOB, reason: 'redundancy', notice: 'none' });
    expect(lieu.body.value.noticePay).toMatchObject({
      value: pounds('3696.00'),
      pensionable: {
        status: 'refer',
        referrals: [{ code: 'pension-on-pay-in-lieu' }],
        candidates: [{ value: pounds('3696.00') }, { value: pounds('0.00') }],
      },
    });
    const estate = { reason: 'employer-died', estateInsolvent: true };
    const insolvent = await ask('redundancy', { ...JOB, ...estate });
    expect(insolvent.body).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'estate-insolvent' }],
      candidates: [
        { reading: /the estate pays$/, value: { statutory: pounds('5544.00') } },
        { reading: /the National Insurance Fund pays/, value: { statutory: pounds('5544.00') } },
      ].map((each) => ({ ...each, reading: expect.stringMatching(each.reading) })),
    });
  });

  it('wait for whether notice was given where the payment turns on it', async () => {
    const { body } = await ask('redundancy', { ...JOB, lastDay: '2024-03-30', reason: 'redundancy' });
    expect(body).toMatchObject({ status: 'pending', missing: [{ fact: 'notice-given' }] });
  });

  it('share a payment by the days that each body funded, by the defaults of an agreement', async () => {
    const { status, body } = await ask('redundancy-split', SPLIT);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'known',
      residual: pounds('5544.00'),
      shares: [
        { funder: 'E10000015', weight: '1826', share: pounds('3429.32') },
        { funder: 'QM7', weight: '1126', share: pounds('2114.68') },
      ],
      settlement: { payments: [{ from: 'QM7', to: 'assistant', amount: pounds('5544.00') }, {}] },
      basis: { rule: 'REDUNDANCY-SPLIT' },
    });
    expect(JSON.stringify(body.basis)).toContain('REDUNDANCY-PAYMENT-STATED');
  });

  it('share it by every option that is chosen', async () => {
    const whole = { redundancyUnit: 'whole-years', redundancyPartYears: 'dropped' };
    expect(await sharesOf({ options: whole })).toEqual([
      ['E10000015', '3465.00'],
      ['QM7', '2079.00'],
    ]);
    expect(
      await sharesOf({
        insurance: pounds('1000.00'),
        employerDied: true,
        options: { redundancyEstatePercent: '50', redundancyCap: 'amount', redundancyCapPence: 100_000 },
      }),
    ).toEqual([
      ['E10000015', '1000.00'],
      ['QM7', '1272.00'],
    ]);
    expect(
      await sharesOf({
        options: { redundancyHoursAndPay: 'weighted-by-cost' },
        terms: [
          { from: '2016-04-01', weeklyHours: '10', hourlyRate: pounds('12.00') },
          { from: '2021-04-01', weeklyHours: '30', hourlyRate: pounds('12.00') },
        ],
      }),
    ).toEqual([
      ['E10000015', '1945.30'],
      ['QM7', '3598.70'],
    ]);
  });

  it('wait for who funded the rest, and for when the NHS body became liable', async () => {
    const [council] = SPLIT.fundingPeriods;
    const waiting = await ask('redundancy-split', { ...SPLIT, fundingPeriods: [council] });
    expect(waiting.body).toMatchObject({ status: 'pending', missing: [{ fact: 'funding-period' }] });
    const { liableFrom: _, ...undated } = SPLIT;
    const unknown = await ask('redundancy-split', undated);
    expect(unknown.body).toMatchObject({ status: 'pending', missing: [{ fact: 'liability-start' }] });
    const never = await ask('redundancy-split', { ...undated, neverLiable: true });
    expect(never.body.status).toBe('known');
  });

  it.each([
    ['notice', '/givenOn', { startedOn: '2024-03-06', givenOn: '2024-03-05' }],
    ['redundancy', '/weekPay', { ...JOB, weekPay: undefined }],
    ['redundancy', '/paidWeeks', { ...JOB, paidWeeks: [pounds('400.00')] }],
    ['redundancy', '/dateOfBirth', { ...JOB, dateOfBirth: '2017-01-01' }],
    ['redundancy', '/lastDay', { ...JOB, lastDay: '2016-03-31' }],
    ['redundancy', '/estateInsolvent', { ...JOB, estateInsolvent: true }],
    ['redundancy', '/reason', { ...JOB, notice: 'none' }],
    ['redundancy', '/noticeGivenOn', { ...JOB, reason: 'redundancy', notice: 'given' }],
    [
      'redundancy',
      '/service/latestStart',
      {
        ...JOB,
        service: { cause: 'break-in-work', earliestStart: '2019-01-01', latestStart: '2016-04-01' },
      },
    ],
    ['redundancy-split', '/lastDay', { ...SPLIT, lastDay: '2016-03-31' }],
    ['redundancy-split', '/statutory', { ...SPLIT, statutory: pounds('-1.00') }],
    ['redundancy-split', '/neverLiable', { ...SPLIT, neverLiable: true }],
    ['redundancy-split', '/aboveStatutory', { ...SPLIT, aboveStatutoryApprovedOn: '2024-03-01' }],
    ['redundancy-split', '/council', { ...SPLIT, council: 'Hert fordshire' }],
    [
      'redundancy-split',
      '/options/redundancyEstatePercent',
      { ...SPLIT, options: { redundancyEstatePercent: '101' } },
    ],
    ['redundancy-split', '/terms', { ...SPLIT, options: { redundancyHoursAndPay: 'weighted-by-cost' } }],
    [
      'redundancy-split',
      '/fundingPeriods/0/shares',
      { ...SPLIT, fundingPeriods: [{ from: '2016-04-01', shares: [{ funder: 'QM7', share: '2' }] }] },
    ],
    [
      'redundancy-split',
      '/fundingPeriods/2/from',
      { ...SPLIT, fundingPeriods: [...SPLIT.fundingPeriods, { from: '2020-01-01', shares: [] }] },
    ],
  ])('refuse a question about %s that cannot be, naming %s', async (calculator, pointer, body) => {
    const { status, body: problem } = await ask(calculator, body);
    expect([status, problem.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('refuse a day whose cap is not known', async () => {
    const { body } = await ask('redundancy', { ...JOB, lastDay: '2039-04-30' });
    expect(body).toMatchObject({ status: 409, code: 'no-known-cap' });
  });
});
