import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../../kernel/fraction.js';
import { pence } from '../../../../kernel/pence.js';
import { plainDate } from '../../../../kernel/plain-date.js';
import { holidayWeekPay } from './holiday-week-pay.js';
import { leaverBalance, type LeaverFacts } from './leaver-balance.js';
import { rolledUpPay } from './rolled-up-pay.js';
import { weekPayOfTwelveWeeks } from './week-pay-of-twelve-weeks.js';

const weeks = (...pounds: number[]) => pounds.map((each) => pence(each * 100));
const paid = (count: number, pounds: number) => Array.from({ length: count }, () => pence(pounds * 100));

describe('A leaver’s balance', () => {
  const facts: LeaverFacts = {
    daysPerWeek: Fraction.of(3),
    leaveYearStart: plainDate('2026-04-01'),
    lastDay: plainDate('2026-11-22'),
    takenDays: Fraction.of(4),
    dailyRatePence: pence(10168),
  };

  it('is (A × B) − C, exact, and rounded once into pence', () => {
    const balance = leaverBalance(facts);
    expect(balance).toMatchObject({
      entitlementDays: Fraction.parse('16.8'),
      passed: Fraction.of(236, 365),
      isPaymentDue: true,
      inLieuPence: 69778, // 6.86246575… days at 101.68; at the displayed 6.9 days it would be 701.59
    });
    expect(balance.outstandingDays).toEqual(balance.accruedDays.minus(Fraction.of(4)));
    expect(balance).not.toHaveProperty('refer');
  });

  it('pays nothing when as much was taken as accrued, and refers what was taken too much', () => {
    const wholeYear = { ...facts, lastDay: plainDate('2027-03-31') };
    expect(leaverBalance({ ...wholeYear, takenDays: Fraction.parse('16.8') })).toMatchObject({
      isPaymentDue: false,
      inLieuPence: 0,
    });
    expect(leaverBalance({ ...wholeYear, takenDays: Fraction.of(20) })).toMatchObject({
      outstandingDays: Fraction.parse('-3.2'),
      isPaymentDue: false,
      inLieuPence: 0,
      refer: expect.stringMatching(/written agreement/),
    });
  });

  it('says how it was worked out', () =>
    expect(leaverBalance(facts).basis).toMatchObject({
      rule: 'HOLIDAY-LEAVER-BALANCE',
      certainty: 'unverified',
      inputs: { taken: '4', carriedOver: '0', ratePence: 10168, inLieuPence: 69778 },
      from: [{ rule: 'HOLIDAY-ENTITLEMENT', from: [{ rule: 'HOLIDAY-LEAVER-DAYS' }] }],
    }));
});

describe('Rolled-up pay', () => {
  it.each([
    [25050, 3024], // 30.23535
    [51234, 6184],
    [100000, 12070],
    [0, 0],
  ])('is 12.07%% of %i pence, half up', (work, rolledUp) =>
    expect(rolledUpPay(pence(work)).rolledUpPence).toBe(rolledUp),
  );

  it('says how it was worked out', () =>
    expect(rolledUpPay(pence(25050)).basis).toMatchObject({
      rule: 'HOLIDAY-ROLLED-UP-PAY',
      inputs: { payForWorkDonePence: 25050, rate: '0.1207', rolledUpPence: 3024 },
    }));
});

describe('A week’s pay for leave', () => {
  const valueOf = (given: Parameters<typeof holidayWeekPay>[0]) => {
    const figure = holidayWeekPay(given);
    if (figure.status !== 'known') throw new Error('pending');
    return figure.value;
  };

  it('is the average of the paid weeks there are, with no adviser for a new job', () => {
    expect(valueOf(weeks(200, 250, 300, 0, 150))).toMatchObject({ weeksUsed: 4, weekPayPence: 22500 });
    expect(valueOf(weeks(200))).not.toHaveProperty('refer');
  });

  it('reaches the 52nd paid week and no further', () =>
    expect(valueOf([...paid(52, 100), ...paid(10, 900)])).toMatchObject({
      weeksUsed: 52,
      weekPayPence: 10000,
    }));

  it('looks back 104 weeks and no further', () =>
    expect(valueOf([...paid(103, 0), ...paid(1, 200), ...paid(1, 900)])).toMatchObject({
      weeksUsed: 1,
      weekPayPence: 20000,
    }));

  it('is pending when no week of the 104 was paid', () =>
    expect(holidayWeekPay([...paid(104, 0), ...paid(1, 900)])).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'paid-weeks' }],
    }));

  it('says how it was worked out', () =>
    expect(valueOf(weeks(100, 0, 101, 101)).basis).toMatchObject({
      rule: 'HOLIDAY-WEEK-PAY',
      certainty: 'sourced',
      inputs: { weeksGiven: 4, weeksUsed: 3, exactPence: '30200/3' },
    }));
});

describe('A week’s pay for redundancy and notice', () => {
  it('replaces weeks without pay by earlier ones, to the twelfth', () =>
    expect(
      weekPayOfTwelveWeeks(weeks(420, 0, 380, 390, 0, 410, 400, 395, 405, 400, 0, 390, 385, 415, 400, 999)),
    ).toMatchObject({ status: 'known', value: { weeksUsed: 12, weekPayPence: 39917 } }));

  it('refers an average of fewer than twelve', () => {
    expect(weekPayOfTwelveWeeks(weeks(250, 250, 0, 0, 0, 0, 300, 300))).toMatchObject({
      value: { weeksUsed: 4, weekPayPence: 27500, refer: expect.stringMatching(/adviser/) },
    });
    expect(weekPayOfTwelveWeeks(paid(12, 300))).not.toHaveProperty('value.refer');
  });

  it('is pending when no week was paid', () =>
    expect(weekPayOfTwelveWeeks(weeks(0, 0)).status).toBe('pending'));

  it('says how it was worked out', () =>
    expect(weekPayOfTwelveWeeks(paid(12, 300))).toMatchObject({
      basis: { rule: 'WEEK-PAY-OF-TWELVE-WEEKS', certainty: 'unverified', inputs: { weeksUsed: 12 } },
    }));
});

describe('Both averages', () => {
  it('lie between the least and the most of the paid weeks', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 110 }), (amounts) => {
        for (const figure of [holidayWeekPay(amounts.map(pence)), weekPayOfTwelveWeeks(amounts.map(pence))]) {
          if (figure.status !== 'known') continue;
          expect(figure.value.weekPayPence).toBeGreaterThanOrEqual(
            Math.min(...amounts.filter((each) => each > 0)),
          );
          expect(figure.value.weekPayPence).toBeLessThanOrEqual(Math.max(...amounts));
        }
      }),
    ));

  it('differ where pay changed more than twelve weeks ago', () => {
    const history = [...paid(12, 300), ...paid(40, 200)];
    expect(weekPayOfTwelveWeeks(history)).toMatchObject({ value: { weekPayPence: 30000 } });
    expect(holidayWeekPay(history)).toMatchObject({ value: { weekPayPence: 22308 } });
  });
});
