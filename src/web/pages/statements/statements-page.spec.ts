import { describe, expect, it } from '@jest/globals';
import { partnersIn } from './statements-page.js';

const agreement = { council: 'E10000015', nhsBody: '06N' };

describe('Whom a statement is asked for with', () => {
  it('is the other body of an agreement and the one that took over from it, which comes first', () => {
    expect(partnersIn([agreement, agreement], 'E10000015')).toEqual(['QM7', '06N']);
  });

  it('is the council for the NHS body that took over', () => {
    expect(partnersIn([agreement], 'QM7')).toEqual(['E10000015']);
  });

  it('is nobody without an agreement', () => {
    expect(partnersIn([], 'E10000015')).toEqual([]);
  });
});
