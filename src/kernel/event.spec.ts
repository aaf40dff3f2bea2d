import { describe, expect, it } from '@jest/globals';
import { isSamePerson } from './event.js';

describe('Two acts are one person’s', () => {
  it.each([
    ['under one account', { id: 'a' }, { id: 'a' }, true],
    ['under one account, known as staff later', { id: 'a' }, { id: 'a', staff: 'SM-1' }, true],
    [
      'under two accounts of one member of staff',
      { id: 'a', staff: 'SM-1' },
      { id: 'b', staff: 'SM-1' },
      true,
    ],
    [
      'never under accounts of two members of staff',
      { id: 'a', staff: 'SM-1' },
      { id: 'b', staff: 'SM-2' },
      false,
    ],
    [
      'under two accounts that have been known as one person’s since the first act',
      { id: 'a', staff: 'SM-1' },
      { id: 'b', staff: 'SM-2', alsoKnownAs: ['SM-3', 'SM-1'] },
      true,
    ],
    [
      'never by what nothing is known of',
      { id: 'a' },
      { id: 'b', staff: 'SM-2', alsoKnownAs: ['SM-1'] },
      false,
    ],
    ['never under two accounts that nothing is known of', { id: 'a' }, { id: 'b' }, false],
  ])('%s', (_, one, other, same) => {
    expect(isSamePerson(one, other)).toBe(same);
    expect(isSamePerson(other, one)).toBe(same);
  });
});
