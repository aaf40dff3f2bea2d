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

  it('refuses 12.07% in a leave year that began before 1 April 2024', () => {
    scenario(employment)
      .given(STARTED)
      .when(
        recordLeaveStatement(
          { ...IRREGULAR, leaveYearFrom: plainDate('2024-03-31'), leaveYearUntil: plainDate('2025-03-31') },
          STATED_ON,
        ),
      )
      .thenRefused(FieldRefused, /on or after 1 April 2024/);
  });

  it.each([
    ['a leave year that is longer than a year', { leaveYearUntil: plainDate('2025-04-02') }],
    ['a leave year without a day', { leaveYearUntil: plainDate('2024-04-01') }],
    ['taken hours below zero', { takenHours: '-1' }],
    ['an entitlement below zero', { entitlementWeeks: '-5.6' }],
    ['no pay', { hourlyRatePence: pence(0) }],
    ['a reference that could be a name', { statementReference: 'Jo Smith' }],
  ])('refuses %s', (_, wrong) => {
    scenario(employment)
      .given(STARTED)
      .when(recordLeaveStatement({ ...LEAVE_STATEMENT, ...wrong }, STATED_ON))
      .thenRefused(FieldRefused);
  });
});
