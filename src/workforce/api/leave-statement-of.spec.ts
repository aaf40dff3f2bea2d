import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../kernel/plain-date.js';
import type { LeaveStatementDto } from './leave-requests.js';
import { leaveStatementOf } from './leave-statement-of.js';

const REQUEST: LeaveStatementDto = {
  statedOn: plainDate('2024-10-21'),
  statementReference: 'PAYROLL-88',
  leaveYearFrom: plainDate('2024-04-01'),
  leaveYearLastDay: plainDate('2025-03-31'),
  method: 'regular',
  entitlementWeeks: '5.6',
  weeklyHours: '30',
  takenHours: '60',
  hourlyRate: { amount: '12.00', currency: 'GBP' },
  rateIncludesLeave: false,
};

describe('a leave statement in a request', () => {
  it('has the first day that is not in the leave year, and whole pence', () => {
    expect(leaveStatementOf(REQUEST)).toEqual({
      method: 'regular',
      leaveYearFrom: '2024-04-01',
      leaveYearUntil: '2025-04-01',
      entitlementWeeks: '5.6',
      weeklyHours: '30',
      takenHours: '60',
      hourlyRatePence: 1200,
      rateIncludesLeave: false,
      statementReference: 'PAYROLL-88',
    });
  });

  it('has the hours of each pay period where hours are irregular', () => {
    const { entitlementWeeks: _, weeklyHours: __, ...rest } = REQUEST;
    const irregular = { ...rest, method: 'irregular-hours', hoursByPayPeriod: ['118.5'] } as const;
    expect(leaveStatementOf(irregular)).toMatchObject({
      method: 'irregular-hours',
      hoursByPayPeriod: ['118.5'],
    });
    expect(() => leaveStatementOf({ ...rest, method: 'irregular-hours' })).toThrow(
      /hoursByPayPeriod is needed/,
    );
    expect(() => leaveStatementOf({ ...irregular, weeklyHours: '30' })).toThrow(/not for irregular-hours/);
  });

  it('lacks nothing that regular hours need, and holds nothing of the other method', () => {
    const { weeklyHours: _, ...rest } = REQUEST;
    expect(() => leaveStatementOf(rest)).toThrow(/weeklyHours is needed/);
    expect(() => leaveStatementOf({ ...REQUEST, hoursByPayPeriod: ['1'] })).toThrow(/not for regular/);
    expect(() => leaveStatementOf({ ...REQUEST, rolledUpPay: false })).toThrow(/not for regular/);
  });

  it('has a work pattern with the numbers of its kind and no others', () => {
    const withPattern = (workPattern: LeaveStatementDto['workPattern'] & object) =>
      leaveStatementOf({ ...REQUEST, workPattern });
    expect(withPattern({ kind: 'compressed', daysPerWeek: '4' })).toMatchObject({
      workPattern: { kind: 'compressed', daysPerWeek: '4' },
    });
    expect(
      withPattern({ kind: 'shifts', shiftsPerPattern: '4', daysInPattern: '8', hoursPerShift: '12' }),
    ).toMatchObject({ workPattern: { kind: 'shifts', hoursPerShift: '12' } });
    expect(withPattern({ kind: 'annualised' })).toMatchObject({ workPattern: { kind: 'annualised' } });
    expect(() => withPattern({ kind: 'days' })).toThrow(/daysPerWeek is needed for days/);
    expect(() => withPattern({ kind: 'annualised', daysPerWeek: '5' })).toThrow(/not for annualised/);
  });

  it('has money in pence, and nothing that was not sent', () => {
    const statement = leaveStatementOf({
      ...REQUEST,
      carryOver: undefined as never,
      rateIncludesLeave: true,
      unspentReserve: { amount: '120.50', currency: 'GBP' },
      paidOnTermination: { amount: '0.01', currency: 'GBP' },
    });
    expect(statement).toMatchObject({ unspentReservePence: 12050, paidOnTerminationPence: 1 });
    expect(statement).not.toHaveProperty('carryOver');
  });
});
