import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../problems/problem.js';
import { FORBIDDEN_NAMES, parseStrictJson } from './strict-json.js';

const parse = (text: string) => parseStrictJson(Buffer.from(text));
const codeOf = (bytes: Buffer) => {
  try {
    parseStrictJson(bytes);
    return 'read';
  } catch (fault) {
    return fault instanceof Problem ? fault.content.code : fault;
  }
};

describe('strict JSON', () => {
  it('reads what JSON.parse reads when no name is special or given twice', () => {
    const json = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => ![...FORBIDDEN_NAMES].some((name) => JSON.stringify(value).includes(name)));
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['{"a":1,"a":2}'],
    ['{"a":1,"\\u0061":2}'],
    ['{"list":[{"a" : 1, "b":{"a":3}, "a":2}]}'],
    ['{"quote\\"":1,"quote\\"":2}'],
  ])('refuses a field that is given twice: %s', (text) => {
    expect(codeOf(Buffer.from(text))).toBe('duplicate-field');
  });

  it('takes the same name in different objects, and as a value', () => {
    expect(parse('[{"a":{"a":"a"}},{"a":"{\\"a\\":1,\\"a\\":2}"}]')).toEqual([
      { a: { a: 'a' } },
      { a: '{"a":1,"a":2}' },
    ]);
  });

  it.each([['__proto__'], ['constructor'], ['prototype'], ['\\u005f_proto__']])(
    'refuses the name %s anywhere',
    (name) => {
      expect(codeOf(Buffer.from(`{"a":[{"${name}":{}}]}`))).toBe('unknown-field');
    },
  );

  it.each([['a\\u0000b'], ['a\\ud800b'], ['\\udc00\\ud800']])(
    'refuses text that could not be stored as it is, by its place: %s',
    (text) => {
      const read = () => parse(`{"lines":[{"name/of":"${text}"}]}`);
      expect(read).toThrow('name/of has a sign in it that is no character.');
      expect(codeOf(Buffer.from(`{"lines":[{"name/of":"${text}"}]}`))).toBe('invalid-fields');
      expect(codeOf(Buffer.from(`{"${text}":1}`))).toBe('unknown-field');
    },
  );

  it('takes a whole surrogate pair', () => {
    expect(parse('{"name":"\\ud83e\\udd89"}')).toEqual({ name: '🦉' });
  });

  it('takes 32 levels and no more', () => {
    const nested = (levels: number) => Buffer.from('['.repeat(levels) + ']'.repeat(levels));
    expect(codeOf(nested(32))).toBe('read');
    expect(codeOf(nested(33))).toBe('broken-json');
  });

  it('refuses bytes that are not UTF-8, and takes none at all for no body', () => {
    expect(codeOf(Buffer.from([0x22, 0xff, 0x22]))).toBe('broken-json');
    expect(parse('')).toBeUndefined();
  });
});
