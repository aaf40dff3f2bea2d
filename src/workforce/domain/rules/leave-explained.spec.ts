import { describe, expect, it } from '@jest/globals';
import { basisOf, type Rule } from '../../../kernel/basis.js';
import { refer } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import { EMPLOYED, LEAVE_STATEMENT, SETTING } from '../workforce.fixtures.js';
import { accruedLeave } from './accrued-leave.js';
import { averageWeekLeave, AVERAGE_WEEK_MISSING } from './average-week-leave.js';
import { firstYearAccrual } from './holiday/first-year-accrual.js';
import { irregularLeave, type IrregularWork } from './irregular-leave.js';
import { referredNearCap } from './leave-cap.js';
import { RESERVE_MISSING, reserveDifference } from './leave-reserve.js';
import { leaveUplift } from './leave-uplift.js';
import { IRREGULAR_STATEMENT } from './leave.fixtures.js';
import { rateDifference, termsOn } from './recorded-rate.js';
import { accrualOnLiability } from './statement-accrual.js';

const SAMPLE: Rule = { code: 'SAMPLE', version: 1, title: 'Sample', source: 'spec', certainty: 'sourced' };
const BASIS = basisOf(SAMPLE, {});
const FROM = plainDate('2024-04-01');
const CUT_OFF = plainDate('2024-10-14');
const STARTED = plainDate('2016-04-01');

describe('Leave of irregular hours', () => {
  const WORK: IrregularWork = {
    leaveYearFrom: FROM,
    leaveYearUntil: plainDate('2025-04-01'),
    hoursByPayPeriod: ['100'],
  };
  const leave = (facts: Partial<IrregularWork>, cutOff = CUT_OFF, startedOn = STARTED) =>
    irregularLeave({ ...WORK, ...facts }, startedOn, cutOff);
  const differences = (...of: Parameters<typeof leave>) => {
    const answer = leave(...of);
    return answer.status === 'known' ? answer.value.differences : answer.status;
  };

  it('says what rounding in each pay period would give where that is another figure', () => {
    // 12.07 hours exact, 12 when rounded.
    expect(differences({})).toEqual([
      {
        code: 'whole-hours-differ',
        reason: '12.07% is kept exact at 12.07 hours; rounded to whole hours in each pay period it is 12',
        followed: '12.07',
        instead: '12',
      },
    ]);
    // 10,000 hours give 1,207 either way.
    expect(differences({ hoursByPayPeriod: ['10000'] })).toEqual([]);
  });

  it('is for an adviser where rounding leaves nothing: four hours give 0.4828', () => {
    const answer = leave({ hoursByPayPeriod: ['4'] });
    expect(answer).toMatchObject({
      status: 'refer',
      referrals: [
        {
          code: 'rounding-leaves-no-leave',
          reason:
            'Rounded to whole hours in each pay period, as the regulations have it, the work that was done gives no leave at all',
          referTo: 'an employment adviser',
        },
      ],
      candidates: [
        { reading: '12.07% kept exact', value: { hours: Fraction.parse('0.4828'), differences: [] } },
        {
          reading: '12.07% rounded to whole hours in each pay period',
          value: { hours: Fraction.zero, differences: [] },
        },
      ],
    });
  });

  it('says that no cap was applied from 232 days on, which could reach 28 days', () => {
    const capNotChecked = {
      code: 'cap-not-checked',
      reason:
        'Leave is at most 28 days a year, which needs the days that were worked to be told; they are not stated, so no cap was applied',
      followed: 'no cap',
      instead: '28 days',
    };
    const whole = { hoursByPayPeriod: ['10000'] };
    // From 1 April 2024 to the day before 19 November are 232 days.
    expect(differences(whole, plainDate('2024-11-19'))).toEqual([capNotChecked]);
    expect(differences(whole, plainDate('2024-11-18'))).toEqual([]);
    expect(differences({ ...whole, daysWorked: 240 }, plainDate('2024-11-19'))).toEqual([]);
    expect(differences(whole, plainDate('2024-11-19'), plainDate('2024-05-01'))).toEqual([]);
    expect(differences(whole, FROM)).toEqual([]);
    expect(differences(whole, plainDate('2024-03-01'))).toEqual([]);
  });

  it('names every absence in which leave accrued', () => {
    const absences = [
      { kind: 'sickness', accruedHours: '1.5', evidenceReference: 'FIT-NOTE-1' },
      { kind: 'maternity', accruedHours: '2', evidenceReference: 'MATB1-2' },
    ] as unknown as NonNullable<IrregularWork['absences']>;
    expect(leave({ absences })).toMatchObject({
      value: { hours: Fraction.parse('15.57') },
      basis: {
        rule: 'LEAVE-IN-ABSENCE',
        inputs: {
          absences: 'sickness, maternity',
          evidence: 'FIT-NOTE-1, MATB1-2',
          accruedInAbsenceHours: '3.5',
          accruedHours: '15.5700',
        },
      },
    });
  });

  it('has no difference to show in an old leave year, by the average week', () => {
    const old = { leaveYearFrom: plainDate('2023-04-01'), leaveYearUntil: FROM };
    const half = plainDate('2023-10-01');
    // 5.6 x 10 hours x 183 / 366 days.
    expect(leave({ ...old, averageWeeklyHours: '10' }, half)).toMatchObject({
      value: { hours: Fraction.of(28), differences: [] },
    });
    expect(averageWeekLeave(Fraction.of(10)).basis.inputs).toEqual({
      averageWeeklyHours: '10',
      yearHours: '56',
    });
    expect(AVERAGE_WEEK_MISSING.suppliedBy).toBe('payroll, through the council’s direct payment team');
  });
});

