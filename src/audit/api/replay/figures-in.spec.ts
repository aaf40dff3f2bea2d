import { describe, expect, it } from '@jest/globals';
import { figuresIn, sumsIn } from './figures-in.js';

describe('the figures of an answer', () => {
  const answer = {
    total: { value: { amount: '742.50', currency: 'GBP' }, basis: { rule: 'R' } },
    terms: [{ from: '2024-04-01', weeklyHours: '37.50' }],
  };

  it('go by where they stand, an item of a list by what names it', () =>
    expect([...figuresIn(answer)]).toEqual([
      ['total.value', '742.50'],
      ['terms.2024-04-01.from', '2024-04-01'],
      ['terms.2024-04-01.weeklyHours', '37.50'],
    ]));

  it('tell money from hours that are written like it', () =>
    expect([...sumsIn(answer)]).toEqual(['total.value']));
});
