import { describe, expect, it } from '@jest/globals';
import { momentInWords } from './moments.js';

describe('a moment as people write it', () => {
  it.each([
    ['2024-06-01T16:30:00Z', '1 June 2024 at 5:30pm'],
    ['2024-06-01T11:00:00.000000Z', '1 June 2024 at midday'],
    ['2024-06-01T11:20:00Z', '1 June 2024 at 12:20pm'],
    ['2024-06-01T23:00:00Z', '2 June 2024 at midnight'],
    ['2024-01-15T00:05:00Z', '15 January 2024 at 12:05am'],
  ])('is that of London: %s is %s', (instant, words) => expect(momentInWords(instant)).toBe(words));
});
