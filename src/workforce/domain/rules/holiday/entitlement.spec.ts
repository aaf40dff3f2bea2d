import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../../kernel/fraction.js';
import { InvalidValue } from '../../../../kernel/invalid-value.js';
import { plainDate } from '../../../../kernel/plain-date.js';
import { holidayEntitlement, type WorkPattern } from './entitlement.js';

const number = (text: string) => Fraction.parse(text);
const days = (perWeek: string): WorkPattern => ({ basis: 'days', daysPerWeek: number(perWeek) });
const hours = (perWeek: string, overDays: string): WorkPattern => ({
  basis: 'hours',
  hoursPerWeek: number(perWeek),
  daysPerWeek: number(overDays),
});
const shifts = (perPattern: string, inDays: string): WorkPattern => ({
  basis: 'shifts',
  shiftsPerPattern: number(perPattern),
  daysInPattern: number(inDays),
});
const fullYear = (pattern: WorkPattern) => holidayEntitlement(pattern, { period: 'full-year' });

describe('Holiday entitlement', () => {
  it.each([
    ['three days a week', days('3'), '84/5', 'days'],
    ['five days a week', days('5'), '28', 'days'],
    ['six days a week, at most 28 days', days('6'), '28', 'days'],
    ['half a day a week', days('0.5'), '14/5', 'days'],
    ['37.5 hours over five days', hours('37.5', '5'), '210', 'hours'],
    ['48 hours over six days: five of the days', hours('48', '6'), '224', 'hours'],
    ['four shifts in eight days', shifts('4', '8'), '98/5', 'shifts'],
    ['a shift every day, at most five a week', shifts('7', '7'), '28', 'shifts'],
    ['annualised hours', { basis: 'annualised' } as const, '28/5', 'weeks'],
  ])('is exact for %s', (_, pattern, amount, unit) => {
    const entitlement = fullYear(pattern);
    expect(entitlement.amount.toString()).toBe(amount);
    expect(entitlement.unit).toBe(unit);
    expect(entitlement.fullYear).toEqual(entitlement.amount);
  });

  it('is not rounded for part of a year', () => {
    const part = {
      period: 'starting',
      startedOn: plainDate('2026-11-02'),
      leaveYearStart: plainDate('2026-04-01'),
    } as const;
    // 5 months of 16.8 shifts, and not the half shift more that a display may show.
    expect(holidayEntitlement(shifts('3', '7'), part).amount.toString()).toBe('7');
    expect(holidayEntitlement(days('1'), part).amount.toString()).toBe('7/3');
  });

  it.each([
    ['no days', days('0')],
    ['eight days a week', days('8')],
    ['no hours', hours('0', '5')],
    ['25 hours a day', hours('25', '1')],
    ['two shifts a day', shifts('2', '1')],
    ['a pattern without days', shifts('1', '0')],
  ])('is refused for %s', (_, pattern) => expect(() => fullYear(pattern)).toThrow(InvalidValue));

  it('never passes 28 days', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), (tenths) =>
        expect(
          fullYear({ basis: 'days', daysPerWeek: Fraction.of(tenths, 10) }).amount.compare(Fraction.of(28)),
        ).toBeLessThanOrEqual(0),
      ),
    ));

  it('says how it was worked out', () =>
    expect(fullYear(days('3')).basis).toEqual({
      rule: 'HOLIDAY-ENTITLEMENT',
      version: 1,
      title: expect.stringContaining('5.6 weeks'),
      source: expect.stringContaining('regs 13, 13A'),
      certainty: 'sourced',
      inputs: { workedIn: 'days', daysPerWeek: '3', unit: 'days', amount: '16.8' },
      from: [expect.objectContaining({ rule: 'HOLIDAY-FULL-YEAR', inputs: { fractionOfYear: '1' } })],
    }));
});
