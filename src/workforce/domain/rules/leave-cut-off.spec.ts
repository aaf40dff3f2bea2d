import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting, SharingTerms } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import { EMPLOYED, LEAVE_STATEMENT, settingWith } from '../workforce.fixtures.js';
import { accruedLeave } from './accrued-leave.js';
import { IRREGULAR_STATEMENT } from './leave.fixtures.js';
import { leaveCutDay } from './leave-cut-off.js';
import { leaveInAccount } from './leave-in-account.js';
import { leaveUplift } from './leave-uplift.js';

const COVER = plainDate('2024-12-09');
const SAID = { ...LEAVE_STATEMENT, takenInBridgingHours: '0' };
const rise = (from: string) => ({
  terms: [
    ...EMPLOYED.terms,
    { from: plainDate(from), weeklyHours: '30', hourlyRatePence: pence(1350), eventId: 'raised' },
  ],
});
const job = (statement: LeaveStatement, facts: Partial<EmploymentRecord> = {}): EmploymentRecord => ({
  ...EMPLOYED,
  leaveStatements: [statement],
  ...facts,
});
const under = (terms: Partial<SharingTerms>, facts: Partial<CaseSetting> = {}): CaseSetting => ({
  ...settingWith(terms),
  coverStartsOn: COVER,
  ...facts,
});
const cutAtCover = (facts: Partial<CaseSetting> = {}) => under({ leaveCutOff: 'cover-start' }, facts);
const ratedAtCover = (facts: Partial<CaseSetting> = {}) => under({ leaveRateDate: 'cover-start' }, facts);
const noCover = ({ coverStartsOn: _, ...setting }: CaseSetting): CaseSetting => setting;
const waitsFor = (employment: EmploymentRecord, setting: CaseSetting) => {
  const leave = accruedLeave(employment, setting);
  return leave.status === 'pending' ? leave.missing.map(({ fact }) => fact) : leave.status;
};

describe('Leave that the agreement cuts off when the budget begins', () => {
  it('gives the council the leave of bridging too: 671.87 instead of 362.56', () => {
    expect(accruedLeave(job(SAID), under({}))).toMatchObject({
      value: { owedPence: 36_256, owedIfCutAtCoverStartPence: 67_187 },
    });
    const cut = accruedLeave(job(SAID), cutAtCover());
    expect(cut).toMatchObject({
      status: 'known',
      value: { owedPence: 67_187 },
      basis: {
        rule: 'LEAVE-VALUE',
        from: [
          {
            rule: 'LEAVE-OUTSTANDING',
            from: [
              {
                rule: 'LEAVE-CUT-AT-COVER',
                inputs: { liableFrom: '2024-10-14', coverStartsOn: '2024-12-09' },
              },
            ],
          },
        ],
      },
    });
    expect(cut).not.toHaveProperty('value.owedIfCutAtCoverStartPence');
  });

  it('takes off what was taken in bridging as well', () => {
    // 55.9890 - 6 hours at 12.00.
    expect(accruedLeave(job({ ...SAID, takenInBridgingHours: '6' }), cutAtCover())).toMatchObject({
      value: { owedPence: 59_987 },
    });
  });

  it('counts the hours worked in bridging where leave follows from work', () => {
    const worked = { ...IRREGULAR_STATEMENT, hoursByPayPeriodInBridging: ['100'], takenInBridgingHours: '0' };
    // (345.75 + 100) x 0.1207 - 16 = 37.802025 hours at 11.80.
    expect(accruedLeave(job(worked), cutAtCover())).toMatchObject({ value: { owedPence: 44_606 } });
  });

  it('waits for the first day of the budget, and for what payroll has not said of bridging', () => {
    expect(waitsFor(job(SAID), noCover(cutAtCover()))).toEqual(['budget-start']);
    expect(waitsFor(job(LEAVE_STATEMENT), cutAtCover())).toEqual(['leave-taken-in-bridging']);
    expect(waitsFor(job(IRREGULAR_STATEMENT), cutAtCover())).toEqual([
      'leave-taken-in-bridging',
      'hours-worked-in-bridging',
    ]);
  });

  it('moves nothing where liability ended before a budget began, or the job did not last until then', () => {
    const ended = {
      liability: { status: 'known', startsOn: plainDate('2024-10-14'), lastDay: plainDate('2024-11-30') },
    } as const;
    for (const setting of [cutAtCover(ended), noCover(cutAtCover(ended))]) {
      expect(accruedLeave(job(SAID), setting)).toMatchObject({
        value: { owedPence: 0 },
        basis: { inputs: { reason: 'the NHS body’s liability ended before a budget began' } },
      });
    }
    const left = {
      end: { lastDay: plainDate('2024-12-08'), reason: 'resignation', eventId: 'end' },
    } as const;
    expect(accruedLeave(job(SAID, left), cutAtCover())).toMatchObject({
      basis: { inputs: { reason: expect.stringMatching(/^the job ended before the budget began/) } },
    });
    expect(accruedLeave(job(SAID, { startedOn: COVER }), cutAtCover())).toMatchObject({
      basis: { inputs: { reason: 'the job began after the budget began' } },
    });
  });

  it('reads the statement of the leave year of that day', () => {
    expect(leaveCutDay(under({}))).toBe('2024-10-14');
    expect(leaveCutDay(cutAtCover())).toBe(COVER);
    expect(leaveCutDay(noCover(cutAtCover()))).toBeUndefined();
    expect(leaveCutDay(cutAtCover({ liability: { status: 'never' } }))).toBeUndefined();
    const inApril = cutAtCover({ coverStartsOn: plainDate('2025-04-07') });
    expect(waitsFor(job(SAID), inApril)).toEqual(['leave-statement']);
    const owed = accruedLeave(job(SAID), cutAtCover());
    if (owed.status !== 'known') throw new Error('The leave is known');
    expect(leaveInAccount({ ...owed, value: owed.value.owedPence }, job(SAID), cutAtCover())).toMatchObject({
      value: 0,
    });
  });
});

