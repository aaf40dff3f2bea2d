import { describe, expect, it } from '@jest/globals';
import { figureInWords } from './figure-words.js';

describe('a figure of a replay in words', () => {
  it.each([
    ['1234.50', true, '£1,234.50'],
    ['2024-05-01', false, '1 May 2024'],
    ['QM7', false, 'NHS Hertfordshire and West Essex ICB'],
    ['yes', false, 'Yes'],
    ['approval-lapsed', false, 'Approval lapsed'],
    ['phb-started', false, 'Personal health budget pays'],
    ['INV-1001', false, 'INV-1001'],
    ['7', false, '7'],
  ])('%s is told as it is said: money %s', (text, isMoney, words) => {
    expect(figureInWords(text, isMoney)).toBe(words);
  });
});
