import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problems/problem.js';
import { etagOf, noneMatchNames, revisionFromEtag } from './etag.js';
import { requiredRevision } from './if-match.js';

describe('an ETag', () => {
  it('names a revision and is read back', () => {
    expect(etagOf(17)).toBe('W/"17"');
    expect(revisionFromEtag('W/"17"')).toBe(17);
    expect(revisionFromEtag('"17"')).toBe(17);
  });

  it.each([
    ['17'],
    ['"017"'],
    ['W/"-1"'],
    ['w/"1"'],
    ['"1.5"'],
    ['"1", "2"'],
    ['*'],
    [''],
    [`"${'9'.repeat(16)}"`],
  ])('is not %s', (text) => {
    expect(revisionFromEtag(text)).toBeUndefined();
  });

  it('is known to If-None-Match by a star or in a list', () => {
    expect(noneMatchNames(undefined, 17)).toBe(false);
    expect(noneMatchNames('W/"16", "17"', 17)).toBe(true);
    expect(noneMatchNames('*', 17)).toBe(true);
    expect(noneMatchNames('"other"', 17)).toBe(false);
  });
});

describe('If-Match', () => {
  const statusOf = (header: string | undefined) => {
    try {
      return requiredRevision(header);
    } catch (fault) {
      return fault instanceof Problem ? fault.content.status : fault;
    }
  };

  it('is a revision, or is missing, or is malformed', () => {
    expect(statusOf('W/"3"')).toBe(3);
    expect(statusOf(undefined)).toBe(428);
    expect(statusOf('*')).toBe(400);
  });
});
