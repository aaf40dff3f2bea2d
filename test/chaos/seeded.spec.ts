import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Seeded } from './seeded.js';

const numbers = (seed: number) => {
  const random = new Seeded(seed);
  return Array.from({ length: 20 }, () => random.between(100, 1_500));
};

describe('seeded random numbers', () => {
  it('come again with the same seed, and are others with another', () => {
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  it('stay within their limits, and a shuffle keeps what it was given', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, items) => {
        expect(numbers(seed).every((each) => each >= 100 && each <= 1_500)).toBe(true);
        expect(new Seeded(seed).shuffled(items).sort()).toEqual([...items].sort());
      }),
    );
  });
});
