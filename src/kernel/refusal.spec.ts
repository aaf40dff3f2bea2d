import { describe, expect, it } from '@jest/globals';
import { BrokenHistory } from './aggregate.js';
import { InvalidValue } from './invalid-value.js';
import { FieldRefused, NotYourSide, Refusal } from './refusal.js';
import { NotUnderstood } from './worked-example.js';

class AccountClosed extends Refusal {
  readonly code = 'account-closed';
  readonly kind = 'conflict';
}

describe('a refusal', () => {
  it('of the case as a whole names no field, and no fact that it does not have', () => {
    expect(new AccountClosed('The account is closed')).toMatchObject({
      message: 'The account is closed',
      fields: [],
      facts: {},
    });
  });

  it('of a field is of an invalid value, and names the field with the same code and words', () => {
    const refusal = new FieldRefused('/lastDay', 'out-of-order', 'The last day is before the first');
    expect(refusal).toMatchObject({
      kind: 'invalid',
      code: 'out-of-order',
      pointer: '/lastDay',
      message: 'The last day is before the first',
      fields: [{ pointer: '/lastDay', code: 'out-of-order', detail: 'The last day is before the first' }],
      facts: {},
    });
  });

  it('of what the other body does is forbidden, and says whose it is', () => {
    const refusal = new NotYourSide('The council closes the account; you act for QM7', { side: 'council' });
    expect(refusal).toMatchObject({
      kind: 'forbidden',
      code: 'not-your-side',
      message: 'The council closes the account; you act for QM7',
      fields: [],
      facts: { side: 'council' },
    });
  });
});

describe('an error in a log', () => {
  it.each([
    ['InvalidValue', new InvalidValue('30 February is not a day')],
    ['BrokenHistory', new BrokenHistory('case-1', 2, 'revision 2 was expected')],
    ['NotUnderstood', new NotUnderstood('days is missing')],
    ['FieldRefused', new FieldRefused('/days', 'missing', 'The days are missing')],
    ['NotYourSide', new NotYourSide('The council does this', {})],
  ])('says that it is of the kind %s', (name, error) => {
    expect(String(error)).toBe(`${name}: ${error.message}`);
  });
});
