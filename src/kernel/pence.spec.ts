import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from './invalid-value.js';
import {
  describePence,
  maxPence,
  minPence,
  negatePence,
  pence,
  penceFromPounds,
  poundsFromPence,
  subtractPence,
  sumPence,
} from './pence.js';

const amounts = fc.maxSafeInteger().map((each) => pence(each));

describe('money is a whole number of pence', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %p', (amount) => {
    expect(() => pence(amount)).toThrow(new InvalidValue(`${amount} is not a whole number of pence`));
  });

  it('takes a bigint that is exact as a number, and refuses one that is not', () => {
    expect(pence(84_200n)).toBe(84_200);
    expect(() => pence(2n ** 53n)).toThrow('9007199254740992 is not a whole number of pence');
  });

  it('has one zero only, so that equal amounts are the same bytes', () => {
    expect(Object.is(pence(-0), 0)).toBe(true);
    expect(Object.is(negatePence(pence(0)), 0)).toBe(true);
  });

  it('keeps the sign of a credit', () => {
    expect(poundsFromPence(pence(-84_200))).toBe('-842.00');
    expect(poundsFromPence(pence(-5))).toBe('-0.05');
    expect(negatePence(pence(1))).toBe(-1);
  });

  it('refuses a total that is too large to be exact rather than rounding it', () => {
    const large = pence(Number.MAX_SAFE_INTEGER);
    expect(() => sumPence([large, pence(1)])).toThrow(InvalidValue);
    expect(sumPence([large, large, negatePence(large)])).toBe(large);
  });

  it('subtracts exactly', () => {
    expect(subtractPence(pence(100), pence(250))).toBe(-150);
  });

  it('compares with the sign', () => {
    const [credit, charge] = [pence(-500), pence(100)];
    expect([minPence(credit, charge), minPence(charge, credit)]).toEqual([-500, -500]);
    expect([maxPence(credit, charge), maxPence(charge, credit)]).toEqual([100, 100]);
  });
});

describe('pounds as text', () => {
  it.each([
    ['842.00', 84_200],
    ['0.05', 5],
    ['-12.50', -1_250],
    ['0.00', 0],
  ])('reads %s', (pounds, amount) => {
    expect(penceFromPounds(pounds)).toBe(amount);
  });

  it.each([
    '842',
    '842.0',
    '842.000',
    '£842.00',
    '1,842.00',
    '08.00',
    '',
    ' 1.00',
    '1e3',
    'NaN',
    '--1.00',
    '.50',
    '842.00 ',
    '842x00',
  ])('refuses %p rather than guessing what was meant', (pounds) => {
    expect(() => penceFromPounds(pounds)).toThrow(
      new InvalidValue(`"${pounds}" is not an amount such as "842.00"`),
    );
  });

  it('writes nothing as 0.00, without a sign', () => {
    expect(poundsFromPence(pence(0))).toBe('0.00');
  });

  it('writes what it reads, for every amount', () => {
    fc.assert(fc.property(amounts, (amount) => penceFromPounds(poundsFromPence(amount)) === amount));
  });

  it.each([
    [0, '£0.00'],
    [5, '£0.05'],
    [99_999, '£999.99'],
    [554_400, '£5,544.00'],
    [-1_250, '−£12.50'],
    [-123_456_789, '−£1,234,567.89'],
  ])('writes %i for people as %s, the minus sign before the pound sign', (amount, written) => {
    expect(describePence(pence(amount))).toBe(written);
  });
});
