import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { canonicalBytes, parseCanonical } from './canonical-json.js';

const written = (value: unknown) => Buffer.from(canonicalBytes(value)).toString('utf8');

describe('Canonical JSON', () => {
  it('has one way to write a value: keys sorted, nothing between', () => {
    expect(written({ b: [1, { d: true, c: null }], a: 'é"\n' })).toBe(
      '{"a":"é\\"\\n","b":[1,{"c":null,"d":true}]}',
    );
  });

  it('writes the same text however its letters are composed', () => {
    expect(written('e\u0301')).toBe(written('\u00e9'));
  });

  it('leaves out a field that is not known', () => {
    expect(written({ a: 1, b: undefined })).toBe('{"a":1}');
  });

  it('comes back as it was written, and is written the same again', () => {
    const values = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).filter(isAllowed);
    fc.assert(
      fc.property(values, (value) => {
        const bytes = canonicalBytes(value);
        expect(Buffer.from(canonicalBytes(parseCanonical(bytes))).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it.each([
    ['a fraction', { amount: 0.1 }, '/amount is a number that is not whole and exact'],
    ['a number that is too large', [2 ** 53], '/0 is a number that is not whole and exact'],
    ['not a number', NaN, 'is a number that is not whole'],
    ['a bigint', { a: 1n }, '/a is not plain JSON'],
    ['a Date', { at: new Date(0) }, '/at is not plain JSON'],
    ['a function', () => 1, 'is not plain JSON'],
    ['nothing at all', undefined, 'is not plain JSON'],
    ['an object of a class', new Map(), 'is not plain JSON'],
    ['a key outside ASCII', { é: 1 }, 'has a key outside ASCII'],
    ['half a character', '\ud800', ''],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalBytes(value)).toThrow(message);
  });

  it('refuses what is nested too deeply or too large', () => {
    const deep = Array.from({ length: 40 }).reduce<unknown>((inner) => [inner], 1);
    expect(() => canonicalBytes(deep)).toThrow('nested deeper than 32');
    expect(() => canonicalBytes('x'.repeat(256 * 1024))).toThrow(InvalidValue);
  });
});

/** Only what the gate lets through: the property is about the rest of the way. */
function isAllowed(value: unknown): boolean {
  try {
    canonicalBytes(value);
    return true;
  } catch {
    return false;
  }
}
