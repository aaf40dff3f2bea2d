import { describe, expect, it } from '@jest/globals';
import type { Basis } from '../../../kernel/basis.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import { EMPLOYED, LEAVE_STATEMENT, SETTING } from '../workforce.fixtures.js';
import { IRREGULAR_STATEMENT } from './leave.fixtures.js';
import { openingLeave } from './opening-leave.js';

/** Liable from 14 October 2024; the budget first covers 9 December. */
const COVERED: CaseSetting = { ...SETTING, coverStartsOn: plainDate('2024-12-09') };
const STATED: LeaveStatement = { ...LEAVE_STATEMENT, takenInBridgingHours: '12' };
const coveredFrom = (day: string): CaseSetting => ({ ...SETTING, coverStartsOn: plainDate(day) });
const liableUntil = (day: string, setting: CaseSetting = COVERED): CaseSetting => ({
  ...setting,
  liability: { status: 'known', startsOn: plainDate('2024-10-14'), lastDay: plainDate(day) },
});
const endedOn = (day: string): Partial<EmploymentRecord> => ({
  end: { lastDay: plainDate(day), reason: 'resignation', eventId: 'end' },
});
const opening = (
  statement: LeaveStatement | undefined,
  setting: CaseSetting = COVERED,
  facts: Partial<EmploymentRecord> = {},
) => openingLeave({ ...EMPLOYED, leaveStatements: statement ? [statement] : [], ...facts }, setting);
const rulesOf = ({ rule, from }: Basis): readonly string[] => [rule, ...from.flatMap(rulesOf)];

describe('Why a budget opens without leave', () => {
  it.each([
    ['the transfer does not go ahead', STATED, { ...COVERED, liability: { status: 'never' } }, {}],
    ['the NHS body’s liability ended before a budget began', STATED, liableUntil('2024-11-30', SETTING), {}],
    ['the NHS body’s liability ended before a budget began', STATED, liableUntil('2024-12-08'), {}],
    ['a self-employed PA accrues no paid leave', STATED, COVERED, { status: 'self-employed' }],
    ['the job ended before the budget began', STATED, COVERED, endedOn('2024-12-08')],
    ['the job began with the budget or later', undefined, COVERED, { startedOn: plainDate('2024-12-09') }],
    [
      'holiday pay is rolled up into the wages of each pay period, so nothing accrues to be owed',
      { ...IRREGULAR_STATEMENT, rolledUpPay: true },
      COVERED,
      {},
    ],
  ] as const)('is that %s', (reason, statement, setting, facts) => {
    expect(opening(statement, setting, facts)).toMatchObject({
      status: 'known',
      value: { hourlyRatePence: 1200, valuePence: 0 },
      basis: { rule: 'LEAVE-NOTHING-MOVES', certainty: 'product-decision', inputs: { reason } },
    });
  });

  it('is said without a rate where no terms were ever recorded', () => {
    expect(opening(STATED, COVERED, { status: 'self-employed', terms: [] })).toMatchObject({
      value: { hourlyRatePence: 0, valuePence: 0 },
    });
  });

  it('is not so where the job or the liability reaches the first day of the budget', () => {
    // 168 x 252 / 365 - 60 - 12 = 43.9890 hours at 12.00.
    const opened = { value: { onDay: '2024-12-09', valuePence: 52787 } };
    expect(opening(STATED, COVERED, endedOn('2024-12-09'))).toMatchObject(opened);
    expect(opening(STATED, liableUntil('2024-12-09'))).toMatchObject(opened);
  });
});

