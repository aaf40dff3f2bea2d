import { describe, expect, it } from '@jest/globals';
import { Fraction } from '../../../kernel/fraction.js';
import { irregularAccrual } from './leave-accrual.js';

describe('Leave of irregular hours', () => {
  it('is explained by the hours worked and the rate, and rounded only where it is shown', () => {
    const { hours, basis } = irregularAccrual(['118.5', '96', '131.25'].map((each) => Fraction.parse(each)));
    expect(hours).toEqual(Fraction.parse('41.732025'));
    expect(basis).toEqual({
      rule: 'LEAVE-ACCRUAL-IRREGULAR',
      version: 1,
      title:
        '12.07% of the hours worked in each pay period, kept exact; payroll’s rounding of an hour may differ',
      source: 'Working Time Regulations 1998 regs 15B-15F, as described by GOV.UK and payroll firms',
      certainty: 'unverified',
      inputs: { payPeriods: 3, hoursWorked: '345.75', rate: '0.1207', accruedHours: '41.7320' },
      from: [],
    });
  });
});
