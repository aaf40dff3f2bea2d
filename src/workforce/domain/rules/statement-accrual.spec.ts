import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { LeaveStatement } from '../leave-statement.js';
import { LEAVE_STATEMENT } from '../workforce.fixtures.js';
import { IRREGULAR_STATEMENT } from './leave.fixtures.js';
import type { StatedLeave } from './irregular-leave.js';
import { accrualOnLiability } from './statement-accrual.js';

const LIABLE = plainDate('2024-10-14');
const STARTED = plainDate('2016-04-01');
const { entitlementWeeks: _, ...WITHOUT_WEEKS } = LEAVE_STATEMENT;

const accrual = (statement: LeaveStatement, startedOn = STARTED, cutOff = LIABLE) =>
  accrualOnLiability(statement, startedOn, cutOff);

function outcome(answer: Answer<StatedLeave>) {
  switch (answer.status) {
    case 'known':
      return answer.value.hours.toDecimal(4);
    case 'pending':
      return answer.missing.map(({ fact }) => fact);
    case 'refer':
      return answer.candidates.map(({ value }) => value.hours.toDecimal(4));
  }
}

const codes = (answer: Answer<StatedLeave>) =>
  answer.status === 'known' ? answer.value.differences.map(({ code }) => code) : undefined;

describe('Leave of a year of regular work', () => {
  // 196 of 365 days have passed on 14 October.
  it.each([
    ['5 days, 28 days of 6 hours', { kind: 'days', daysPerWeek: '5' }, '90.2137'],
    ['6 days, capped at 28 of 5 hours', { kind: 'days', daysPerWeek: '6' }, '75.1781'],
    ['hours over 3 days', { kind: 'hours', daysPerWeek: '3' }, '90.2137'],
    ['compressed into 4 days', { kind: 'compressed', daysPerWeek: '4' }, '90.2137'],
    ['annualised, 5.6 average weeks', { kind: 'annualised' }, '90.2137'],
    // 4 shifts in 8 days are 3.5 a week: 5.6 x 3.5 x 12 = 235.2 hours a year.
    [
      'shifts',
      { kind: 'shifts', shiftsPerPattern: '4', daysInPattern: '8', hoursPerShift: '12' },
      '126.2992',
    ],
  ] as const)('follows from the work pattern: %s', (_, workPattern, hours) => {
    const answer = accrual({ ...WITHOUT_WEEKS, workPattern });
    expect(outcome(answer)).toBe(hours);
    expect(answer).toMatchObject({
      basis: {
        rule: 'LEAVE-ACCRUAL-REGULAR',
        from: [
          {
            rule: 'LEAVE-ENTITLEMENT-BY-PATTERN',
            inputs: { workedIn: workPattern.kind },
            from: [{ rule: 'HOLIDAY-ENTITLEMENT' }],
          },
        ],
      },
    });
  });

  it('follows payroll’s weeks where both are given, and shows the difference', () => {
    const workPattern = { kind: 'days', daysPerWeek: '5' } as const;
    expect(codes(accrual({ ...LEAVE_STATEMENT, workPattern }))).toEqual([]);
    const generous = accrual({ ...LEAVE_STATEMENT, entitlementWeeks: '6', workPattern });
    expect(outcome(generous)).toBe('96.6575');
    expect(generous).toMatchObject({
      value: {
        differences: [
          {
            code: 'entitlement-differs',
            reason:
              'Payroll gives 180 hours of leave a year, the work pattern 168 by the regulations: payroll’s figure is followed',
            followed: '180',
            instead: '168',
          },
        ],
      },
    });
    expect(codes(accrual({ ...LEAVE_STATEMENT, entitlementWeeks: '5', workPattern }))).toEqual([
      'entitlement-below-minimum',
    ]);
  });

  it('is limited in its timing, and not in its amount, in the first year of the job', () => {
    const statement = { ...LEAVE_STATEMENT, workPattern: { kind: 'days', daysPerWeek: '5' } as const };
    const started = plainDate('2024-07-01');
    // Four months have begun by 13 October: 28 x 4 / 12 = 9.33, so 9.5 days of 6 hours = 57 hours may be taken.
    expect(codes(accrual({ ...statement, takenHours: '57' }, started))).toEqual([]);
    const early = accrual({ ...statement, takenHours: '57.5' }, started);
    expect(codes(early)).toEqual(['taken-before-first-year-accrual']);
    expect(outcome(early)).toBe(outcome(accrual(LEAVE_STATEMENT, started)));
    expect(early).toMatchObject({
      basis: { from: [{ rule: 'LEAVE-ENTITLEMENT-STATED' }, { rule: 'HOLIDAY-FIRST-YEAR-ACCRUAL' }] },
    });
  });

  // 28 / 12 = 2.33 up to 2.5 days, and 4.67 up to 5 days, of 6 hours.
  it.each([
    ['one on the last day of the first', '2024-11-14', '15'],
    ['two on the first day of the second', '2024-11-15', '30'],
  ])('has begun so many months: %s', (_, cutOff, mayTakeHours) => {
    const workPattern = { kind: 'days', daysPerWeek: '5' } as const;
    const statement = { ...LEAVE_STATEMENT, workPattern, takenHours: '100' };
    const answer = accrual(statement, plainDate('2024-10-14'), plainDate(cutOff));
    expect(answer).toMatchObject({ value: { differences: [{ instead: mayTakeHours }] } });
  });
});

