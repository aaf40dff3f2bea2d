import { describe, expect, it } from '@jest/globals';
import { listsForObjects } from './lists-for-objects.js';

describe('lists where an object has to be', () => {
  // As the parser of addresses makes it: an object whose prototype has none itself.
  it('are not looked for in a query that has no class', () =>
    expect(listsForObjects(Object.create(Object.create(null) as object) as unknown)).toEqual([]));
});
