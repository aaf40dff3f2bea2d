import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import { EMPLOYED, LEAVE_STATEMENT, SETTING } from '../workforce.fixtures.js';
import { accruedLeave } from './accrued-leave.js';
import { IRREGULAR_STATEMENT } from './leave.fixtures.js';
import { openingLeave } from './opening-leave.js';

/** Liable from 14 October 2024; the budget first covers 9 December. */
const COVERED: CaseSetting = { ...SETTING, coverStartsOn: plainDate('2024-12-09') };
const STATED = { ...LEAVE_STATEMENT, takenInBridgingHours: '12' };

const opening = (
  statements: readonly LeaveStatement[],
  setting: CaseSetting = COVERED,
  facts: Partial<EmploymentRecord> = {},
) => openingLeave({ ...EMPLOYED, leaveStatements: statements, ...facts }, setting);
const missing = (...of: Parameters<typeof opening>) => {
  const answer = opening(...of);
  return answer.status === 'pending' ? answer.missing.map(({ fact }) => fact) : answer.status;
};

describe('The leave with which the new budget begins', () => {
  it('is what has accrued and is not taken on its first day, at the rate of that day', () => {
    // 168 x 252 / 365 - 60 - 12 = 43.9890 hours; pay rose to 13.00 on 1 December.
    const terms = [
      ...EMPLOYED.terms,
      { from: plainDate('2024-12-01'), weeklyHours: '30', hourlyRatePence: pence(1300), eventId: 'raised' },
    ];
    expect(opening([STATED], COVERED, { terms })).toMatchObject({
      status: 'known',
      value: { onDay: '2024-12-09', hourlyRatePence: 1300, valuePence: 57186 },
      basis: {
        rule: 'LEAVE-OPENING-BALANCE',
        inputs: { accruedHours: '115.9890', takenHours: '72', openingHours: '43.9890' },
      },
    });
  });

  it('adds the hours of bridging to what payroll states for the day of liability', () => {
    // 90.25 stated, and 168 x 56 / 365 = 25.7753 in bridging.
    expect(opening([{ ...STATED, accruedHours: '90.25' }])).toMatchObject({
      basis: { inputs: { accruedHours: '116.0253' } },
    });
  });

  it('counts 12.07% of the hours worked in bridging', () => {
    const statement = {
      ...IRREGULAR_STATEMENT,
      takenInBridgingHours: '0',
      hoursByPayPeriodInBridging: ['100'],
    };
    expect(opening([statement])).toMatchObject({ basis: { inputs: { accruedHours: '53.8020' } } });
  });

  it('is pending, never zero, while a fact of bridging is missing', () => {
    expect(missing([LEAVE_STATEMENT])).toEqual(['leave-taken-in-bridging']);
    expect(missing([IRREGULAR_STATEMENT])).toEqual(['leave-taken-in-bridging', 'hours-worked-in-bridging']);
    expect(missing([])).toEqual(['leave-statement']);
    expect(missing([STATED], SETTING)).toEqual(['budget-start']);
    expect(missing([STATED], { ...COVERED, liability: { status: 'unknown' } })).toEqual(['liability-start']);
    const old = {
      ...IRREGULAR_STATEMENT,
      takenInBridgingHours: '0',
      leaveYearFrom: plainDate('2024-03-31'),
      leaveYearUntil: plainDate('2025-03-31'),
    };
    expect(missing([old])).toEqual(['average-weekly-hours']);
  });

  it('waits for payroll where the day of liability has moved into or within the leave year since the statement', () => {
    const statedForLiabilityOn = plainDate('2024-10-14');
    const stated = { ...STATED, statedForLiabilityOn };
    const from = (day: string): CaseSetting => ({
      ...COVERED,
      liability: { status: 'known', startsOn: plainDate(day) },
    });
    expect(missing([stated])).toBe('known');
    expect(missing([stated], from('2024-07-15'))).toEqual(['leave-statement']);
    expect(missing([stated], from('2024-03-01'))).toEqual(['leave-statement']);
    // Nothing of the leave year is before either day, so the statement says the same for both.
    expect(missing([{ ...stated, statedForLiabilityOn: plainDate('2024-04-01') }], from('2024-03-01'))).toBe(
      'known',
    );
    expect(
      missing([{ ...stated, statedForLiabilityOn: plainDate('2024-04-02') }], from('2024-03-01')),
    ).toEqual(['leave-statement']);
    expect(missing([{ ...stated, statedForLiabilityOn: plainDate('2024-03-01') }], from('2024-04-01'))).toBe(
      'known',
    );
    expect(
      missing([{ ...stated, statedForLiabilityOn: plainDate('2024-03-01') }], from('2024-04-02')),
    ).toEqual(['leave-statement']);
  });

  it('needs no fact of bridging where there was none', () => {
    const setting = { ...COVERED, coverStartsOn: plainDate('2024-10-14') };
    expect(opening([LEAVE_STATEMENT], setting)).toMatchObject({ value: { valuePence: 36256 } });
  });

  it.each([
    ['a self-employed PA', { status: 'self-employed' }, /accrues no paid leave/],
    [
      'a job that ended before',
      { end: { lastDay: plainDate('2024-12-08'), reason: 'resignation', eventId: 'end' } },
      /ended before the budget/,
    ],
  ] as const)('is none for %s', (_, facts, reason) => {
    expect(opening([STATED], COVERED, facts)).toMatchObject({
      value: { valuePence: 0 },
      basis: { inputs: { reason: expect.stringMatching(reason) } },
    });
  });

  it('is none with rolled-up pay, for a job that began later, and where the transfer does not go ahead', () => {
    const none = { status: 'known', value: { valuePence: 0 } };
    expect(opening([{ ...IRREGULAR_STATEMENT, rolledUpPay: true }])).toMatchObject(none);
    expect(opening([], COVERED, { startedOn: plainDate('2024-12-09') })).toMatchObject(none);
    expect(opening([STATED], { ...COVERED, liability: { status: 'never' } })).toMatchObject(none);
  });
});

