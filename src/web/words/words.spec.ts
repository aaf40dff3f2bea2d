import { describe, expect, it } from '@jest/globals';
import { dayInWords, daysLeftInWords, monthNumber, shortDay } from './days.js';
import { momentInWords } from './moments.js';
import { pounds } from './money.js';
import { sentenceOf } from './sentences.js';

describe('Pages say', () => {
  it('days without a leading nought, with the month in words', () => {
    expect(dayInWords('2026-03-02')).toBe('2 March 2026');
    expect(shortDay('2026-09-12')).toBe('12 Sep 2026');
  });

  it.each([
    [5, '5 days left'],
    [1, '1 day left'],
    [0, 'Due today'],
    [-1, '1 day overdue'],
    [-12, '12 days overdue'],
  ])('that %d days from now is "%s"', (days, words) => {
    expect(daysLeftInWords(days)).toBe(words);
  });

  it.each([
    ['2026-03-02T17:30:00Z', '2 March 2026 at 5:30pm'],
    ['2026-07-02T11:00:00Z', '2 July 2026 at midday'],
    ['2026-07-01T23:00:00Z', '2 July 2026 at midnight'],
    ['2026-07-02T11:30:00Z', '2 July 2026 at 12:30pm'],
    ['2026-01-02T09:05:59.123456Z', '2 January 2026 at 9:05am'],
  ])('the moment %s as London has it: %s', (instant, words) => {
    expect(momentInWords(instant)).toBe(words);
  });

  it.each([
    ['75.00', '£75.00'],
    ['1234.50', '£1,234.50'],
    ['1234567.89', '£1,234,567.89'],
    ['-12.00', '−£12.00'],
    ['0.00', '£0.00'],
  ])('%s as %s', (amount, words) => {
    expect(pounds(amount)).toBe(words);
  });

  it.each([
    ['open-bridging', 'Open bridging'],
    ['phbRates', 'Personal health budget rates'],
    ['decline-chc', 'Decline CHC'],
    ['nhsBody', 'NHS body'],
  ])('the code %s as "%s"', (code, words) => {
    expect(sentenceOf(code)).toBe(words);
  });

  it.each([
    ['3', '3'],
    ['mar', '3'],
    ['December', '12'],
    ['ju', 'ju'],
    ['Marchember', 'Marchember'],
  ])('nothing of their own about the month %s', (typed, number) => {
    expect(monthNumber(typed)).toBe(number);
  });
});
