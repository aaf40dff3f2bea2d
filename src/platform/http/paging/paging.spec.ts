import { describe, expect, it } from '@jest/globals';
import { record, text, wholeNumber } from '../../../kernel/shape.js';
import { Problem } from '../problems/problem.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { nextPageLink } from './next-page-link.js';
import { PageAnswer } from './page-answer.js';

const place = record({ dueOn: text, count: wholeNumber });

describe('a cursor', () => {
  it('comes back as it was', () => {
    const cursor = encodeCursor({ dueOn: '2026-03-31', count: 3 });
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, place)).toEqual({ dueOn: '2026-03-31', count: 3 });
  });

  it.each([
    ['%%'],
    [''],
    [encodeCursor({ dueOn: '2026-03-31' })],
    [encodeCursor([1])],
    [encodeCursor({ dueOn: 1, count: 1 })],
  ])('that is not of the list is refused: %s', (cursor) => {
    expect(() => decodeCursor(cursor, place)).toThrow(Problem);
  });
});

describe('a page', () => {
  it('leads on when one more row than the limit was read', () => {
    expect(PageAnswer.of([1, 2, 3], 2, String)).toMatchObject({ items: [1, 2], next: '2' });
    expect(PageAnswer.of([1, 2], 2, String)).toMatchObject({ items: [1, 2], next: undefined });
    expect(PageAnswer.of([], 2, String)).toMatchObject({ items: [], next: undefined });
  });

  it('keeps the filters in the address of the next', () => {
    expect(nextPageLink('/v1/things?size=small&cursor=old', 'new')).toBe(
      '</v1/things?size=small&cursor=new>; rel="next"',
    );
    expect(nextPageLink('/v1/things', 'new')).toBe('</v1/things?cursor=new>; rel="next"');
  });
});
