import { describe, expect, it } from '@jest/globals';
import { optionDifferences } from './option-differences.js';
import { DEFAULT_OPTIONS } from './options.js';

describe('What differs between two versions', () => {
  it('is each option that they choose differently, with its sentence', () => {
    const later = { ...DEFAULT_OPTIONS, grossBasis: 'full', rechargePaymentDays: 14 } as const;
    expect(optionDifferences(DEFAULT_OPTIONS, later)).toEqual([
      {
        option: 'grossBasis',
        explanation: expect.stringMatching(/^Whether the recharge claims the net payments/),
        before: 'evidenced',
        after: 'full',
      },
      {
        option: 'rechargePaymentDays',
        explanation: 'Days in which a valid recharge is paid.',
        before: 30,
        after: 14,
      },
    ]);
  });

  it('is nothing where they choose the same', () =>
    expect(optionDifferences(DEFAULT_OPTIONS, { ...DEFAULT_OPTIONS })).toEqual([]));
});
