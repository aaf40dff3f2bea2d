import { describe, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { employment } from '../employment.js';
import { LEAVE_STATEMENT, STARTED } from '../workforce.fixtures.js';
import { recordLeaveStatement, StatementContradicted } from './record-leave-statement.decision.js';

const STATED_ON = plainDate('2024-10-20');
const recorded = {
  type: 'workforce.leave-statement-recorded',
  occurredOn: STATED_ON,
  data: LEAVE_STATEMENT,
} as const;

const { entitlementWeeks: _, weeklyHours: __, ...COMMON } = LEAVE_STATEMENT;
const IRREGULAR = { ...COMMON, method: 'irregular-hours', hoursByPayPeriod: ['118.5', '96'] } as const;

describe('Recording payroll’s leave statement', () => {
  it('takes regular and irregular hours', () => {
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement(LEAVE_STATEMENT, STATED_ON))
      .thenEvents([recorded]);
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement(IRREGULAR, STATED_ON))
      .thenEvents([{ ...recorded, data: IRREGULAR }]);
  });

  it('remembers the day of liability that it was made for, and is silent when it comes again after that moved', () => {
    const statedForLiabilityOn = plainDate('2024-10-14');
    const tied = { ...recorded, data: { ...LEAVE_STATEMENT, statedForLiabilityOn } };
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement(LEAVE_STATEMENT, STATED_ON, statedForLiabilityOn))
      .thenEvents([tied]);
    scenario(employment)
      .given(STARTED, tied)
      .when(recordLeaveStatement(LEAVE_STATEMENT, STATED_ON, plainDate('2024-07-15')))
      .thenNothing();
    scenario(employment)
      .given(STARTED, recorded)
      .when(recordLeaveStatement(LEAVE_STATEMENT, STATED_ON, statedForLiabilityOn))
      .thenNothing();
  });

  it('is silent when the same statement comes again', () => {
    scenario(employment)
      .given(STARTED, recorded)
      .when(recordLeaveStatement({ ...LEAVE_STATEMENT, takenHours: '60.00' }, STATED_ON))
      .thenNothing();
  });

  it.each([
    ['taken hours', { takenHours: '61' }],
    ['hours carried over', { carriedOverHours: '0' }],
    ['contract hours', { weeklyHours: '31' }],
    ['pay', { hourlyRatePence: pence(1201) }],
    ['leave in the rate', { rateIncludesLeave: true }],
  ])('is refused when the same reference says other %s; a new reference takes its place', (_, other) => {
    const statement = { ...LEAVE_STATEMENT, ...other };
    scenario(employment)
      .given(STARTED, recorded)
      .when(recordLeaveStatement(statement, STATED_ON))
      .thenRefused(StatementContradicted, /PAYROLL-88 is recorded already/);
    const renewed = { ...statement, statementReference: 'PAYROLL-89' };
    scenario(employment)
      .given(STARTED, recorded)
      .when(recordLeaveStatement(renewed, STATED_ON))
      .thenEvents([{ ...recorded, data: renewed }]);
  });

  it('takes irregular hours of a leave year before 12.07% was law, but no rolled-up pay of it', () => {
    const before = {
      ...IRREGULAR,
      leaveYearFrom: plainDate('2024-03-31'),
      leaveYearUntil: plainDate('2025-03-31'),
    };
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement(before, STATED_ON))
      .thenEvents([{ ...recorded, data: before }]);
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement({ ...before, rolledUpPay: true }, STATED_ON))
      .thenRefused(FieldRefused, /on or after 1 April 2024/);
  });

  it('takes leave carried over only with its reason and evidence', () => {
    const carryOver = { reason: 'sickness', evidenceReference: 'FIT-NOTE-7' } as const;
    const carried = { ...LEAVE_STATEMENT, carriedOverHours: '8', carryOver };
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement(carried, STATED_ON))
      .thenEvents([{ ...recorded, data: carried }]);
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement({ ...LEAVE_STATEMENT, carriedOverHours: '8' }, STATED_ON))
      .thenRefused(FieldRefused, /reason and its evidence/);
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement({ ...LEAVE_STATEMENT, carryOver }, STATED_ON))
      .thenRefused(FieldRefused, /needs the hours/);
  });

  it('is silent when a statement from before evidence was asked for comes again', () => {
    const old = { ...LEAVE_STATEMENT, carriedOverHours: '8' };
    scenario(employment)
      .given(STARTED, { ...recorded, data: old })
      .when(recordLeaveStatement(old, STATED_ON))
      .thenNothing();
  });

  const { entitlementWeeks: ___, ...WITHOUT_WEEKS } = LEAVE_STATEMENT;
  const shifts = (hoursPerShift: string) => ({
    workPattern: { kind: 'shifts', shiftsPerPattern: '4', daysInPattern: '8', hoursPerShift } as const,
  });
  it.each([
    ['days', { workPattern: { kind: 'days', daysPerWeek: '5' } as const }],
    ['annualised hours', { workPattern: { kind: 'annualised' } as const }],
    ['shifts', shifts('12')],
  ])('takes %s without payroll’s weeks of leave', (_, pattern) => {
    const statement = { ...WITHOUT_WEEKS, ...pattern };
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement(statement, STATED_ON))
      .thenEvents([{ ...recorded, data: statement }]);
  });

  it.each([
    ['neither weeks of leave nor a work pattern', {}, /weeks of leave a year, or the work pattern/],
    ['eight days a week', { workPattern: { kind: 'days', daysPerWeek: '8' } as const }, /Days a week/],
    ['a day of 30 hours', { workPattern: { kind: 'hours', daysPerWeek: '1' } as const }, /Hours a day/],
    ['a shift of 25 hours', shifts('25'), /at most 24 hours/],
  ])('refuses %s', (_, facts, words) => {
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement({ ...WITHOUT_WEEKS, ...facts }, STATED_ON))
      .thenRefused(FieldRefused, words);
  });

  it.each([
    ['days that cannot hold the hours', { daysWorked: 8 }],
    ['more days than a leave year has', { daysWorked: 367 }],
    ['hours of a pay period below zero', { hoursByPayPeriod: ['10', '-1'] }],
    ['hours of bridging below zero', { hoursByPayPeriodInBridging: ['-1'] }],
    ['an average week below zero', { averageWeeklyHours: '-1' }],
    [
      'leave in an absence below zero',
      { absences: [{ kind: 'sickness', accruedHours: '-1', evidenceReference: 'FIT-NOTE-7' }] as const },
    ],
    [
      'evidence that could be a name',
      { absences: [{ kind: 'sickness', accruedHours: '1', evidenceReference: 'Jo Smith' }] as const },
    ],
  ])('refuses irregular hours with %s', (_, wrong) => {
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement({ ...IRREGULAR, ...wrong }, STATED_ON))
      .thenRefused(FieldRefused);
  });

  it.each([
    ['a leave year that is longer than a year', { leaveYearUntil: plainDate('2025-04-02') }],
    ['a leave year without a day', { leaveYearUntil: plainDate('2024-04-01') }],
    ['taken hours below zero', { takenHours: '-1' }],
    ['an entitlement below zero', { entitlementWeeks: '-5.6' }],
    ['no pay', { hourlyRatePence: pence(0) }],
    ['payroll’s accrual below zero', { accruedHours: '-1' }],
    ['leave taken in bridging below zero', { takenInBridgingHours: '-1' }],
    ['a reserve below zero', { rateIncludesLeave: true, unspentReservePence: pence(-1) }],
    ['a reserve where the rate holds no money for leave', { unspentReservePence: pence(100) }],
    ['a payment on termination below zero', { paidOnTerminationPence: pence(-1) }],
    ['a reference that could be a name', { statementReference: 'Jo Smith' }],
  ])('refuses %s', (_, wrong) => {
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement({ ...LEAVE_STATEMENT, ...wrong }, STATED_ON))
      .thenRefused(FieldRefused);
  });
});