describe('The cap of 28 days, in hours', () => {
  // 1,000 hours in 200 days: 28 days of five hours are 140 hours, and nine tenths of them 126.
  const near = (hours: number, days = 200) =>
    referredNearCap(Fraction.of(hours), BASIS, { hours: Fraction.of(1000), days });

  it('is far below nine tenths of it, and where no day was worked', () => {
    expect(near(125)).toBeUndefined();
    expect(near(125, 0)).toBeUndefined();
  });

  it.each([
    [126, 126],
    [140, 140],
    [150, 140],
  ])('is for an adviser at %d hours, of which it leaves %d', (hours, capped) => {
    expect(near(hours)).toEqual({
      status: 'refer',
      referrals: [
        {
          code: 'cap-in-hours',
          reason:
            'The leave is near or above 28 days, and no source says how many hours 28 days of irregular work are',
          referTo: 'an employment adviser',
        },
      ],
      candidates: [
        { reading: 'without a cap in hours', value: Fraction.of(hours), basis: BASIS },
        {
          reading: 'at most 28 days of the average day worked',
          value: Fraction.of(capped),
          basis: expect.objectContaining({
            rule: 'LEAVE-CAP-28-DAYS',
            inputs: { daysWorked: 200, capHours: '140', accruedHours: `${capped}.0000` },
            from: [BASIS],
          }),
        },
      ],
    });
  });

  it('is asked about for irregular hours and not for regular ones', () => {
    const stated = { accruedHours: '140', daysWorked: 200, hoursByPayPeriod: ['1000'] };
    expect(accrualOnLiability({ ...IRREGULAR_STATEMENT, ...stated }, STARTED, CUT_OFF).status).toBe('refer');
    const regular = { ...LEAVE_STATEMENT, ...stated } as LeaveStatement;
    expect(accrualOnLiability(regular, STARTED, CUT_OFF).status).toBe('known');
  });
});