describe('Leave of irregular hours and of part of a year', () => {
  it.each(['irregular-hours', 'part-year'] as const)(
    'is 12.07%% of the hours worked, kept exact: %s',
    (method) => {
      const answer = accrual({ ...IRREGULAR_STATEMENT, method });
      expect(outcome(answer)).toBe('41.7320');
      // 14 + 12 + 16 hours by the rounding of each pay period.
      expect(answer).toMatchObject({
        value: { differences: [{ code: 'whole-hours-differ', followed: '41.732025', instead: '42' }] },
      });
    },
  );

  it('goes by 5.6 average weeks in a leave year that began before 1 April 2024', () => {
    const old = {
      ...IRREGULAR_STATEMENT,
      leaveYearFrom: plainDate('2024-03-31'),
      leaveYearUntil: plainDate('2025-03-31'),
    };
    expect(outcome(accrual(old))).toEqual(['average-weekly-hours']);
    expect(accrual(old)).toMatchObject({
      missing: [{ reason: expect.stringMatching(/began before 1 April 2024/) }],
    });
    // 5.6 x 20 = 112 hours, 197 of 365 days.
    const averaged = accrual({ ...old, averageWeeklyHours: '20' });
    expect(outcome(averaged)).toBe('60.4493');
    expect(averaged).toMatchObject({ basis: { from: [{ rule: 'LEAVE-AVERAGE-WEEK' }] } });
  });

  it('includes what accrued in sickness and statutory leave, as payroll says with evidence', () => {
    const absences = [
      { kind: 'sickness', accruedHours: '6.5', evidenceReference: 'FIT-NOTE-7' },
      { kind: 'statutory-leave', accruedHours: '10', evidenceReference: 'MAT-B1-3' },
    ] as const;
    const answer = accrual({ ...IRREGULAR_STATEMENT, absences });
    expect(outcome(answer)).toBe('58.2320');
    expect(answer).toMatchObject({
      basis: {
        rule: 'LEAVE-IN-ABSENCE',
        inputs: { accruedInAbsenceHours: '16.5', evidence: 'FIT-NOTE-7, MAT-B1-3' },
        from: [{ rule: 'LEAVE-ACCRUAL-IRREGULAR' }],
      },
    });
  });

  it('is an adviser’s to settle where rounding in each pay period leaves nothing', () => {
    const weekly = { ...IRREGULAR_STATEMENT, hoursByPayPeriod: Array.from({ length: 28 }, () => '4') };
    expect(accrual(weekly)).toMatchObject({
      status: 'refer',
      referrals: [{ code: 'rounding-leaves-no-leave', referTo: 'an employment adviser' }],
    });
    expect(outcome(accrual(weekly))).toEqual(['13.5184', '0.0000']);
    expect(outcome(accrual({ ...weekly, accruedHours: '13.5' }))).toBe('13.5000');
  });

  it('is an adviser’s to settle near the cap of 28 days, which no source gives in hours', () => {
    // 1,200 hours on 240 days: 28 days of 5 hours are 140, 12.07% is 144.84.
    const much = { ...IRREGULAR_STATEMENT, hoursByPayPeriod: ['600', '600'], daysWorked: 240 };
    expect(accrual(much)).toMatchObject({
      referrals: [{ code: 'cap-in-hours' }],
      candidates: [
        { reading: 'without a cap in hours' },
        { basis: { rule: 'LEAVE-CAP-28-DAYS', inputs: { capHours: '140', daysWorked: 240 } } },
      ],
    });
    expect(outcome(accrual(much))).toEqual(['144.8400', '140.0000']);
    // Nine tenths of 28 days are reached on 209 days of work, and not on 208.
    expect(accrual({ ...much, daysWorked: 209 }).status).toBe('refer');
    expect(accrual({ ...much, daysWorked: 208 }).status).toBe('known');
  });

  describe('of days of work without hours, of which no average day can be told', () => {
    const old = {
      ...IRREGULAR_STATEMENT,
      leaveYearFrom: plainDate('2023-04-01'),
      leaveYearUntil: plainDate('2024-04-01'),
      averageWeeklyHours: '20',
    };
    const until = plainDate('2024-04-01');

    it.each([{ hoursByPayPeriod: [] }, { hoursByPayPeriod: ['0', '0.00'] }])(
      'is known while the cap is far off, and waits for the hours from 209 days on: %j',
      (hours) => {
        const onDays = (daysWorked: number) => accrual({ ...old, ...hours, daysWorked }, STARTED, until);
        expect(outcome(onDays(150))).toBe('112.0000');
        expect(outcome(onDays(208))).toBe('112.0000');
        expect(onDays(209)).toEqual({
          status: 'pending',
          missing: [
            {
              fact: 'hours-by-pay-period',
              reason:
                'Days of work are stated and no hours that were worked on them, so the leave, or whether it is near the cap of 28 days, cannot be told',
              suppliedBy: 'payroll, through the council’s direct payment team',
            },
          ],
        });
      },
    );

    it('waits for the hours where the leave itself is 12.07% of them, unless payroll says what had accrued', () => {
      const none = { ...IRREGULAR_STATEMENT, hoursByPayPeriod: [], daysWorked: 150 };
      expect(outcome(accrual(none))).toEqual(['hours-by-pay-period']);
      expect(outcome(accrual({ ...none, accruedHours: '41.5' }))).toBe('41.5000');
      expect(outcome(accrual({ ...none, accruedHours: '41.5', daysWorked: 209 }))).toEqual([
        'hours-by-pay-period',
      ]);
    });

    it('is none where nothing was worked', () => {
      expect(outcome(accrual({ ...IRREGULAR_STATEMENT, hoursByPayPeriod: [] }))).toBe('0.0000');
      expect(outcome(accrual({ ...IRREGULAR_STATEMENT, hoursByPayPeriod: [], daysWorked: 0 }))).toBe(
        '0.0000',
      );
    });

    it('is never offered as none, nor as more than the average week gives', () => {
      const hours = fc.oneof(fc.constant('0'), fc.integer({ min: 1, max: 200 }).map(String));
      const answers = fc.record({
        hoursByPayPeriod: fc.array(hours, { maxLength: 4 }),
        daysWorked: fc.integer({ min: 1, max: 366 }),
      });
      fc.assert(
        fc.property(answers, (facts) => {
          const answer = accrual({ ...old, ...facts }, STARTED, until);
          const offered =
            answer.status === 'refer' ? answer.candidates : answer.status === 'known' ? [answer] : [];
          for (const { value } of offered) {
            expect(value.hours.compare(Fraction.zero)).toBeGreaterThan(0);
            expect(value.hours.compare(Fraction.of(112))).toBeLessThanOrEqual(0);
          }
        }),
      );
    });
  });

  it('says that no cap was applied where enough days have passed and those worked are not stated', () => {
    const late = plainDate('2024-11-19');
    expect(codes(accrual(IRREGULAR_STATEMENT, STARTED, late))).toEqual([
      'whole-hours-differ',
      'cap-not-checked',
    ]);
    expect(codes(accrual(IRREGULAR_STATEMENT, STARTED, plainDate('2024-11-18')))).toEqual([
      'whole-hours-differ',
    ]);
    expect(codes(accrual({ ...IRREGULAR_STATEMENT, daysWorked: 92 }, STARTED, late))).toEqual([
      'whole-hours-differ',
    ]);
  });
});

