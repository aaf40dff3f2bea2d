import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../../kernel/fraction.js';
import { InvalidValue } from '../../../../kernel/invalid-value.js';
import { addDays, plainDate } from '../../../../kernel/plain-date.js';
import { includes } from '../../../../kernel/period.js';
import { leaveYearHolding } from './leave-year.js';
import { fractionOfYear } from './part-of-year.js';

const day = plainDate;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days));

describe('The leave year that holds a day', () => {
  it.each([
    ['begins on the anchor’s day of the same year', '2026-11-22', '2026-04-01', '2026-04-01', '2027-04-01'],
    ['begins in the year before', '2026-03-31', '2026-04-01', '2025-04-01', '2026-04-01'],
    ['begins on the day itself', '2026-04-01', '2026-04-01', '2026-04-01', '2027-04-01'],
    ['takes no notice of the anchor’s year', '2019-04-07', '2019-11-01', '2018-11-01', '2019-11-01'],
    ['begins on 1 March without a 29 February', '2025-05-01', '2024-02-29', '2025-03-01', '2026-03-01'],
    ['begins on 29 February where there is one', '2024-05-01', '2024-02-29', '2024-02-29', '2025-03-01'],
  ])('%s', (_, holds, anchor, from, until) =>
    expect(leaveYearHolding(day(holds), day(anchor))).toEqual({ from, until }),
  );

  it('holds the day, whatever the anchor', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (held, anchor) =>
        expect(includes(leaveYearHolding(held, anchor), held)).toBe(true),
      ),
    ));
});

describe('The part of a leave year', () => {
  const april = day('2026-04-01');
  const starting = (startedOn: string, leaveYearStart = april) =>
    fractionOfYear({ period: 'starting', startedOn: day(startedOn), leaveYearStart }).value.toString();
  const leaving = (lastDay: string, leaveYearStart = april) =>
    fractionOfYear({ period: 'leaving', lastDay: day(lastDay), leaveYearStart }).value.toString();
  const within = (startedOn: string, lastDay: string) =>
    fractionOfYear({ period: 'starting-and-leaving', startedOn: day(startedOn), lastDay: day(lastDay) });

  it('counts the month of the start whole', () => {
    expect(starting('2026-04-01')).toBe('1');
    expect(starting('2026-05-31')).toBe('11/12');
    expect(starting('2027-03-31')).toBe('1/12');
  });

  it('counts a month from the day of the month on which the leave year begins', () => {
    expect(starting('2026-10-05', day('2026-01-06'))).toBe('1/3');
    expect(starting('2026-10-06', day('2026-01-06'))).toBe('1/4');
  });

  it('counts a leaver’s last day, over 366 only when the leave year holds 29 February', () => {
    expect(leaving('2026-04-01')).toBe('1/365');
    expect(leaving('2027-03-31')).toBe('1');
    expect(leaving('2024-03-30')).toBe('365/366');
    expect(leaving('2024-04-01')).toBe('1/365');
  });

  it('counts a short job over the year from its first day', () => {
    expect(within('2023-07-14', '2023-11-22').value.toString()).toBe('22/61'); // 132 of 366 days
    expect(within('2024-02-29', '2025-01-29').value).toEqual(Fraction.of(336, 365));
  });

  it('is above nothing and at most the whole, and the whole for somebody there from the first day', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (on, anchor) => {
        const year = leaveYearHolding(on, anchor);
        const ofStarter = fractionOfYear({ period: 'starting', startedOn: on, leaveYearStart: anchor }).value;
        const ofLeaver = fractionOfYear({ period: 'leaving', lastDay: on, leaveYearStart: anchor }).value;
        for (const value of [ofStarter, ofLeaver]) {
          expect(value.compare(Fraction.zero)).toBeGreaterThan(0);
          expect(value.compare(Fraction.one)).toBeLessThanOrEqual(0);
        }
        const whole = fractionOfYear({ period: 'starting', startedOn: year.from, leaveYearStart: anchor });
        expect(whole.value).toEqual(Fraction.one);
      }),
    ));

  it.each([
    ['ends before it begins', '2021-01-01', '2020-12-31'],
    ['is longer than the year', '2021-01-01', '2022-01-01'],
  ])('is refused for a short job that %s', (_, startedOn, lastDay) =>
    expect(() => within(startedOn, lastDay)).toThrow(InvalidValue),
  );

  it('says how it was counted', () =>
    expect(within('2023-07-14', '2023-11-22').basis).toMatchObject({
      rule: 'HOLIDAY-STARTER-AND-LEAVER-DAYS',
      certainty: 'sourced',
      inputs: {
        from: '2023-07-14',
        lastDay: '2023-11-22',
        days: 132,
        daysInYear: 366,
        fractionOfYear: '22/61',
      },
    }));
});
