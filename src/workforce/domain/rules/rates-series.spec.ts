import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { NoKnownRate, rateOn, rateSeries } from './rates-series.js';

const row = (from: string, until: string) => ({ from: plainDate(from), until: plainDate(until) });

describe('A series of rates', () => {
  const series = rateSeries('The sample rate', [
    row('2024-04-06', '2025-04-06'),
    row('2025-04-06', '2026-04-06'),
  ]);

  it.each([
    ['2024-04-06', '2024-04-06'],
    ['2025-04-05', '2024-04-06'],
    ['2025-04-06', '2025-04-06'],
    ['2026-04-05', '2025-04-06'],
  ])('on %s is the row from %s', (day, from) => {
    expect(rateOn(series, plainDate(day)).from).toBe(from);
  });

  it.each([
    ['2024-04-05', '5 April 2024'],
    ['2026-04-06', '6 April 2026'],
  ])('refuses %s and names itself, the day and the days that it covers', (day, inWords) => {
    const asked = () => rateOn(series, plainDate(day));
    expect(asked).toThrow(NoKnownRate);
    expect(asked).toThrow(
      `The sample rate on ${inWords} is not known here: the table covers 6 April 2024 to 5 April 2026`,
    );
    expect(asked).toThrow(
      expect.objectContaining({
        code: 'no-known-rate',
        facts: {
          series: 'The sample rate',
          day,
          coveredFrom: '2024-04-06',
          coveredUntil: '2026-04-06',
        },
      }),
    );
  });

  it.each([
    ['a gap', [row('2024-04-06', '2025-04-05'), row('2025-04-06', '2026-04-06')], /no row covers 2025-04-05/],
    ['an overlap', [row('2024-04-06', '2025-04-07'), row('2025-04-06', '2026-04-06')], /two rows cover/],
    ['rows out of order', [row('2025-04-06', '2026-04-06'), row('2024-04-06', '2025-04-06')], /two rows/],
    ['a row without a day', [row('2024-04-06', '2024-04-06')], /the row from 2024-04-06 has no day/],
    ['no row', [], /there is no row/],
  ])('with %s is refused when it is loaded', (_fault, rows, words) => {
    const loaded = () => rateSeries('The sample rate', rows);
    expect(loaded).toThrow(InvalidValue);
    expect(loaded).toThrow(words);
  });
});
