import { describe, expect, it } from '@jest/globals';
import { sameNumber, sameOptionalNumber } from './same-number.js';

describe('Two exact numbers in text', () => {
  it.each([
    ['30', '30.0', true],
    ['30', '60/2', true],
    ['0', '-0', true],
    ['30', '30.01', false],
    ['30', '-30', false],
  ])('%s and %s are the same number: %s', (left, right, same) => {
    expect(sameNumber(left, right)).toBe(same);
    expect(sameOptionalNumber(left, right)).toBe(same);
  });

  it.each([
    [undefined, undefined, true],
    [undefined, '0', false],
    ['0', undefined, false],
  ])('one that is not given is not zero: %s and %s are the same: %s', (left, right, same) => {
    expect(sameOptionalNumber(left, right)).toBe(same);
  });
});
