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
