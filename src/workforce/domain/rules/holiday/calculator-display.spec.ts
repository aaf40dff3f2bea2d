import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../../kernel/fraction.js';
import { plainDate } from '../../../../kernel/plain-date.js';
import { CALCULATOR_PROGRAM, CALCULATOR_RULE, toSignificantDigits } from './calculator-arithmetic.js';
import {
  displayedAverageDay,
  displayedHoursAndMinutes,
  displayedLeave,
  displayedWeeks,
  upTo,
  upToDecimals,
} from './calculator-display.js';
import type { PartOfYear } from './part-of-year.js';

const number = (text: string) => Fraction.parse(text);
const april = plainDate('2026-04-01');
const fullYear: PartOfYear = { period: 'full-year' };
const starting: PartOfYear = {
  period: 'starting',
  startedOn: plainDate('2026-11-02'),
  leaveYearStart: april,
};
const leaving: PartOfYear = { period: 'leaving', lastDay: plainDate('2026-11-22'), leaveYearStart: april };
const days = { basis: 'days', daysPerWeek: number('3') } as const;
const hours = { basis: 'hours', daysPerWeek: number('3'), hoursPerWeek: number('22.5') } as const;
const shifts = { basis: 'shifts', shiftsPerPattern: number('3'), daysInPattern: number('7') } as const;

describe('Leave as the calculator shows it', () => {
  it('goes up to a tenth, a starter’s up to the next half first', () => {
    expect(displayedLeave(days, fullYear)).toBe('16.8');
    expect(displayedLeave(days, leaving)).toBe('10.9'); // 10.862…
    expect(displayedLeave({ ...days, daysPerWeek: number('1') }, starting)).toBe('2.5'); // 2.333…
  });

  it('works a starter’s hours out from the half days', () =>
    // 5 months of 5.6 days are 2.333…, shown as 2.5; at 7.5 hours a day that is 18.75.
    expect(
      displayedLeave({ ...hours, daysPerWeek: number('1'), hoursPerWeek: number('7.5') }, starting),
    ).toBe('18.8'));

  it('shows hours in minutes that are multiples of six', () => {
    expect(displayedLeave(hours, leaving)).toBe('81.5'); // 81.468…
    expect(displayedHoursAndMinutes(hours, leaving)).toEqual([81, 30]);
    expect(displayedAverageDay(hours)).toEqual([7, 30]);
  });

  it('shows a leaver’s shifts and weeks of part of a year with two decimals', () => {
    expect(displayedLeave(shifts, leaving)).toBe('10.87');
    expect(displayedLeave(shifts, fullYear)).toBe('16.8');
    expect(displayedWeeks(leaving)).toBe('3.63');
    expect(displayedLeave({ basis: 'annualised' }, fullYear)).toBe('5.6');
  });

  it.each([
    ['3.6', 2, '3.60'],
    ['3.595', 2, '3.60'],
    ['4', 2, '4'],
    ['7', 1, '7'],
    ['6.91', 1, '7'],
    ['10', 1, '10'],
  ] as const)('leaves decimals out only when all are 0: %s to %i', (value, places, shown) =>
    expect(upToDecimals(number(value), places)).toBe(shown),
  );

  it('never goes down, and never up by a whole step', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 366 }),
        fc.constantFrom('1/2', '1/10', '1/100'),
        (top, bottom, stepText) => {
          const [value, step] = [Fraction.of(top, bottom), Fraction.parse(stepText)];
          const over = upTo(step, value).minus(value);
          expect(over.isNegative).toBe(false);
          expect(over.compare(step)).toBeLessThan(0);
        },
      ),
    ));
});

describe('What the calculator’s program prints instead', () => {
  it('is half a shift more for exactly five months of three shifts a week', () => {
    expect(displayedLeave(shifts, starting)).toBe('7');
    expect(displayedLeave(shifts, starting, CALCULATOR_PROGRAM)).toBe('7.5');
  });

  it('is a tenth of an hour more where the exact figure is a whole tenth', () => {
    const part: PartOfYear = {
      period: 'starting-and-leaving',
      startedOn: plainDate('2024-01-16'),
      lastDay: plainDate('2024-09-15'),
    };
    const pattern = { basis: 'hours', daysPerWeek: number('1'), hoursPerWeek: number('21') } as const;
    expect(displayedLeave(pattern, part)).toBe('78.4');
    expect(displayedLeave(pattern, part, CALCULATOR_PROGRAM)).toBe('78.5');
  });

  it('is a minute more for an average day of 16 hours 40', () => {
    const pattern = { basis: 'hours', daysPerWeek: number('1.5'), hoursPerWeek: number('25') } as const;
    expect(displayedAverageDay(pattern)).toEqual([16, 40]);
    expect(displayedAverageDay(pattern, CALCULATOR_PROGRAM)).toEqual([16, 41]);
  });

  it('is the same for the hours of a full year and of a starter', () => {
    const pattern = { basis: 'hours', daysPerWeek: number('3'), hoursPerWeek: number('20') } as const;
    for (const part of [fullYear, starting]) {
      expect(displayedLeave(pattern, part, CALCULATOR_PROGRAM)).toBe(displayedLeave(pattern, part));
    }
    expect(displayedLeave(pattern, fullYear)).toBe('112');
  });

  it('is the same for days', () =>
    expect(displayedLeave(days, leaving, CALCULATOR_PROGRAM)).toBe(displayedLeave(days, leaving)));
});

describe('The calculator’s arithmetic', () => {
  it.each([
    ['2/3', 4, '0.6667'],
    ['1/30', 4, '0.03333'],
    ['50/3', 4, '16.67'],
    ['1', 4, '1.0000'],
    ['0', 4, '0'],
  ])('keeps so many digits from the first that is not 0: %s to %i', (value, digits, kept) =>
    expect(toSignificantDigits(number(value), digits)).toEqual(number(kept)),
  );

  it('keeps shifts a week to ten decimals, by its rule too', () =>
    expect(CALCULATOR_RULE.shiftsPerWeek(Fraction.of(28, 9)).toDecimal(12)).toBe('3.111111111100'));
});
