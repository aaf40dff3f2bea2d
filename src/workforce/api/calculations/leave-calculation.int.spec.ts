import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { pounds, useWorkforceApi } from '../../../../test/support/workforce-api.js';

const DAYS = { kind: 'days', daysPerWeek: '5' };
const IRREGULAR = { kind: 'irregular-hours', hoursByPayPeriod: ['118.5', '96', '131.25'] };

describe('the calculator of leave', () => {
  const api = useWorkforceApi();
  const ask = (facts: object) =>
    api.post('herts-auditor', '/v1/calculations/leave', {
      leaveYearFrom: '2024-04-01',
      work: DAYS,
      ...facts,
    });

  it('shows what is due exact, and GOV.UK’s figure beside it', async () => {
    const { status, body } = await ask({ startedOn: '2024-07-15' });
    expect(status).toBe(200);
    expect(body).toEqual({
      due: {
        status: 'known',
        value: { unit: 'days', exact: '21', rounded: '21.0000', govUk: { shown: '21' } },
        basis: expect.objectContaining({ rule: 'HOLIDAY-ENTITLEMENT' }),
      },
    });
  });

  it.each([
    [{ kind: 'hours', daysPerWeek: '4', hoursPerWeek: '30' }, 'hours', '168.0000'],
    [{ kind: 'compressed', daysPerWeek: '4', hoursPerWeek: '30' }, 'hours', '168.0000'],
    [{ kind: 'shifts', shiftsPerPattern: '4', daysInPattern: '8' }, 'shifts', '19.6000'],
    [{ kind: 'annualised' }, 'weeks', '5.6000'],
    [IRREGULAR, 'hours', '41.7320'],
    [{ ...IRREGULAR, kind: 'part-year' }, 'hours', '41.7320'],
  ])('knows every kind of work: %j', async (work, unit, rounded) => {
    const { body } = await ask({ work });
    expect(body.due.value).toMatchObject({ unit, rounded });
  });

  it('answers all that the facts allow at once', async () => {
    const { body } = await ask({
      startedOn: '2024-05-01',
      asAt: '2024-07-01',
      lastDay: '2024-12-31',
      cutOff: '2024-10-14',
      taken: '4',
      ratePerUnit: pounds('90.00'),
      weeklyPayMostRecentFirst: [pounds('450.00'), pounds('0.00'), pounds('360.00')],
    });
    expect(body).toMatchObject({
      firstYear: { value: { mayTakeDays: { exact: '7' } }, basis: { rule: 'HOLIDAY-FIRST-YEAR-ACCRUAL' } },
      // 166 and 79 of 365 days of 28.
      apportioned: { value: { before: { rounded: '12.7342' }, from: { rounded: '6.0603' } } },
      // 28 x 245 / 365 - 4 = 14.7945 days.
      onLeaving: { value: { outstanding: { rounded: '14.7945' }, inLieu: pounds('1331.51') } },
      weekPay: { value: pounds('405.00'), basis: { rule: 'HOLIDAY-WEEK-PAY' } },
    });
  });

  it('works out rolled-up pay, and refuses it where it is not lawful', async () => {
    const payForWorkDone = pounds('1000.00');
    const rolled = await ask({ work: IRREGULAR, payForWorkDone });
    expect(rolled.body.rolledUp).toMatchObject({
      value: pounds('120.70'),
      basis: { rule: 'HOLIDAY-ROLLED-UP-PAY' },
    });
    for (const unlawful of [
      { payForWorkDone },
      { work: IRREGULAR, payForWorkDone, leaveYearFrom: '2024-03-31' },
    ]) {
      const { status, body } = await ask(unlawful);
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/payForWorkDone']);
    }
  });

  it('leaves to an adviser what the rules do, and says what is missing', async () => {
    const weekly = await ask({ work: { kind: 'irregular-hours', hoursByPayPeriod: ['4', '4'] } });
    expect(weekly.body.due).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'rounding-leaves-no-leave' }],
      candidates: [{ value: { rounded: '0.9656' } }, { value: { rounded: '0.0000' } }],
    });
    const old = await ask({ work: IRREGULAR, leaveYearFrom: '2024-03-31' });
    expect(old.body.due).toMatchObject({ status: 'pending', missing: [{ fact: 'average-weekly-hours' }] });
    const averaged = (daysWorked: number) =>
      ask({
        work: { kind: 'irregular-hours', averageWeeklyHours: '20', daysWorked },
        leaveYearFrom: '2023-04-01',
      });
    expect((await averaged(150)).body.due).toMatchObject({ status: 'known', value: { rounded: '112.0000' } });
    expect((await averaged(209)).body.due).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'hours-by-pay-period' }],
    });
    const unpaid = await ask({ weeklyPayMostRecentFirst: [pounds('0.00')] });
    expect(unpaid.body.weekPay).toMatchObject({ status: 'pending', missing: [{ fact: 'paid-weeks' }] });
  });

  it.each([
    [{ work: { kind: 'days' } }, '/work/daysPerWeek'],
    [{ work: { ...DAYS, hoursPerWeek: '30' } }, '/work/hoursPerWeek'],
    [{ work: { ...IRREGULAR, daysPerWeek: '5' } }, '/work/daysPerWeek'],
    [{ work: { kind: 'part-year' } }, '/work/hoursByPayPeriod'],
    [{ work: { kind: 'part-year', averageWeeklyHours: '20' } }, '/work/hoursByPayPeriod'],
    [{ work: { kind: 'part-year', hoursByPayPeriod: ['-1'] } }, '/work/hoursByPayPeriod/0'],
    [{ work: { kind: 'days', daysPerWeek: '8' } }, '/work'],
    [{ lastDay: '2025-04-01' }, '/lastDay'],
    [{ cutOff: '2024-03-31' }, '/cutOff'],
    [{ work: IRREGULAR, cutOff: '2024-10-14' }, '/cutOff'],
    [{ startedOn: '2024-12-01', lastDay: '2024-11-30' }, '/startedOn'],
    [{ asAt: '2024-07-01' }, '/startedOn'],
    [{ work: { kind: 'annualised' }, startedOn: '2024-05-01', asAt: '2024-07-01' }, '/asAt'],
    [{ ratePerUnit: pounds('90.00') }, '/lastDay'],
    [{ taken: '4' }, '/ratePerUnit'],
    [{ lastDay: '2024-12-31', ratePerUnit: pounds('-1.00') }, '/ratePerUnit'],
    [{ lastDay: '2024-12-31', ratePerUnit: pounds('1.00'), taken: '-1' }, '/taken'],
  ])('refuses %j in words that name the field', async (facts, pointer) => {
    const { status, body } = await ask(facts);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });
});
