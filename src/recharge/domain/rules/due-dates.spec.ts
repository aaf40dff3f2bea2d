import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { dueDates } from './due-dates.js';

describe('the deadlines of a recharge', () => {
  it('give 15 working days to query and 30 days to pay', () => {
    expect(dueDates(plainDate('2024-07-08'), 30, 15)).toEqual({
      paymentDueOn: '2024-08-07',
      queryDueOn: '2024-07-29',
    });
  });
});
