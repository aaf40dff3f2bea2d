import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant, instantOrEndOfDay, justBefore, lastInstantOf, londonDayAt } from './instant.js';
import { addDays, londonDateOf, plainDate } from './plain-date.js';

describe('a moment', () => {
  it.each([
    ['2024-05-01T09:30Z', '2024-05-01T09:30:00.000000Z'],
    ['2024-05-01T09:30:15Z', '2024-05-01T09:30:15.000000Z'],
    ['2024-05-01T09:30:15.25Z', '2024-05-01T09:30:15.250000Z'],
    ['2024-05-01T09:30:15.123456Z', '2024-05-01T09:30:15.123456Z'],
    ['2024-05-01T10:30:00+01:00', '2024-05-01T09:30:00.000000Z'],
    ['2023-12-31T23:00:00-05:00', '2024-01-01T04:00:00.000000Z'],
  ])('%s is written %s', (text, written) => {
    expect(instant(text)).toBe(written);
  });

  it.each([
    ['2024-05-01'],
    ['2024-05-01T09:30'],
    ['2024-05-01 09:30Z'],
    ['2024-05-01T09:30:00.1234567Z'],
    ['2024-02-30T09:30Z'],
    ['2024-05-01T24:30Z'],
    ['2024-05-01T09:30:60Z'],
    ['0001-05-01T09:30Z'],
    ['2024-05-01T09:30 01:00'],
    ['now'],
    [''],
  ])('is not %j', (text) => {
    expect(() => instant(text)).toThrow();
  });

  it('of a bare day is its last microsecond in London, in summer an hour earlier in UTC', () => {
    expect(instantOrEndOfDay('2024-01-31')).toBe('2024-01-31T23:59:59.999999Z');
    expect(instantOrEndOfDay('2024-06-30')).toBe('2024-06-30T22:59:59.999999Z');
  });

  it.each([['2024-03-31'], ['2024-10-27']])('of %s ends the day on which the clocks change', (day) => {
    const last = lastInstantOf(plainDate(day));
    expect(londonDayAt(last)).toBe(day);
    expect(londonDateOf(new Date(Date.parse(last) + 1))).toBe(addDays(plainDate(day), 1));
  });

  it('belongs to the London day that it ends, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(plainDate('1990-01-01'), days));
    fc.assert(fc.property(days, (day) => expect(londonDayAt(lastInstantOf(day))).toBe(day)));
  });

  it('has a microsecond before it', () => {
    expect(justBefore(instant('2024-05-01T00:00Z'))).toBe('2024-04-30T23:59:59.999999Z');
  });
});
