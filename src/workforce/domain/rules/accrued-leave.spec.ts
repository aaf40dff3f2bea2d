import { describe, expect, it } from '@jest/globals';
import { period } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import { EMPLOYED, LEAVE_STATEMENT, SETTING, settingWith } from '../workforce.fixtures.js';
import { accruedLeave } from './accrued-leave.js';

const WITH_STATEMENT: EmploymentRecord = { ...EMPLOYED, leaveStatements: [LEAVE_STATEMENT] };

function owed(employment: Partial<EmploymentRecord>, setting: CaseSetting = SETTING) {
  const figure = accruedLeave({ ...WITH_STATEMENT, ...employment }, setting);
  switch (figure.status) {
    case 'known':
      return figure.value.owedPence;
    case 'pending':
      return figure.missing.map(({ fact }) => fact);
    case 'refer':
      return figure.candidates.map(({ reading, value }) => [reading, value.owedPence]);
  }
}

const reasonOf = (employment: Partial<EmploymentRecord>, setting = SETTING) => {
  const figure = accruedLeave({ ...WITH_STATEMENT, ...employment }, setting);
  return figure.status === 'known' ? figure.basis.inputs['reason'] : undefined;
};

describe('Leave that the council owes for at the day of liability', () => {
  it('is the entitlement of the days before it, less what was taken, at that day’s rate', () => {
    expect(owed({})).toBe(36256);
    expect(accruedLeave(WITH_STATEMENT, SETTING)).toMatchObject({
      basis: {
        rule: 'LEAVE-VALUE',
        inputs: { outstandingHours: '30.2137', hourlyRatePence: 1200, onCostPercent: '0', owedPence: 36256 },
        from: [
          {
            rule: 'LEAVE-OUTSTANDING',
            inputs: { takenHours: '60', carriedOverHours: '0', outstandingHours: '30.2137' },
            from: [
              {
                rule: 'LEAVE-ACCRUAL-REGULAR',
                inputs: { cutOff: '2024-10-14', elapsedDays: 196, daysInLeaveYear: 365 },
                from: [{ rule: 'LEAVE-ENTITLEMENT-STATED', inputs: { yearHours: '168' } }],
              },
            ],
          },
        ],
      },
    });
  });

  it('counts a leave year with a 29 February as 366 days', () => {
    const leapYear = {
      ...LEAVE_STATEMENT,
      leaveYearFrom: plainDate('2024-01-01'),
      leaveYearUntil: plainDate('2025-01-01'),
    };
    // 168 x 287 / 366 - 60 = 71.7377 hours.
    expect(owed({ leaveStatements: [leapYear] })).toBe(86085);
  });

  it('accrues from the first day of a job that began within the leave year', () => {
    // 168 x 105 / 365 - 60 = -11.6712 hours.
    expect(owed({ startedOn: plainDate('2024-07-01') })).toBe(-14005);
  });

  it('adds on-costs, and floors leave taken too early where the agreement says so', () => {
    expect(owed({}, settingWith({ leaveOnCostPercent: '13.8' }))).toBe(41260);
    const overTaken = { leaveStatements: [{ ...LEAVE_STATEMENT, takenHours: '100' }] };
    expect(owed(overTaken)).toBe(-11744);
    expect(owed(overTaken, settingWith({ leaveNegativeBalance: 'floor-at-zero' }))).toBe(0);
  });

  it('is still owed for a job that ended on the very day of liability', () => {
    const end = { lastDay: plainDate('2024-10-14'), reason: 'redundancy', eventId: 'end' } as const;
    expect(owed({ end })).toBe(36256);
  });

  it('follows the latest statement of the leave year that holds the day of liability', () => {
    const corrected = { ...LEAVE_STATEMENT, takenHours: '70', statementReference: 'PAYROLL-89' };
    expect(owed({ leaveStatements: [LEAVE_STATEMENT, corrected] })).toBe(24256);
  });

  it('waits for payroll where the day of liability has moved since the statement (AL-01, odd input 1)', () => {
    const october = { ...LEAVE_STATEMENT, statedForLiabilityOn: plainDate('2024-10-14') };
    const fromJuly: CaseSetting = {
      ...SETTING,
      liability: { status: 'known', startsOn: plainDate('2024-07-15') },
    };
    expect(owed({ leaveStatements: [october] })).toBe(36256);
    expect(accruedLeave({ ...EMPLOYED, leaveStatements: [october] }, fromJuly)).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'leave-statement',
          reason:
            'Leave statement PAYROLL-88 was made for liability from 14 October 2024, and the NHS body is liable from 15 July 2024; a statement for that day is not recorded',
          suppliedBy: 'payroll, through the council’s direct payment team',
        },
      ],
    });
    // 168 x 105 / 365 - 30 = 18.3288 hours.
    const july = {
      ...LEAVE_STATEMENT,
      takenHours: '30',
      statementReference: 'PAYROLL-89',
      statedForLiabilityOn: plainDate('2024-07-15'),
    };
    expect(owed({ leaveStatements: [october, july] }, fromJuly)).toBe(21995);
    // The day moves back: the latest statement of that day stands again.
    expect(owed({ leaveStatements: [october, july] })).toBe(36256);
  });

  it('takes a statement that does not say its day of liability as made for the day that stands, unless a later one does', () => {
    const fromJuly: CaseSetting = {
      ...SETTING,
      liability: { status: 'known', startsOn: plainDate('2024-07-15') },
    };
    expect(owed({}, fromJuly)).toBe(-14005);
    const october = {
      ...LEAVE_STATEMENT,
      statementReference: 'PAYROLL-89',
      statedForLiabilityOn: plainDate('2024-10-14'),
    };
    expect(owed({ leaveStatements: [LEAVE_STATEMENT, october] }, fromJuly)).toEqual(['leave-statement']);
    expect(owed({ leaveStatements: [october, LEAVE_STATEMENT] }, fromJuly)).toBe(-14005);
    const july = { ...october, takenHours: '30', statedForLiabilityOn: plainDate('2024-07-15') };
    expect(owed({ leaveStatements: [july, LEAVE_STATEMENT] }, fromJuly)).toBe(-14005);
  });

  it.each([
    ['a self-employed PA', { status: 'self-employed' }, /accrues no paid leave/],
    ['a job begun after liability', { startedOn: plainDate('2024-10-14') }, /began after/],
    [
      'a job ended before liability',
      { end: { lastDay: plainDate('2024-10-13'), reason: 'resignation', eventId: 'end' } },
      /ended before/,
    ],
  ] as const)('moves nothing for %s, and says why', (_, facts, reason) => {
    expect(owed(facts)).toBe(0);
    expect(reasonOf(facts)).toMatch(reason);
  });

  it('moves nothing where the transfer does not go ahead or the NHS body takes leave on', () => {
    expect(owed({}, { ...SETTING, liability: { status: 'never' } })).toBe(0);
    expect(owed({}, settingWith({ leaveSettlement: 'nhs-absorbs' }))).toBe(0);
    expect(reasonOf({}, settingWith({ leaveSettlement: 'nhs-absorbs' }))).toMatch(/without payment/);
  });

  it('is pending, never zero, while a fact is missing', () => {
    expect(owed({}, { ...SETTING, liability: { status: 'unknown' } })).toEqual(['liability-start']);
    expect(owed({ leaveStatements: [] })).toEqual(['leave-statement']);
    const lastYear = {
      ...LEAVE_STATEMENT,
      leaveYearFrom: plainDate('2023-04-01'),
      leaveYearUntil: plainDate('2024-04-01'),
    };
    expect(owed({ leaveStatements: [lastYear] })).toEqual(['leave-statement']);
    const held = period(plainDate('2024-09-01'), plainDate('2024-10-14'));
    expect(
      owed({}, { ...SETTING, liability: { status: 'known', startsOn: plainDate('2024-10-14'), held } }),
    ).toEqual(['delay-classification']);
  });
});
