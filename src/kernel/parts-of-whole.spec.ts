import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from './fraction.js';
import { partsOfWhole } from './parts-of-whole.js';
import { pence } from './pence.js';

const inText = (parts: ReadonlyMap<string, Fraction>) =>
  Object.fromEntries([...parts].map(([name, amount]) => [name, amount.toString()]));

describe('The parts of a whole', () => {
  it('are shares of it or fixed sums, with the rest to the remainder', () => {
    const parts = [
      { part: 'a', share: '0.25' },
      { part: 'b', weeklyPence: pence(100) },
    ] as const;
    expect(inText(partsOfWhole(Fraction.of(1000), { parts, remainder: 'c' }))).toEqual({
      a: '250',
      b: '100',
      c: '650',
    });
  });

  it('are met in their order, and none above what is left', () => {
    const parts = [
      { part: 'a', weeklyPence: pence(700) },
      { part: 'b', weeklyPence: pence(700) },
    ] as const;
    expect(inText(partsOfWhole(Fraction.of(1000), { parts, remainder: 'c' }))).toEqual({
      a: '700',
      b: '300',
      c: '0',
    });
  });

  it('add up to it', () => {
    const part = fc.record({ part: fc.constantFrom('a', 'b', 'c'), weeklyPence: fc.nat(100_000).map(pence) });
    fc.assert(
      fc.property(fc.nat(100_000), fc.array(part, { maxLength: 4 }), (whole, parts) => {
        const found = partsOfWhole(Fraction.of(whole), { parts, remainder: 'c' });
        expect(Fraction.sum(found.values()).equals(Fraction.of(whole))).toBe(true);
      }),
    );
  });
});
