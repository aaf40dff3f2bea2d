import { describe, expect, it } from '@jest/globals';
import { sameFacts } from './same-facts.js';

describe('two facts', () => {
  it.each([
    ['in another order', { from: '2024-04-01', pence: 1 }, { pence: 1, from: '2024-04-01' }],
    ['with a field that says nothing', { from: '2024-04-01', corrects: undefined }, { from: '2024-04-01' }],
    ['within each other', { share: { by: 'QM7', pence: 1 } }, { share: { pence: 1, by: 'QM7' } }],
    ['in lists', [{ a: 1, b: 2 }], [{ b: 2, a: 1 }]],
  ])('are the same %s', (_, left: unknown, right: unknown) => {
    expect(sameFacts(left, right)).toBe(true);
  });

  it.each([
    ['another value', { pence: 1 }, { pence: 2 }],
    ['a field more', { pence: 1 }, { pence: 1, from: '2024-04-01' }],
    ['null where the other says nothing', { until: null }, {}],
    ['text for a number', { pence: 1 }, { pence: '1' }],
    ['a list in another order', [1, 2], [2, 1]],
    ['a list where the other has numbered fields', ['QM7'], { 0: 'QM7' }],
  ])('differ by %s', (_, left: unknown, right: unknown) => {
    expect(sameFacts(left, right)).toBe(false);
  });
});
