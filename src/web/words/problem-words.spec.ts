import { describe, expect, it } from '@jest/globals';
import { noRightToday } from '../../platform/access/no-right-today.js';
import { problemWords } from './problem-words.js';

describe('the words of a problem', () => {
  const account = { issuer: 'https://sign-in.example', subject: 'b0c4e1', staff: 'SM-7F3K92QD1M' };

  it('give who has no right yet what an administrator needs to give them one', () => {
    const words = problemWords(noRightToday(account).content);
    expect(words.title).toBe('You have no right here today');
    expect(words.tell?.map(({ text }) => text)).toEqual([account.issuer, account.subject]);
  });

  it('give who has another role nothing to pass on', () => {
    const words = problemWords(noRightToday().content);
    expect(words).toMatchObject({ title: 'You may not see this page' });
    expect(words.tell).toBeUndefined();
  });

  it('are those of the API where the pages have none of their own', () => {
    const content = { code: 'rare', status: 409, title: 'Rare', detail: 'It happened' };
    expect(problemWords(content)).toEqual({ title: 'Rare', says: ['It happened'] });
    expect(problemWords({ ...content, status: 500 }).says[0]).toBe('The fault is ours, and has been noted.');
    expect(problemWords({ ...content, status: 503 }).says[0]).toBe('It happened');
  });
});
