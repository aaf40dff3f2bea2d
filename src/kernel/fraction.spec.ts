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
    expect(() => Fraction.of(1, 0)).toThrow(new InvalidValue('A fraction cannot have the denominator 0'));
    expect(() => Fraction.one.dividedBy(0)).toThrow(InvalidValue);
  });

  it('refuses a float', () => {
    expect(() => Fraction.of(0.5)).toThrow(new InvalidValue('0.5 is not a whole number'));
    expect(() => Fraction.of(1, 2.5)).toThrow(new InvalidValue('2.5 is not a whole number'));
  });

  it.each([
    ['30.25', '121/4'],
    ['-0.1207', '-1207/10000'],
    ['1/3', '1/3'],
    ['7', '7'],
    ['-0', '0'],
    ['-6/4', '-3/2'],
    ['123456789012345.123456789012', '30864197253086280864197253/250000000000'],
    ['123456789012345/123456789012346', '123456789012345/123456789012346'],
  ])('reads %s exactly', (text, exact) => {
    expect(Fraction.parse(text).toString()).toBe(exact);
  });

  it.each([
    ...['', '1e3', '1,000', '.5', '5.', 'NaN', ' 1', '1 ', '+1', '--1', '½', 'x1', '1x', '1.5x', '1.2.3'],
    ...['1/3x', 'x1/3', '1/-3', '1/', '/3', '1/2/3', '0.5/2', '1.1234567890123', '1234567890123456'],
    ...['1234567890123456/3', '1/1234567890123456'],
  ])('refuses %p', (text) => {
    expect(() => Fraction.parse(text)).toThrow(
      new InvalidValue(`"${text}" is not a decimal such as "30.25" or a fraction such as "1/3"`),
    );
  });

  it('refuses to read a fraction over 0', () => {
    expect(() => Fraction.parse('1/0')).toThrow(InvalidValue);
  });

  it('compares by value, with -1, 0 and 1', () => {
    const [third, half] = [Fraction.of(1, 3), Fraction.of(1, 2)];
    expect([third.compare(half), half.compare(third), half.compare(Fraction.of(2, 4))]).toEqual([-1, 1, 0]);
    expect([third.equals(half), half.equals(Fraction.of(2, 4))]).toEqual([false, true]);
    expect([half, Fraction.zero, half.negated()].map(({ isNegative }) => isNegative)).toEqual([
      false,
      false,
      true,
    ]);
    expect([half, Fraction.zero].map(({ isZero }) => isZero)).toEqual([false, true]);
  });

  it('adds up any number of parts, and none to zero', () => {
    expect(Fraction.sum([Fraction.of(1, 3), Fraction.of(1, 6), Fraction.one]).toString()).toBe('3/2');
    expect(Fraction.sum([]).toString()).toBe('0');
  });

  it('stands in JSON as its exact text', () => {
    expect(JSON.stringify([Fraction.of(37, 2), Fraction.of(12)])).toBe('["37/2","12"]');
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
    expect(Fraction.of(-4, 2).floor()).toBe(-2n);
    expect(Fraction.of(3, 2).floor()).toBe(1n);
    expect(Fraction.of(3, 2).ceiling()).toBe(2n);
    expect(Fraction.zero.floor()).toBe(0n);
  });

  it('writes decimals for showing, half away from zero', () => {
    expect(Fraction.of(168 * 196, 365).toDecimal(4)).toBe('90.2137');
    expect(Fraction.of(-1, 8).toDecimal(2)).toBe('-0.13');
    expect(Fraction.of(1, 8).toDecimal(0)).toBe('0');
    expect(Fraction.of(1, 8).toDecimal(2)).toBe('0.13');
    expect(Fraction.of(-1, 400).toDecimal(2)).toBe('0.00');
    expect(Fraction.of(-1234, 1).toDecimal(0)).toBe('-1234');
    expect(Fraction.of(1234, 1).toDecimal(1)).toBe('1234.0');
  });
});
