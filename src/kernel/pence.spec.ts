import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from './invalid-value.js';
import { negatePence, pence, penceFromPounds, poundsFromPence, subtractPence, sumPence } from './pence.js';

const amounts = fc.maxSafeInteger().map((each) => pence(each));

describe('money is a whole number of pence', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %p', (amount) => {
    expect(() => pence(amount)).toThrow(InvalidValue);
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
  ])('refuses %p rather than guessing what was meant', (pounds) => {
    expect(() => penceFromPounds(pounds)).toThrow(InvalidValue);
  });

  it('writes what it reads, for every amount', () => {
    fc.assert(fc.property(amounts, (amount) => penceFromPounds(poundsFromPence(amount)) === amount));
  });
});
