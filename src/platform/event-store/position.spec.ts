import { describe, expect, it } from '@jest/globals';
import { comparePositions, formatPosition, parsePosition, START } from './position.js';

describe('A position', () => {
  it.each([
    ['0', START],
    ['42', { commit: 42n, prepare: 42n }],
    ['42/40', { commit: 42n, prepare: 40n }],
    ['9223372036854775807', { commit: 9223372036854775807n, prepare: 9223372036854775807n }],
  ])('is written as %s and read back', (text, position) => {
    expect(formatPosition(position)).toBe(text);
    expect(parsePosition(text)).toEqual(position);
  });

  it.each(['', '-1', '1.5', '1/', '/1', ' 1', 'head', '1/2/3', '12345678901234567890'])(
    'is not "%s"',
    (text) => {
      expect(parsePosition(text)).toBeUndefined();
    },
  );

  it('compares by its commit part first, as numbers', () => {
    const at = (text: string) => parsePosition(text) ?? START;
    expect(comparePositions(at('9'), at('10'))).toBe(-1);
    expect(comparePositions(at('10/2'), at('10/9'))).toBe(-1);
    expect(comparePositions(at('11/1'), at('10/9'))).toBe(1);
    expect(comparePositions(at('10/9'), at('10/9'))).toBe(0);
  });
});
