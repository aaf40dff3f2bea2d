import { describe, expect, it } from '@jest/globals';
import { isBehindLeave } from './leave-facts.js';
import { workforceCatalogue } from './workforce.events.js';

describe('What is owed for leave', () => {
  it('may change with the job, its terms, who funded it, and the statement of leave, and with nothing of redundancy', () => {
    expect(workforceCatalogue.types.filter(isBehindLeave)).toEqual([
      'workforce.employment-started',
      'workforce.terms-changed',
      'workforce.funding-period-recorded',
      'workforce.leave-statement-recorded',
      'workforce.employment-ended',
    ]);
    expect(isBehindLeave('transfer-case.payment-made')).toBe(false);
  });
});
