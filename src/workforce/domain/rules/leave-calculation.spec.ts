import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../kernel/fraction.js';
import { pence } from '../../../kernel/pence.js';
import { period } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import {
  leaveApportioned,
  leaveDue,
  leaveOfFirstYear,
  leaveOnLeaving,
  type LeaveQuestion,
} from './leave-calculation.js';

const YEAR = period(plainDate('2024-04-01'), plainDate('2025-04-01'));
const FIVE_DAYS = { basis: 'days', daysPerWeek: Fraction.of(5) } as const;
const THIRTY_HOURS = { basis: 'hours', daysPerWeek: Fraction.of(4), hoursPerWeek: Fraction.of(30) } as const;
const ask = (facts: Partial<LeaveQuestion> = {}): LeaveQuestion => ({
  work: { regular: FIVE_DAYS },
  leaveYear: YEAR,
  ...facts,
});

describe('Leave that is due', () => {
  it.each([
    ['a full year', {}, '28.0000', '28'],
    ['somebody who was there before', { startedOn: plainDate('2016-04-01') }, '28.0000', '28'],
    // Nine months of twelve.
    ['a starter', { startedOn: plainDate('2024-07-15') }, '21.0000', '21'],
    // 196 of 365 days.
    ['a leaver', { lastDay: plainDate('2024-10-13') }, '15.0356', '15.1'],
    ['both', { startedOn: plainDate('2024-07-01'), lastDay: plainDate('2024-10-13') }, '8.0548', '8.1'],
  ])('for %s, exact, with what GOV.UK shows beside', (_, facts, amount, shown) => {
    const due = leaveDue(ask(facts));
    expect(due).toMatchObject({ status: 'known', value: { unit: 'days', govUk: { shown } } });
    expect(due.status === 'known' && due.value.amount.toDecimal(4)).toBe(amount);
  });

  it('shows hours in hours and minutes as well', () => {
    expect(leaveDue(ask({ work: { regular: THIRTY_HOURS } }))).toMatchObject({
      value: { unit: 'hours', govUk: { shown: '168', inHoursAndMinutes: [168, 0], averageDay: [7, 30] } },
    });
  });

  it('of irregular hours is referred and pending just as in a case', () => {
    const nothing = { hoursByPayPeriod: ['4', '4'] };
    expect(leaveDue(ask({ work: { irregular: nothing } }))).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'rounding-leaves-no-leave' }],
    });
    const old = period(plainDate('2024-03-31'), plainDate('2025-03-31'));
    const irregular = { hoursByPayPeriod: ['100'] };
    expect(leaveDue(ask({ work: { irregular }, leaveYear: old }))).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'average-weekly-hours' }],
    });
    expect(
      leaveDue(ask({ work: { irregular: { ...irregular, averageWeeklyHours: '20' } }, leaveYear: old })),
    ).toMatchObject({ value: { amount: Fraction.of(112) } });
  });

  it('of an average week without hours is known on few days, and waits for the hours on many', () => {
    const leaveYear = period(plainDate('2023-04-01'), plainDate('2024-04-01'));
    const due = (daysWorked: number) =>
      leaveDue(
        ask({
          work: { irregular: { hoursByPayPeriod: [], averageWeeklyHours: '20', daysWorked } },
          leaveYear,
        }),
      );
    expect(due(150)).toMatchObject({ status: 'known', value: { amount: Fraction.of(112) } });
    expect(due(209)).toMatchObject({ status: 'pending', missing: [{ fact: 'hours-by-pay-period' }] });
  });
});

describe('Leave of the first year of a job', () => {
  it('may be taken by months that have begun, for days of a week', () => {
    const started = plainDate('2024-07-15');
    expect(leaveOfFirstYear(ask(), started, plainDate('2024-09-15'))).toMatchObject({
      mayTakeDays: Fraction.of(7),
    });
    expect(leaveOfFirstYear(ask(), started, plainDate('2024-09-14'))).toMatchObject({
      mayTakeDays: Fraction.of(5),
    });
    const annualised = ask({ work: { regular: { basis: 'annualised' } } });
    expect(leaveOfFirstYear(annualised, started, plainDate('2024-09-15'))).toBeUndefined();
  });
});

describe('Leave at a cut-off', () => {
  it('is parted by days: 168 hours on 14 October are 90.2137 and 77.7863', () => {
    const parts = leaveApportioned(THIRTY_HOURS, ask(), plainDate('2024-10-14'));
    expect(parts).toMatchObject({
      value: { unit: 'hours', before: Fraction.parse('32928/365'), from: Fraction.parse('28392/365') },
      basis: { rule: 'LEAVE-APPORTIONED', from: [{ rule: 'LEAVE-ACCRUAL-REGULAR' }] },
    });
  });

  it('sums to the whole wherever it is cut, and grows before as the cut-off is later', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays(YEAR.from, days));
    fc.assert(
      fc.property(fc.tuple(day, day), fc.tuple(day, day), (days, cuts) => {
        const [startedOn, lastDay] = [...days].sort() as typeof days;
        const [early, late] = [...cuts].sort() as typeof cuts;
        const at = (cutOff: typeof early) => {
          const figure = leaveApportioned(FIVE_DAYS, ask({ startedOn, lastDay }), cutOff);
          if (figure.status !== 'known') throw new Error('pending');
          return figure.value;
        };
        const [first, second] = [at(early), at(late)];
        expect(first.before.plus(first.from)).toEqual(second.before.plus(second.from));
        expect(second.before.compare(first.before)).toBeGreaterThanOrEqual(0);
        expect(second.from.isNegative).toBe(false);
      }),
    );
  });
});

describe('Leave on leaving', () => {
  const lastDay = plainDate('2024-10-13');
  const rate = { ratePence: pence(9000), carriedOver: Fraction.zero };

  it('is what has accrued and was carried over, less what was taken, in pay', () => {
    // 15.0356 + 2 - 4 = 13.0356 days at 90.00.
    const facts = { ...rate, carriedOver: Fraction.of(2), taken: Fraction.of(4) };
    expect(leaveOnLeaving(leaveDue(ask({ lastDay })), facts)).toMatchObject({
      value: { unit: 'days', inLieuPence: 117321 },
      basis: { rule: 'HOLIDAY-LEAVER-BALANCE', inputs: { carriedOver: '2', taken: '4' } },
    });
  });

  it('pays nothing when more was taken, and says who has to look at it', () => {
    const overTaken = leaveOnLeaving(leaveDue(ask({ lastDay })), { ...rate, taken: Fraction.of(20) });
    expect(overTaken).toMatchObject({
      value: { inLieuPence: 0, refer: expect.stringMatching(/written agreement/) },
    });
  });
});
