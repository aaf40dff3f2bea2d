import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isReference, referenceFromBytes } from './ids.js';

it('makes references that can be read out: no I, L, O or U', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 32 }), (bytes) => {
      const reference = referenceFromBytes('TC', bytes);
      expect(reference).toMatch(/^TC-[0-9A-HJKMNP-TV-Z]{10}$/);
      expect(isReference('TC', reference)).toBe(true);
      expect(isReference('RC', reference)).toBe(false);
    }),
  );
});

it('needs enough bytes to be unlikely to repeat', () => {
  expect(() => referenceFromBytes('TC', new Uint8Array(9))).toThrow(/ten random bytes/);
});

it('takes five bits of each of the first ten bytes', () => {
  expect(referenceFromBytes('TC', Uint8Array.from([0, 1, 9, 10, 17, 18, 20, 22, 27, 31, 5]))).toBe(
    'TC-019AHJMPVZ',
  );
  expect(referenceFromBytes('TC', new Uint8Array(10).fill(32 + 31))).toBe('TC-ZZZZZZZZZZ');
});

it.each([
  'TC-019AHJMPV',
  'TC-019AHJMPVZ0',
  'TC-019AHJMPVU',
  'TC-019AHJMPVz',
  'TC019AHJMPVZZ',
  'xTC-019AHJMPVZ',
  '',
])('does not take %p for a reference', (text) => {
  expect(isReference('TC', text)).toBe(false);
});