// Row 39 of the odd inputs: leave over-taken, and a leave year that ends in bridging.
describe('A leave year that ends in bridging', () => {
  const setting: CaseSetting = { ...SETTING, coverStartsOn: plainDate('2025-05-01') };
  const OVER_TAKEN = { ...LEAVE_STATEMENT, takenHours: '100' };
  const NEXT_YEAR = {
    ...LEAVE_STATEMENT,
    leaveYearFrom: plainDate('2025-04-01'),
    leaveYearUntil: plainDate('2026-04-01'),
    takenHours: '0',
    takenInBridgingHours: '5',
    statementReference: 'PAYROLL-99',
  };

  it('is settled with its negative balance, and a new one begins', () => {
    const employment = { ...EMPLOYED, leaveStatements: [OVER_TAKEN, NEXT_YEAR] };
    expect(accruedLeave(employment, setting)).toMatchObject({ value: { owedPence: -11744 } });
    // 168 x 30 / 365 - 5 = 8.8082 hours: nothing of the closed year is in it.
    expect(openingLeave(employment, setting)).toMatchObject({
      value: { valuePence: 10570 },
      basis: {
        from: [
          {
            rule: 'LEAVE-YEAR-CLOSED',
            inputs: { closedOn: '2025-03-31', leaveYearFrom: '2025-04-01', carriedOverHours: '0' },
          },
        ],
      },
    });
  });

  it('opens the next with the hours that were carried over with evidence', () => {
    const carryOver = { reason: 'agreed', evidenceReference: 'CONTRACT-9' } as const;
    const carried = { ...NEXT_YEAR, carriedOverHours: '20', carryOver };
    expect(opening([LEAVE_STATEMENT, carried], setting)).toMatchObject({
      value: { valuePence: 34570 },
      basis: {
        inputs: { carriedOverHours: '20' },
        from: [{ inputs: { carryOverReason: 'agreed', carryOverEvidence: 'CONTRACT-9' } }],
      },
    });
  });

  it('waits for the statement of the new leave year', () => {
    expect(missing([LEAVE_STATEMENT], setting)).toEqual(['leave-statement']);
  });
});