describe('What payroll states against the record and the rules', () => {
  it('is followed with the difference in words', () => {
    // The rules give 168 x 196 / 365 hours.
    const answer = accrualOnLiability({ ...LEAVE_STATEMENT, accruedHours: '91' }, STARTED, CUT_OFF);
    expect(answer).toMatchObject({
      value: {
        differences: [
          {
            code: 'accrual-differs',
            reason: 'Payroll states 91 hours accrued, the rules give 90.2137: payroll’s figure is followed',
            followed: '91',
            instead: '90.2137',
          },
        ],
      },
    });
    const irregular = { ...IRREGULAR_STATEMENT, accruedHours: '41.732025' };
    expect(accrualOnLiability(irregular, STARTED, CUT_OFF)).toMatchObject({ value: { differences: [] } });
  });

  it('is another rate than the terms in force on the day, and only then', () => {
    const raised = { from: CUT_OFF, weeklyHours: '30', hourlyRatePence: pence(1300), eventId: 'raised' };
    const job: EmploymentRecord = { ...EMPLOYED, terms: [...EMPLOYED.terms, raised] };
    expect(termsOn(job, CUT_OFF)?.hourlyRatePence).toBe(1300);
    expect(termsOn(job, plainDate('2024-10-13'))?.hourlyRatePence).toBe(1200);
    expect(rateDifference(job, LEAVE_STATEMENT, plainDate('2024-10-13'))).toEqual([]);
    expect(rateDifference(job, LEAVE_STATEMENT, plainDate('2016-03-31'))).toEqual([]);
    expect(rateDifference(job, LEAVE_STATEMENT, CUT_OFF)).toEqual([
      {
        code: 'rate-differs',
        reason:
          'Payroll states another hourly rate, in pence, for the day of liability than the record of the job: payroll’s is followed',
        followed: '1200',
        instead: '1300',
      },
    ]);
  });

  it('is a reserve that is not the value, or that nobody stated', () => {
    expect(reserveDifference(pence(100), pence(100))).toEqual([]);
    expect(reserveDifference(pence(100), pence(99))).toEqual([
      {
        code: 'reserve-is-not-the-value',
        reason:
          'The unspent reserve moves, in pence, though the leave that is outstanding is worth another amount',
        followed: '100',
        instead: '99',
      },
    ]);
    expect(RESERVE_MISSING.reason).toBe(
      'The direct payment rate holds money for leave, and what of it is still in the account, unspent, is not stated',
    );
  });
});

describe('Outstanding leave at a later rate', () => {
  const paidFrom = (day: string, rate: number): EmploymentRecord => ({
    ...EMPLOYED,
    leaveStatements: [LEAVE_STATEMENT],
    terms: [
      ...EMPLOYED.terms,
      { from: plainDate(day), weeklyHours: '30', hourlyRatePence: pence(rate), eventId: 'raised' },
    ],
  });
  const RAISED = paidFrom('2025-01-01', 1350);
  const uplift = (job: EmploymentRecord, setting = SETTING) =>
    leaveUplift(job, accruedLeave(job, setting), setting);

  it('costs the NHS body the rise, and is explained', () => {
    // 30.2137 hours at 13.50 instead of 12.00.
    const value = {
      laterRateFrom: '2025-01-01',
      laterRatePence: 1350,
      costWhenTakenPence: 40788,
      nhsBearsPence: 4532,
    };
    expect(uplift(RAISED)).toMatchObject({
      value,
      basis: { rule: 'LEAVE-UPLIFT', inputs: { outstandingHours: '30.2137', valuePence: 36256, ...value } },
    });
  });

  it.each([
    ['the rate is the same', paidFrom('2025-01-01', 1200), SETTING],
    ['it changed on the day of liability', paidFrom('2024-10-14', 1350), SETTING],
    ['no statement was made', { ...RAISED, leaveStatements: [] }, SETTING],
    ['the day of liability is not known', RAISED, { ...SETTING, liability: { status: 'unknown' } }],
    ['the transfer does not go ahead', RAISED, { ...SETTING, liability: { status: 'never' } }],
    [
      'more was taken than had accrued',
      { ...RAISED, leaveStatements: [{ ...LEAVE_STATEMENT, takenHours: '100' }] },
      SETTING,
    ],
  ] as const)('is not told where %s', (_, job, setting) => {
    expect(uplift(job, setting)).toBeUndefined();
  });

  it('is told for each figure that an adviser may choose, unless one of them leaves no hours', () => {
    const known = accruedLeave(RAISED, SETTING);
    if (known.status !== 'known') throw new Error(`It is ${known.status}`);
    const either = (...hours: number[]) =>
      refer(
        [{ code: 'cap-in-hours', reason: 'It is near', referTo: 'an adviser' }],
        hours.map((each) => ({
          reading: `${each} hours`,
          value: { ...known.value, outstandingHours: Fraction.of(each) },
          basis: BASIS,
        })),
      );
    expect(leaveUplift(RAISED, either(10, 20), SETTING)).toMatchObject({
      status: 'refer',
      candidates: [{ value: { costWhenTakenPence: 13500 } }, { value: { costWhenTakenPence: 27000 } }],
    });
    expect(leaveUplift(RAISED, either(10, 0), SETTING)).toBeUndefined();
  });
});

describe('A part of the first year that does not exist', () => {
  it.each([-1, 13, 1.5])('is refused: month %d', (month) => {
    expect(() => firstYearAccrual(Fraction.of(28), month)).toThrow(
      `${month} is not a number of months of the first year`,
    );
  });
});