describe('What payroll says had accrued', () => {
  it('is followed, and a difference from the rules is shown', () => {
    expect(codes(accrual({ ...LEAVE_STATEMENT, accruedHours: '32928/365' }))).toEqual([]);
    const rounded = accrual({ ...LEAVE_STATEMENT, accruedHours: '90.25' });
    expect(outcome(rounded)).toBe('90.2500');
    expect(rounded).toMatchObject({
      value: { differences: [{ code: 'accrual-differs', followed: '90.25', instead: '90.2137' }] },
      basis: {
        rule: 'LEAVE-ACCRUAL-STATED',
        inputs: { accruedHours: '90.25', workedOutHours: '90.2137' },
        from: [{ rule: 'LEAVE-ACCRUAL-REGULAR' }],
      },
    });
  });

  it('stands in for an average week that is not stated', () => {
    const old = {
      ...IRREGULAR_STATEMENT,
      leaveYearFrom: plainDate('2024-03-31'),
      leaveYearUntil: plainDate('2025-03-31'),
      accruedHours: '60',
    };
    expect(outcome(accrual(old))).toBe('60.0000');
  });

  it('makes the rounding of hours no difference of its own', () => {
    expect(codes(accrual({ ...IRREGULAR_STATEMENT, accruedHours: '42' }))).toEqual(['accrual-differs']);
    expect(codes(accrual({ ...IRREGULAR_STATEMENT, accruedHours: '41.732025' }))).toEqual([]);
  });
});
