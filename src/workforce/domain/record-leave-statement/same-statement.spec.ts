import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { LeaveStatement } from '../leave-statement.js';
import { LEAVE_STATEMENT } from '../workforce.fixtures.js';
import { sameStatement } from './same-statement.js';

const { entitlementWeeks: _, weeklyHours: __, ...COMMON } = LEAVE_STATEMENT;
const carryOver = { reason: 'sickness', evidenceReference: '7' } as const;
const absence = { kind: 'sickness', accruedHours: '3', evidenceReference: '8' } as const;
const shifts = { kind: 'shifts', shiftsPerPattern: '4', daysInPattern: '8', hoursPerShift: '12' } as const;
const regular: LeaveStatement = {
  ...LEAVE_STATEMENT,
  carriedOverHours: '8',
  carryOver,
  accruedHours: '90',
  takenInBridgingHours: '10',
  workPattern: shifts,
};
const inDays: LeaveStatement = { ...regular, workPattern: { kind: 'days', daysPerWeek: '5' } };
const irregular: LeaveStatement = {
  ...COMMON,
  method: 'irregular-hours',
  hoursByPayPeriod: ['118', '96'],
  hoursByPayPeriodInBridging: ['80'],
  averageWeeklyHours: '25',
  absences: [absence],
};

describe('Two statements of leave', () => {
  it.each<readonly [string, LeaveStatement, (numbers: (whole: string) => string) => object]>([
    ['hours taken', regular, (n) => ({ takenHours: n('60') })],
    ['hours carried over', regular, (n) => ({ carriedOverHours: n('8') })],
    ['hours accrued', regular, (n) => ({ accruedHours: n('90') })],
    ['hours taken in bridging', regular, (n) => ({ takenInBridgingHours: n('10') })],
    ['weeks of leave', { ...regular, entitlementWeeks: '6' }, (n) => ({ entitlementWeeks: n('6') })],
    ['contract hours', regular, (n) => ({ weeklyHours: n('30') })],
    ['days a week', inDays, (n) => ({ workPattern: { kind: 'days', daysPerWeek: n('5') } })],
    ['shifts of a pattern', regular, (n) => ({ workPattern: { ...shifts, shiftsPerPattern: n('4') } })],
    ['days of a pattern', regular, (n) => ({ workPattern: { ...shifts, daysInPattern: n('8') } })],
    ['hours of a shift', regular, (n) => ({ workPattern: { ...shifts, hoursPerShift: n('12') } })],
    ['hours of a pay period', irregular, (n) => ({ hoursByPayPeriod: ['118', n('96')] })],
    ['hours of bridging', irregular, (n) => ({ hoursByPayPeriodInBridging: [n('80')] })],
    ['an average week', irregular, (n) => ({ averageWeeklyHours: n('25') })],
    ['leave of an absence', irregular, (n) => ({ absences: [{ ...absence, accruedHours: n('3') }] })],
  ])(
    'are the same where a number is written otherwise, and not with another number: %s',
    (_fact, said, with_) => {
      const saying = (numbers: (whole: string) => string) =>
        sameStatement(said, { ...said, ...with_(numbers) });
      expect(saying((whole) => whole)).toBe(true);
      expect(saying((whole) => `${whole}.0`)).toBe(true);
      expect(saying((whole) => `${whole}.1`)).toBe(false);
      expect(saying((whole) => `-${whole}`)).toBe(false);
    },
  );

  it.each<readonly [string, LeaveStatement, object]>([
    ['the first day of the leave year', regular, { leaveYearFrom: plainDate('2024-04-02') }],
    ['the end of the leave year', regular, { leaveYearUntil: plainDate('2025-03-31') }],
    ['pay', regular, { hourlyRatePence: pence(1201) }],
    ['leave in the rate', regular, { rateIncludesLeave: true }],
    ['a reserve', regular, { unspentReservePence: pence(0) }],
    ['a payment on termination', regular, { paidOnTerminationPence: pence(0) }],
    ['no hours carried over', regular, { carriedOverHours: undefined }],
    ['why hours were carried over', regular, { carryOver: { ...carryOver, reason: 'agreed' } }],
    ['where that is written', regular, { carryOver: { ...carryOver, evidenceReference: '7.0' } }],
    ['an absence of another kind', irregular, { absences: [{ ...absence, kind: 'statutory-leave' }] }],
    ['no absence', irregular, { absences: [] }],
    ['another reference', irregular, { absences: [{ ...absence, evidenceReference: '8.0' }] }],
    ['pay periods in another order', irregular, { hoursByPayPeriod: ['96', '118'] }],
    ['days worked', irregular, { daysWorked: 0 }],
    ['rolled-up pay', irregular, { rolledUpPay: false }],
    ['another method', irregular, { method: 'part-year' }],
  ])('are not the same with another fact: %s', (_fact, said, other) => {
    expect(sameStatement(said, { ...said, ...other })).toBe(false);
  });
});