describe('What a budget waits for before it opens with leave', () => {
  const missing = (...of: Parameters<typeof opening>) => {
    const answer = opening(...of);
    return answer.status === 'pending' ? answer.missing : answer.status;
  };

  it('says what is missing and who supplies it', () => {
    expect(missing(STATED, SETTING)).toEqual([
      {
        fact: 'budget-start',
        reason: 'The first day that the personal health budget covers is not known',
        suppliedBy: 'the ICB’s personal health budget team',
      },
    ]);
    expect(missing(IRREGULAR_STATEMENT)).toEqual([
      {
        fact: 'leave-taken-in-bridging',
        reason: 'Leave taken from the day of liability to the day before 9 December 2024 is not stated',
        suppliedBy: 'payroll, through the direct payment team',
      },
      {
        fact: 'hours-worked-in-bridging',
        reason: 'What was worked from the day of liability to the day before 9 December 2024 is not stated',
        suppliedBy: 'payroll, through the direct payment team',
      },
    ]);
  });

  it('asks for the average week of the old law even where payroll states what had accrued', () => {
    const old = {
      ...IRREGULAR_STATEMENT,
      accruedHours: '50',
      takenInBridgingHours: '0',
      leaveYearFrom: plainDate('2024-03-31'),
      leaveYearUntil: plainDate('2025-03-31'),
    };
    expect(missing(old)).toMatchObject([{ fact: 'average-weekly-hours' }]);
  });
});

describe('The hours that a budget opens with', () => {
  const STATED_ACCRUAL: LeaveStatement = { ...LEAVE_STATEMENT, accruedHours: '90.25' };

  it('are payroll’s where the budget begins on the day of liability, as what the council owes', () => {
    // 90.25 - 60 = 30.25 hours at 12.00.
    expect(opening(STATED_ACCRUAL, coveredFrom('2024-10-14'))).toMatchObject({
      value: { valuePence: 36300 },
      basis: { from: [{ rule: 'LEAVE-ACCRUAL-STATED' }] },
    });
  });

  it('are by the rules where it began before, for which payroll states no figure', () => {
    // 168 x 183 / 365 - 60 = 24.2301 hours.
    expect(opening(STATED_ACCRUAL, coveredFrom('2024-10-01'))).toMatchObject({
      value: { valuePence: 29076 },
    });
  });

  it('are worth what payroll states where no terms are recorded for the day', () => {
    const statement = { ...STATED, hourlyRatePence: pence(1180) };
    expect(opening(statement, COVERED, { terms: [] })).toMatchObject({
      value: { hourlyRatePence: 1180, valuePence: 51907 },
    });
  });

  it('are explained by the hours of bridging and those of the day of liability', () => {
    const { basis } = opening({ ...STATED_ACCRUAL, takenInBridgingHours: '12' }) as { basis: Basis };
    expect(basis.certainty).toBe('product-decision');
    expect(rulesOf(basis)).toEqual([
      'LEAVE-OPENING-BALANCE',
      'LEAVE-ACCRUAL-REGULAR',
      'LEAVE-ENTITLEMENT-STATED',
      'LEAVE-ACCRUAL-STATED',
      'LEAVE-ACCRUAL-REGULAR',
      'LEAVE-ENTITLEMENT-STATED',
    ]);
  });

  it('are of a new leave year only where the last one was over before, and say what closed it', () => {
    const nextYear: LeaveStatement = {
      ...STATED,
      leaveYearFrom: plainDate('2025-04-01'),
      leaveYearUntil: plainDate('2026-04-01'),
      takenHours: '0',
    };
    const covered = coveredFrom('2025-05-01');
    const { basis: closed } = opening(nextYear, covered) as { basis: Basis };
    expect(rulesOf(closed).slice(0, 3)).toEqual([
      'LEAVE-OPENING-BALANCE',
      'LEAVE-YEAR-CLOSED',
      'LEAVE-ACCRUAL-REGULAR',
    ]);
    expect(closed.from[0]?.certainty).toBe('product-decision');
    const onFirstDay = {
      ...covered,
      liability: { status: 'known', startsOn: nextYear.leaveYearFrom },
    } as const;
    const { basis: running } = opening(nextYear, onFirstDay) as { basis: Basis };
    expect(rulesOf(running)).not.toContain('LEAVE-YEAR-CLOSED');
  });
});
