import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { hospitalStays } from './hospital-stays.js';

const day = plainDate;
const first = { from: day('2024-05-06'), until: day('2024-05-17') };
/** Three days at home, 17 to 19 May. */
const second = { from: day('2024-05-20'), until: day('2024-06-01') };

const periodsOf = (stays: ReturnType<typeof hospitalStays>) =>
  stays.map(({ from, until }) => ({ from, until }));

describe('Stays in hospital', () => {
  it.each([
    [0, [first, second]],
    [2, [first, second]],
    [3, [{ from: first.from, until: second.until }]],
  ])('join over up to %d days at home', (joiningDays, stays) => {
    expect(periodsOf(hospitalStays([second, first], joiningDays))).toEqual(stays);
  });

  it('are one where no day was spent at home, whatever the agreement says', () => {
    const moved = { from: first.until, until: day('2024-05-25') };
    expect(periodsOf(hospitalStays([first, moved], 0))).toEqual([{ from: first.from, until: moved.until }]);
  });

  it('say how many admissions they are made of', () => {
    expect(hospitalStays([first, second], 3)[0]?.basis).toMatchObject({
      rule: 'HOSPITAL-STAYS-JOINED',
      inputs: { admittedOn: '2024-05-06', admissions: 2, joiningDays: 3 },
    });
  });

  it.each([-1, 1.5])('are not joined over %d days', (days) => {
    expect(() => hospitalStays([first], days)).toThrow(InvalidValue);
  });

  it('hold every admission, do not touch each other, and get no more by joining', () => {
    const admission = fc
      .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }))
      .map(([from, days]) => ({
        from: addDays(day('2024-01-01'), from),
        until: addDays(day('2024-01-01'), from + days),
      }));
    fc.assert(
      fc.property(fc.array(admission, { maxLength: 8 }), fc.integer({ min: 0, max: 90 }), (all, days) => {
        const stays = hospitalStays(all, days);
        for (const each of all) {
          expect(stays.some(({ from, until }) => from <= each.from && each.until <= until)).toBe(true);
        }
        stays.slice(1).forEach(({ from }, before) => {
          expect(addDays(stays[before]!.until, days) < from).toBe(true);
        });
        expect(stays.length).toBeLessThanOrEqual(hospitalStays(all, 0).length);
      }),
    );
  });
});
