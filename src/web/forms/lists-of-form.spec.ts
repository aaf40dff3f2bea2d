import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withListChanged } from './lists-of-form.js';

describe('The lists of a form', () => {
  it('are left alone when the form is sent', () => {
    expect(withListChanged({ 'parts-count': '1', 'parts.0.weekly': '10' })).toBeUndefined();
  });

  it('grow by one, with what was typed kept', () => {
    const values = { 'parts-count': '1', 'parts.0.weekly': '10', _add: 'parts' };
    expect(withListChanged(values)).toMatchObject({ 'parts-count': '2', 'parts.0.weekly': '10' });
  });

  it('are known by their names as they are, and not by patterns', () => {
    const values = { 'parts-count': '1', 'parts.0.weekly': '10', _remove: 'p.*.0' };
    expect(withListChanged(values)).toMatchObject({ 'parts-count': '1', 'parts.0.weekly': '10' });
    expect(withListChanged({ [`${'a'.repeat(40)}!`]: '1', _remove: '(a+)+.0' })).toBeDefined();
  });

  it('lose the one that is meant, and those behind it move up', () => {
    const typed = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(typed, fc.nat(), (texts, pick) => {
        const index = pick % texts.length;
        const values = {
          'parts-count': String(texts.length),
          other: 'kept',
          ...Object.fromEntries(texts.map((text, place) => [`parts.${place}.weekly`, text])),
          _remove: `parts.${index}`,
        };
        const changed = withListChanged(values) ?? {};
        const left = texts.filter((_, place) => place !== index);
        expect(changed['parts-count']).toBe(String(left.length));
        expect(left.map((_, place) => changed[`parts.${place}.weekly`])).toEqual(left);
        expect(changed[`parts.${left.length}.weekly`]).toBeUndefined();
        expect(changed['other']).toBe('kept');
      }),
    );
  });
});
