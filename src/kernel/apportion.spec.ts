import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion, type Claim } from './apportion.js';
import { Fraction } from './fraction.js';
import { InvalidValue } from './invalid-value.js';
import { negatePence, pence, sumPence } from './pence.js';

const claim = (payer: string, weight: number): Claim => ({ payer, weight: Fraction.of(weight) });
const sharesOf = (total: number, claims: Claim[], ties: string[] = []) =>
  apportion(pence(total), claims, ties).map(({ sharePence }) => sharePence);

const totals = fc.integer({ min: -100_000_000, max: 100_000_000 });
const claimLists = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8_000 }), fc.integer({ min: 1, max: 7 })), {
    minLength: 1,
    maxLength: 6,
  })
  .filter((weights) => weights.some(([numerator]) => numerator > 0))
  .map((weights) =>
    weights.map(([numerator, denominator], index) => ({
      payer: `payer ${index}`,
      weight: Fraction.of(numerator, denominator),
    })),
  );

describe('a sum split pro rata', () => {
  it('splits by the days that each body funded', () => {
    expect(sharesOf(554_400, [claim('council', 1826), claim('icb', 1126)])).toEqual([342_932, 211_468]);
  });

  it('gives the odd penny to the largest remainder', () => {
    expect(sharesOf(100, [claim('a', 1), claim('b', 2)])).toEqual([33, 67]);
  });

  it('gives the odd penny of a tie to the payer that stands first in the tie order', () => {
    const even = [claim('a', 1), claim('b', 1)];
    expect(sharesOf(1001, even)).toEqual([501, 500]);
    expect(sharesOf(1001, even, ['b'])).toEqual([500, 501]);
    expect(sharesOf(-1001, even)).toEqual([-501, -500]);
    expect(sharesOf(-1001, even, ['b'])).toEqual([-500, -501]);
  });

  it('gives nothing to a payer without weight', () => {
    expect(sharesOf(1001, [claim('a', 0), claim('b', 3)])).toEqual([0, 1001]);
    expect(sharesOf(0, [claim('a', 1), claim('b', 3)])).toEqual([0, 0]);
  });

  it('splits a credit as the mirror of its charge', () => {
    fc.assert(
      fc.property(totals, claimLists, (total, claims) => {
        const charge = apportion(pence(total), claims).map(({ sharePence }) => negatePence(sharePence));
        expect(apportion(negatePence(pence(total)), claims).map(({ sharePence }) => sharePence)).toEqual(
          charge,
        );
      }),
    );
  });

  it('never loses or creates a penny', () => {
    fc.assert(
      fc.property(totals, claimLists, (total, claims) => {
        expect(sumPence(apportion(pence(total), claims).map(({ sharePence }) => sharePence))).toBe(total);
      }),
    );
  });

  it('is never a whole penny away from the exact share', () => {
    fc.assert(
      fc.property(totals, claimLists, (total, claims) => {
        const whole = Fraction.sum(claims.map(({ weight }) => weight));
        apportion(pence(total), claims).forEach(({ sharePence }, index) => {
          const exact = (claims[index]?.weight ?? Fraction.zero).times(total).dividedBy(whole);
          const error = exact.minus(Fraction.of(sharePence));
          expect((error.isNegative ? error.negated() : error).compare(Fraction.one)).toBeLessThan(0);
        });
      }),
    );
  });

  it('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(totals, claimLists, fc.integer({ min: 1, max: 999 }), (total, claims, factor) => {
        const scaled = claims.map(({ payer, weight }) => ({ payer, weight: weight.times(factor) }));
        expect(apportion(pence(total), scaled)).toEqual(apportion(pence(total), claims));
      }),
    );
  });

  it('does not depend on the order of the claims when every tie has an owner', () => {
    fc.assert(
      fc.property(totals, claimLists, (total, claims) => {
        const order = claims.map(({ payer }) => payer);
        const byPayer = (shares: { payer: string }[]) => shares.sort((a, b) => (a.payer < b.payer ? -1 : 1));
        expect(byPayer(apportion(pence(total), [...claims].reverse(), order))).toEqual(
          byPayer(apportion(pence(total), claims, order)),
        );
      }),
    );
  });

  it('refuses a split that has no meaning', () => {
    expect(() => sharesOf(100, [claim('a', 0)])).toThrow(/Nobody has a weight/);
    expect(() => sharesOf(100, [claim('a', -1), claim('b', 2)])).toThrow(
      new InvalidValue('A weight in a split is negative'),
    );
    expect(() => sharesOf(100, [claim('a', 1), claim('a', 2)])).toThrow(/named twice/);
    expect(sharesOf(0, [claim('a', 0)])).toEqual([0]);
  });
});
