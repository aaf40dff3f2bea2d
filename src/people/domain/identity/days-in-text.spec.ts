import { describe, expect, it } from '@jest/globals';
import { daysIn } from './days-in-text.js';

describe('the days that a text names', () => {
  it.each([
    '1961-02-28',
    'born 28/02/1961',
    '28.2.61',
    '28-Feb-1961',
    '28th of February 1961',
    'February 28, 1961',
    '02/28/1961',
    '28021961',
    '19610228',
    '280261',
    '610228',
    'DOB_28_02_61_A',
    'REF-28021961',
  ])('are found in %j', (text) => {
    expect(daysIn(text)).toContain('1961-02-28');
  });

  it('are both where day and month can be taken for each other', () => {
    expect(daysIn('03/04/1961')).toEqual(['1961-04-03', '1961-03-04']);
  });

  it('are of both centuries where the year has two figures', () => {
    expect(daysIn('1 May 25')).toEqual(['1925-05-01', '2025-05-01']);
  });

  it.each(['', 'INV-1001', '30 February 1961', '1961', '28/02', 'PO-7741', '2802196', '1850-02-28'])(
    'are none in %j',
    (text) => {
      expect(daysIn(text)).toEqual([]);
    },
  );
});