describe('Leave that the agreement values at the rate of the first day of the budget', () => {
  it('has a rise in bridging shared: 30.2137 hours at 13.50 and not at 12.00', () => {
    const leave = accruedLeave(job(SAID, rise('2024-11-04')), ratedAtCover());
    expect(leave).toMatchObject({
      value: { owedPence: 40_788 },
      basis: {
        rule: 'LEAVE-RATE-AT-COVER',
        inputs: { coverStartsOn: '2024-12-09', hourlyRatePence: 1350 },
        from: [{ rule: 'LEAVE-VALUE' }],
      },
    });
    expect(leaveUplift(job(SAID, rise('2024-11-04')), leave, ratedAtCover())).toBeUndefined();
  });

  it.each([
    ['the very day of the budget', '2024-12-09', 40_788],
    ['a day later, which the NHS body bears', '2024-12-10', 36_256],
    ['the day of liability, for which payroll states the rate', '2024-10-14', 36_256],
  ])('with a rise on %s', (_, from, owedPence) => {
    expect(accruedLeave(job(SAID, rise(from)), ratedAtCover())).toMatchObject({ value: { owedPence } });
  });

  it('leaves a later rise to the NHS body', () => {
    const employment = job(SAID, rise('2025-01-06'));
    const leave = accruedLeave(employment, ratedAtCover());
    expect(leaveUplift(employment, leave, ratedAtCover())).toMatchObject({
      value: { laterRateFrom: '2025-01-06', nhsBearsPence: 4_532 },
    });
  });

  it('waits for that day', () => {
    expect(waitsFor(job(SAID), noCover(ratedAtCover()))).toEqual(['budget-start']);
  });
});

describe('A leave year that begins on another day than the agreement says', () => {
  const differences = (leaveYear: SharingTerms['leaveYear']) => {
    const leave = accruedLeave(job(SAID), under({ leaveYear }));
    return leave.status === 'known' ? leave.value.differences : [];
  };

  it('is shown, and payroll’s is followed', () => {
    expect(differences('1-january')).toMatchObject([
      { code: 'leave-year-differs', followed: '04-01', instead: '01-01' },
    ]);
    expect(accruedLeave(job(SAID), under({ leaveYear: '1-january' }))).toMatchObject({
      value: { owedPence: 36_256 },
    });
  });

  it.each(['1-april', 'as-the-contract-says'] as const)('is none where it says %s', (leaveYear) => {
    expect(differences(leaveYear)).toEqual([]);
  });
});
