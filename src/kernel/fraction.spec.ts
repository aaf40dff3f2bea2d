import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from './fraction.js';
import { InvalidValue } from './invalid-value.js';

const fractions = fc
  .tuple(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(1n, 10_000n))
  .map(([numerator, denominator]) => Fraction.of(numerator, denominator));

describe('an exact fraction', () => {
  it('is kept in lowest terms with the sign on top', () => {
    expect(Fraction.of(6, -4).toString()).toBe('-3/2');
    expect(Fraction.of(0, -7).toString()).toBe('0');
  });

  it('cannot have the denominator 0', () => {
    expect(() => Fraction.of(1, 0)).toThrow(InvalidValue);
    expect(() => Fraction.one.dividedBy(0)).toThrow(InvalidValue);
  });

  it('refuses a float', () => {
    expect(() => Fraction.of(0.5)).toThrow(InvalidValue);
  });

  it.each([
    ['30.25', '121/4'],
    ['-0.1207', '-1207/10000'],
    ['1/3', '1/3'],
    ['7', '7'],
  ])('reads %s exactly', (text, exact) => {
    expect(Fraction.parse(text).toString()).toBe(exact);
  });

  it.each(['', '1e3', '1,000', '.5', '5.', '1/0', 'NaN', ' 1', '+1', '½'])('refuses %p', (text) => {
    expect(() => Fraction.parse(text)).toThrow(InvalidValue);
  });

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
        expect(a.minus(a).isZero).toBe(true);
        if (!b.isZero) expect(a.dividedBy(b).times(b).equals(a)).toBe(true);
      }),
    );
  });

  it('reads back the text it writes', () => {
    fc.assert(fc.property(fractions, (each) => Fraction.parse(each.toString()).equals(each)));
  });
});

describe('rounding to whole pence', () => {
  it.each([
    ['1/2', 1],
    ['-1/2', -1],
    ['3/2', 2],
    ['49/100', 0],
    ['-249/100', -2],
    ['-5/2', -3],
  ])('takes %s to %i: a half goes away from zero', (text, rounded) => {
    expect(Fraction.parse(text).toPence()).toBe(rounded);
  });

  it('rounds a credit to the mirror of its charge, and never by more than half a penny', () => {
    fc.assert(
      fc.property(fractions, (exact) => {
        const rounded = exact.roundedHalfUp();
        expect(exact.negated().roundedHalfUp()).toBe(-rounded);
        const error = exact.minus(Fraction.of(rounded));
        expect((error.isNegative ? error.negated() : error).compare(Fraction.of(1, 2))).toBeLessThanOrEqual(
          0,
        );
      }),
    );
  });

  it('floors and ceils towards the right whole number below zero too', () => {
    expect(Fraction.of(-3, 2).floor()).toBe(-2n);
    expect(Fraction.of(-3, 2).ceiling()).toBe(-1n);
    expect(Fraction.of(4, 2).ceiling()).toBe(2n);
  });

  it('writes decimals for showing, half away from zero', () => {
    expect(Fraction.of(168 * 196, 365).toDecimal(4)).toBe('90.2137');
    expect(Fraction.of(-1, 8).toDecimal(2)).toBe('-0.13');
    expect(Fraction.of(1, 8).toDecimal(0)).toBe('0');
  });
});
