import { describe, expect, it } from '@jest/globals';
import { keptAt, signInTo } from './signed-out.js';

describe('the page after a session has ended', () => {
  it('says that the parts of an alert are kept, where one was begun, and of no other page', () => {
    const draft = '/cases/new/0b9f3d52-6a41-8c70-9f1e-2a7d4c5b6e10';
    expect(
      [draft, `${draft}/person`, `${draft}/pas/1?back=check`].map((each) => keptAt(each).length),
    ).toEqual([1, 1, 1]);
    expect(['/cases/new', '/cases', '/people/new', `/x?to=${draft}`].flatMap(keptAt)).toEqual([]);
  });

  it('leads back to where somebody was', () => {
    expect(signInTo('/cases?stage=bridging&move=ours')).toBe(
      '/sign-in?to=%2Fcases%3Fstage%3Dbridging%26move%3Dours',
    );
  });
});
